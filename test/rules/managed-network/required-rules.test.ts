import rule from '../../../src/rules/managed-network/required-rules.js';
import { soundManaged, soundPrivate } from '../../world/sound.js';
import { testRule } from '../test-rule.js';

const { workspace, registry, subscription } = soundManaged().names;
const registryRule = `${workspace}/outboundRules/__SYS_PE_registry`;
const summary = 'Provision the managed network again: the service makes the rules that are missing.';
const commands = [
  `az ml workspace provision-network --name mlw-managed --resource-group rg-managed --subscription ${subscription}`,
];

const withRule =
  (change: (estate: ReturnType<typeof soundManaged>) => void, mode?: 'AllowInternetOutbound') => () => {
    const estate = soundManaged(mode);
    change(estate);
    return estate;
  };

testRule(rule, {
  fail: [
    {
      name: 'the rule to the registry is missing',
      world: withRule((estate) => estate.world.remove(registryRule)),
      severity: 'error',
      message:
        'Required private endpoint rules of the managed network are not Active: the container registry (missing).',
      evidence: [
        {
          resourceId: workspace,
          path: 'properties.managedNetwork.outboundRules',
          actual: 'no rule to registry of crmanaged',
          expected: 'Active',
        },
      ],
      summary,
      commands,
    },
    {
      name: 'the rule to the registry is Failed',
      world: withRule((estate) => estate.world.set(registryRule, 'properties.status', 'Failed')),
      severity: 'error',
      message:
        'Required private endpoint rules of the managed network are not Active: the container registry (Failed).',
      evidence: [
        { resourceId: registryRule, path: 'properties.status', actual: 'Failed', expected: 'Active' },
      ],
      summary,
      commands,
    },
    {
      name: 'AllowInternetOutbound, and a closed registry has no rule',
      world: withRule((estate) => estate.world.remove(registryRule), 'AllowInternetOutbound'),
      severity: 'error',
      message:
        'Required private endpoint rules of the managed network are not Active: the container registry (missing).',
      evidence: [
        {
          resourceId: workspace,
          path: 'properties.managedNetwork.outboundRules',
          actual: 'no rule to registry of crmanaged',
          expected: 'Active',
        },
      ],
      summary,
      commands,
    },
  ],
  pass: [
    {
      name: 'all rules are Active',
      world: soundManaged,
      message: 'All 4 required private endpoint rules are Active.',
    },
    {
      name: 'no registry is attached: no rule is expected for it',
      world: withRule((estate) => {
        estate.world.remove(registryRule).set(workspace, 'properties.containerRegistry', null);
      }),
      message: 'All 3 required private endpoint rules are Active.',
    },
    {
      name: 'the workspace is open: the rule to itself may be missing',
      world: withRule((estate) => {
        estate.world
          .remove(`${workspace}/outboundRules/__SYS_PE_workspace`)
          .set(workspace, 'properties.publicNetworkAccess', 'Enabled');
      }),
      message: 'All 3 required private endpoint rules are Active.',
    },
    {
      name: 'the list was refused, and the rules stand in the body of the workspace',
      world: withRule((estate) => {
        const { storage, keyVault } = estate.names;
        const target = (serviceResourceId: string, subresourceTarget: string) => ({
          type: 'PrivateEndpoint',
          category: 'Required',
          status: 'Active',
          destination: { serviceResourceId, subresourceTarget },
        });
        estate.world
          .gap('outboundRules', `${workspace}/outboundRules`)
          .set(workspace, 'properties.managedNetwork.outboundRules', {
            blob: target(storage, 'blob'),
            vault: target(keyVault.toUpperCase(), 'vault'),
            registry: target(registry, 'registry'),
            workspace: target(workspace, 'amlworkspace'),
          });
      }),
      message: 'All 4 required private endpoint rules are Active.',
    },
  ],
  unknown: [
    {
      name: 'the rules were refused',
      world: withRule((estate) => estate.world.gap('outboundRules', `${workspace}/outboundRules`)),
      message:
        'outboundrules was not read (forbidden, Microsoft.MachineLearningServices/workspaces/outboundRules/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.MachineLearningServices/workspaces/outboundRules/read'],
    },
    {
      name: 'the service is at work on a rule',
      world: withRule((estate) => estate.world.set(registryRule, 'properties.status', 'Provisioning')),
      message:
        'The private endpoint rule to the container registry is Provisioning: the service is at work on it.',
      operations: [],
    },
    {
      name: 'AllowInternetOutbound, and the vault was refused: nobody knows whether it is closed',
      world: withRule(
        (estate) => estate.world.gap('keyVault', estate.names.keyVault),
        'AllowInternetOutbound',
      ),
      message:
        'kv-managed was not read (forbidden, Microsoft.KeyVault/vaults/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.KeyVault/vaults/read'],
    },
  ],
  notApplicable: [
    { name: 'no managed network', world: soundPrivate, message: 'The workspace has no managed network.' },
    {
      name: 'not provisioned yet',
      world: withRule((estate) => estate.world.unset(workspace, 'properties.managedNetwork.status')),
      message: 'The managed network is Inactive: its rules act once it is provisioned.',
    },
  ],
});
