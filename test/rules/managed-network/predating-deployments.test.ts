import { EGRESS_DESCRIPTION } from '../../../src/arm/egress-description.js';
import rule from '../../../src/rules/managed-network/predating-deployments.js';
import { Estate } from '../../world/estate.js';
import { MICROSOFT_SUBSCRIPTION, namesOf } from '../../world/names.js';
import { soundManaged, soundPrivate } from '../../world/sound.js';
import { testRule } from '../test-rule.js';
import { managed } from './worlds.js';

const { workspace, registry, storage, subscription } = soundManaged().names;
const endpoint = `/subscriptions/${MICROSOFT_SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Network/privateEndpoints/pe-1`;
const egress = (name: string, status = 'Approved', description: string = EGRESS_DESCRIPTION) => ({
  name,
  privateEndpoint: endpoint,
  status,
  description,
});
const at = (host: string, name: string) => ({
  resourceId: `${host}/privateEndpointConnections/${name}`,
  path: 'properties.privateLinkServiceConnectionState.description',
  actual: EGRESS_DESCRIPTION,
  expected: 'no such connection',
});
const failed = {
  severity: 'warning' as const,
  summary:
    'If deployment blue was made before the managed network, this deletes it and makes it again from its own file (deployment.yml here); it answers nothing meanwhile. If it was made after, nothing is to be done for it.',
  commands: [
    `az ml online-deployment delete --name blue --endpoint-name claims --workspace-name mlw-managed --resource-group rg-managed --subscription ${subscription}`,
    `az ml online-deployment create --file deployment.yml --set egress_public_network_access=enabled --name blue --endpoint-name claims --workspace-name mlw-managed --resource-group rg-managed --subscription ${subscription}`,
  ],
};
const message = (hosts: string, connections: string) =>
  `Doubtful: ${hosts} ${connections} of deployments that are older than the managed network; this one may leave by its own way still.`;
const none = 'No egress connection of an older deployment is left on workspace, registry or storage account.';

/** Another workspace without a managed network, whose deployment pulls from the same registry. */
function besideLegacy(connections: number): Estate {
  const estate = soundManaged();
  const names = { ...namesOf('legacy'), registry, group: 'rg-legacy' };
  const legacy = new Estate('legacy', {}, estate.world, names).endpoint('old', 'Disabled');
  for (let count = 1; count < connections; count += 1) legacy.registryConnection(egress(`cr.${count}`));
  return estate;
}

testRule(rule, {
  fail: [
    {
      name: 'the workspace has one',
      world: managed((estate) => estate.connection(egress('mlw.1')), 'AllowInternetOutbound'),
      ...failed,
      message: message('mlw-managed', 'still has an egress connection'),
      evidence: [at(workspace, 'mlw.1')],
    },
    {
      name: 'registry and workspace have one, the vault is not asked, storage was refused',
      world: managed((estate) => {
        estate.connection(egress('mlw.1', 'Pending')).registryConnection(egress('cr.1'));
        estate.world.gap('storageAccount', storage);
      }),
      ...failed,
      message: message('mlw-managed, crmanaged', 'still have 2 egress connections'),
      evidence: [at(workspace, 'mlw.1'), at(registry, 'cr.1')],
    },
    {
      name: 'a shared registry has more than the other workspace needs',
      world: () => besideLegacy(2),
      target: `${workspace}/onlineEndpoints/claims/deployments/blue`,
      ...failed,
      message: message('crmanaged', 'still has 2 egress connections'),
      evidence: [at(registry, 'crmanaged.6f7a8b9c0d1e4f2a9b3c4d5e6f700007'), at(registry, 'cr.1')],
    },
  ],
  pass: [
    { name: 'none is left', world: managed(), message: none },
    {
      name: 'what is left lets nobody through',
      world: managed((estate) =>
        estate.connection(egress('mlw.1', 'Disconnected')).registryConnection(egress('cr.1', 'Rejected')),
      ),
      message: none,
    },
    {
      name: 'a shared registry has as many as the other workspace needs',
      world: () => besideLegacy(1),
      target: `${workspace}/onlineEndpoints/claims/deployments/blue`,
      message: none,
    },
  ],
  unknown: [
    {
      name: 'the registry was refused',
      world: managed(({ world }) => world.gap('registry', registry)),
      message:
        'crmanaged was not read (forbidden, Microsoft.ContainerRegistry/registries/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.ContainerRegistry/registries/read'],
    },
    {
      name: 'a connection may be one, its description erased',
      world: managed((estate) => {
        estate.registryConnection(egress('cr.1', 'Approved', ''));
        estate.world.gap('privateEndpoint', endpoint);
      }),
      message:
        'pe-1 was not read (forbidden, Microsoft.Network/privateEndpoints/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.Network/privateEndpoints/read'],
    },
    {
      name: 'the state is one of tomorrow',
      world: managed((estate) => estate.connection(egress('mlw.1', 'Frozen'))),
      message:
        'mlw.1: properties.privateLinkServiceConnectionState.status is Frozen; isocheck knows Approved or Pending or Rejected or Disconnected or Timeout.',
      operations: ['Microsoft.MachineLearningServices/workspaces/read'],
    },
  ],
  notApplicable: [
    {
      name: 'no managed network',
      world: soundPrivate,
      message: 'The deployment does not leave through a managed network.',
    },
  ],
});
