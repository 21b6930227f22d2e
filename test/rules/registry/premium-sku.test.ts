import rule from '../../../src/rules/registry/premium-sku.js';
import { Estate, type EstateOptions } from '../../world/estate.js';
import { deploymentId, MICROSOFT_SUBSCRIPTION } from '../../world/names.js';
import { soundManaged, soundPrivate, soundPublic } from '../../world/sound.js';
import type { World } from '../../world/world.js';
import { testRule } from '../test-rule.js';

const { registry, workspace, subscription } = new Estate('fraud').names;

/** An open workspace with a Standard registry, and what needs more than that. */
const standard =
  (options: EstateOptions = {}, change: (estate: Estate) => void = () => undefined) =>
  () => {
    const estate = new Estate('fraud', {
      workspaceAccess: 'Enabled',
      closedDependencies: false,
      privateEndpoint: false,
      registrySku: 'Standard',
      ...options,
    });
    change(estate);
    return estate;
  };

const LEGACY = 'a deployment that leaves privately pulls its image through a private endpoint';
const APPROVED = 'a managed network reaches it through a private endpoint alone';
const CONNECTED = 'it has private endpoint connections';
const INTERNET = 'a managed network reaches it through a private endpoint if it is closed';
const INBOUND = 'a workspace that uses it has a private endpoint';
const UNNEEDED =
  'No private endpoint, private egress or managed network of the workspaces read needs a Premium registry.';

const failed = (severity: 'error' | 'warning', sku: string, ...reasons: readonly string[]) => ({
  severity,
  message: `sku.name is ${sku}; a registry needs Premium to have a private endpoint, and ${reasons.join('; ')}.`,
  evidence: [{ resourceId: registry, path: 'sku.name', actual: sku, expected: 'Premium' }],
  summary: 'Raise the registry to the Premium tier, which costs more.',
  commands: [
    `az acr update --name crfraud --resource-group rg-fraud --subscription ${subscription} --sku Premium`,
  ],
});

const sku = (value: string | null) => (estate: Estate) => estate.world.set(registry, 'sku.name', value);
const hideEndpoints = (world: World) => world.gap('endpoints', `${workspace}/onlineEndpoints`);

testRule(rule, {
  fail: [
    {
      name: 'a deployment leaves privately, which made a connection',
      world: standard({}, (estate) => estate.endpoint('fraud', 'Enabled', { blue: 'Disabled' })),
      ...failed('error', 'Standard', LEGACY, CONNECTED),
    },
    {
      name: 'a deployment leaves privately, and no connection was made',
      world: standard({}, (estate) => {
        estate.endpoint('fraud', 'Enabled', { blue: 'Disabled' });
        estate.world.set(registry, 'properties.privateEndpointConnections', []);
      }),
      ...failed('error', 'Standard', LEGACY),
    },
    {
      name: 'the managed network lets out only what is approved',
      world: standard({ isolationMode: 'AllowOnlyApprovedOutbound' }, sku('basic')),
      ...failed('error', 'Basic', APPROVED),
    },
    {
      name: 'the registry has a connection of whatever kind',
      world: standard({}, (estate) =>
        estate.registryConnection({
          name: 'crfraud.1',
          privateEndpoint: `/subscriptions/${MICROSOFT_SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Network/privateEndpoints/pe-1`,
          status: 'Rejected',
        }),
      ),
      ...failed('error', 'Standard', CONNECTED),
    },
    {
      name: 'the managed network lets out to the internet',
      world: standard({ isolationMode: 'AllowInternetOutbound' }),
      ...failed('warning', 'Standard', INTERNET),
    },
    {
      name: 'the workspace merely has a private endpoint',
      world: standard({ privateEndpoint: true }),
      ...failed('warning', 'Standard', INBOUND),
    },
    {
      name: 'the workspace has a private endpoint, and whether a deployment leaves privately was not read',
      world: standard({ privateEndpoint: true }, ({ world }) => hideEndpoints(world)),
      ...failed('error', 'Standard', INBOUND),
    },
  ],
  pass: [
    { name: 'the registry of an isolated workspace', world: soundPrivate, message: 'sku.name is Premium.' },
    {
      name: 'the registry of a workspace with a managed network',
      world: () => soundManaged('AllowInternetOutbound'),
      message: 'sku.name is Premium.',
    },
    {
      name: 'the tier is written in small letters',
      world: () => {
        const estate = soundPrivate();
        sku('premium')(estate);
        return estate;
      },
      message: 'sku.name is Premium.',
    },
  ],
  unknown: [
    {
      name: 'the endpoints were refused, and nothing else needs it',
      world: standard({}, ({ world }) => hideEndpoints(world)),
      message:
        'onlineendpoints was not read (forbidden, Microsoft.MachineLearningServices/workspaces/onlineEndpoints/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.MachineLearningServices/workspaces/onlineEndpoints/read'],
    },
    {
      name: 'a deployment was refused',
      world: standard({}, (estate) => {
        estate.endpoint('fraud', 'Enabled', { blue: 'Enabled' });
        estate.world.gap('deployments', deploymentId(workspace, 'fraud', 'blue'));
      }),
      message:
        'blue was not read (forbidden, Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments/read'],
    },
    {
      name: 'the registry was refused, and a deployment leaves privately',
      world: () => {
        const estate = soundPrivate();
        estate.world.gap('registry', registry);
        return estate;
      },
      message:
        'crfraud was not read (forbidden, Microsoft.ContainerRegistry/registries/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.ContainerRegistry/registries/read'],
    },
    {
      name: 'the tier is one of tomorrow',
      world: () => {
        const estate = soundPrivate();
        sku('PremiumV2')(estate);
        return estate;
      },
      message: 'crfraud: sku.name is PremiumV2; isocheck knows Basic or Standard or Premium or Classic.',
      operations: ['Microsoft.ContainerRegistry/registries/read'],
    },
    {
      name: 'ARM tells no tier',
      world: () => {
        const estate = soundPrivate();
        estate.world.unset(registry, 'sku');
        return estate;
      },
      message: 'crfraud: sku.name is absent.',
      operations: ['Microsoft.ContainerRegistry/registries/read'],
    },
  ],
  notApplicable: [
    { name: 'all is public', world: soundPublic, message: UNNEEDED },
    {
      name: 'a connection of the workspace that nobody can attribute',
      world: standard({}, (estate) => {
        const foreign = `/subscriptions/${MICROSOFT_SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Network/privateEndpoints/pe-1`;
        estate.connection({ name: 'mlw-fraud.1', privateEndpoint: foreign, status: 'Approved' });
        estate.world.gap('privateEndpoint', foreign, 'not-found', '404 ResourceNotFound');
      }),
      message: UNNEEDED,
    },
  ],
});
