import type { Scenario } from '../../src/findings/report.js';
import type { Estate } from '../world/estate.js';
import { deploymentId } from '../world/names.js';
import {
  egressGoesTo,
  kubernetes,
  legacy,
  managed,
  olderDeployment,
  projectOfHub,
  publicEgress,
  twoPrivateEndpoints,
  withoutPrivateEndpoint,
} from './worlds.js';

/** What the matrix says of the one deployment of a world. */
export interface Row {
  readonly name: string;
  readonly world: () => Estate;
  readonly inbound: Scenario['inbound'];
  readonly outbound: Scenario['outbound'];
  readonly generation: Scenario['generation'];
  readonly supported: Scenario['supported'];
  /** The conditions that keep it from being supported: `fail registry/premium-sku`. */
  readonly decidedBy?: readonly string[];
}

const PRIVATE_PRIVATE = { inbound: 'private', outbound: 'private', generation: 'legacy' } as const;
const PRIVATE_PUBLIC = { inbound: 'private', outbound: 'public', generation: 'none' } as const;
const PUBLIC_PRIVATE = { inbound: 'public', outbound: 'private', generation: 'legacy' } as const;
const PUBLIC_PUBLIC = { inbound: 'public', outbound: 'public', generation: 'none' } as const;

/** Every place of the matrix, and every condition that decides of it. */
export const ROWS: readonly Row[] = [
  {
    name: 'private inbound, private outbound',
    world: legacy('Disabled'),
    ...PRIVATE_PRIVATE,
    supported: true,
  },
  {
    name: 'private inbound, public outbound of an open workspace',
    world: publicEgress('Disabled'),
    ...PRIVATE_PUBLIC,
    supported: true,
  },
  { name: 'public inbound, private outbound', world: legacy('Enabled'), ...PUBLIC_PRIVATE, supported: true },
  {
    name: 'public inbound, public outbound of an open workspace',
    world: publicEgress('Enabled'),
    ...PUBLIC_PUBLIC,
    supported: true,
  },
  {
    name: 'v1 legacy mode is on, whatever the way in',
    world: publicEgress('Enabled', ({ world, names }) =>
      world.set(names.workspace, 'properties.v1LegacyMode', true),
    ),
    ...PUBLIC_PUBLIC,
    supported: false,
    decidedBy: ['fail workspace/v1-legacy-mode'],
  },
  {
    name: 'private inbound without a private endpoint',
    world: withoutPrivateEndpoint,
    ...PRIVATE_PRIVATE,
    supported: false,
    decidedBy: ['fail endpoint/private-inbound-path', 'fail workspace/private-endpoint'],
  },
  {
    name: 'the private endpoint is older than private scoring',
    world: twoPrivateEndpoints({ first: ['Approved', 'old'] }),
    ...PRIVATE_PRIVATE,
    supported: false,
    decidedBy: ['fail private-endpoint/creation-date'],
  },
  {
    name: 'an old private endpoint beside a new one',
    world: twoPrivateEndpoints({ first: ['Approved', 'old'], second: ['Approved', 'new'] }),
    ...PRIVATE_PRIVATE,
    supported: true,
  },
  {
    name: 'an old private endpoint beside a new one that lets nobody in yet',
    world: twoPrivateEndpoints({ first: ['Approved', 'old'], second: ['Pending', 'new'] }),
    ...PRIVATE_PRIVATE,
    supported: false,
    decidedBy: ['fail private-endpoint/creation-date'],
  },
  {
    name: 'storage in another subscription',
    world: legacy('Disabled', ({ world, names }) =>
      world.set(
        names.workspace,
        'properties.storageAccount',
        names.storage.replace(names.subscription, 'b2c3d4e5-f607-4819-8a2b-3c4d5e6f7081'),
      ),
    ),
    ...PRIVATE_PRIVATE,
    supported: false,
    decidedBy: ['fail workspace/dependency-subscription'],
  },
  {
    name: 'the registry is Standard',
    world: legacy('Disabled', ({ world, names }) => world.set(names.registry, 'sku.name', 'Standard')),
    ...PRIVATE_PRIVATE,
    supported: false,
    decidedBy: ['fail registry/premium-sku'],
  },
  {
    name: 'the registry lets no deployment in',
    world: legacy('Disabled', ({ world, names }) =>
      world.set(names.registry, 'properties.privateEndpointConnections', []),
    ),
    ...PRIVATE_PRIVATE,
    supported: false,
    decidedBy: ['fail registry/egress-private-endpoint'],
  },
  {
    name: 'the image is out of reach',
    world: legacy('Disabled', (estate) => egressGoesTo(estate, 'mcr.microsoft.com/azureml/base:1')),
    ...PRIVATE_PRIVATE,
    supported: false,
    decidedBy: ['fail deployment/unreachable-image'],
  },
  {
    name: 'the model is out of reach',
    world: legacy('Disabled', ({ world, names }) =>
      world.set(
        `${names.workspace}/models/scoring/versions/1`,
        'properties.modelUri',
        'https://stlake.blob.core.windows.net/models/scoring',
      ),
    ),
    ...PRIVATE_PRIVATE,
    supported: false,
    decidedBy: ['fail deployment/model-storage'],
  },
  {
    name: 'the scoring script is out of reach',
    world: legacy('Disabled', ({ world, names }) =>
      world.set(
        deploymentId(names.workspace, 'scoring', 'blue'),
        'properties.codeConfiguration.codeId',
        'azureml://registries/contoso/codes/score/versions/1',
      ),
    ),
    ...PRIVATE_PRIVATE,
    supported: false,
    decidedBy: ['fail deployment/code-storage'],
  },
  {
    name: 'where the model lies was not read',
    world: legacy('Disabled', ({ world, names }) => world.gap('datastores', `${names.workspace}/datastores`)),
    ...PRIVATE_PRIVATE,
    supported: null,
    decidedBy: ['unknown deployment/model-storage'],
  },
  {
    name: 'the registry was not read',
    world: legacy('Disabled', ({ world, names }) => world.gap('registry', names.registry)),
    ...PRIVATE_PRIVATE,
    supported: null,
    decidedBy: [
      'unknown registry/premium-sku',
      'unknown registry/egress-private-endpoint',
      'unknown deployment/unreachable-image',
    ],
  },
  {
    name: 'a private endpoint that nobody can attribute',
    world: legacy('Disabled', (estate) => {
      const { world, names } = estate;
      world.gap('privateEndpoint', names.privateEndpoint).remove(names.networkInterface);
      return estate;
    }),
    ...PRIVATE_PRIVATE,
    supported: null,
    decidedBy: [
      'unknown endpoint/private-inbound-path',
      'unknown private-endpoint/creation-date',
      'unknown workspace/private-endpoint',
    ],
  },
  {
    name: 'public outbound of a closed workspace',
    world: publicEgress('Disabled', ({ world, names }) =>
      world.set(names.workspace, 'properties.publicNetworkAccess', 'Disabled'),
    ),
    ...PRIVATE_PUBLIC,
    supported: false,
    decidedBy: ['fail deployment/public-egress-needs-public-workspace'],
  },
  {
    name: 'public outbound of a workspace that is open to some addresses',
    world: publicEgress('Disabled', ({ world, names }) =>
      world.set(names.workspace, 'properties.ipAllowlist', ['198.51.100.0/24']),
    ),
    ...PRIVATE_PUBLIC,
    supported: null,
    decidedBy: ['fail deployment/public-egress-needs-public-workspace'],
  },
  {
    name: 'public outbound, and the image lies in a closed registry',
    world: publicEgress('Disabled', ({ world, names }) =>
      world.set(names.registry, 'properties.publicNetworkAccess', 'Disabled'),
    ),
    ...PRIVATE_PUBLIC,
    supported: false,
    decidedBy: ['fail deployment/public-egress-private-registry'],
  },
  {
    name: 'public outbound past a closed registry, with an image from elsewhere',
    world: publicEgress('Disabled', (estate) => {
      estate.world.set(estate.names.registry, 'properties.publicNetworkAccess', 'Disabled');
      return egressGoesTo(estate, 'mcr.microsoft.com/azureml/base:1');
    }),
    ...PRIVATE_PUBLIC,
    supported: true,
  },
  {
    name: 'public outbound, and the storage account is restricted',
    world: publicEgress('Disabled', ({ world, names }) =>
      world.set(names.storage, 'properties.networkAcls.defaultAction', 'Deny'),
    ),
    ...PRIVATE_PUBLIC,
    supported: null,
    decidedBy: ['fail deployment/public-egress-private-storage'],
  },
  {
    name: 'an access that isocheck does not know',
    world: legacy('Disabled', ({ world, names }) =>
      world.set(`${names.workspace}/onlineEndpoints/scoring`, 'properties.publicNetworkAccess', 'Perhaps'),
    ),
    inbound: 'unknown',
    outbound: 'private',
    generation: 'legacy',
    supported: null,
    decidedBy: ['unknown endpoint/private-inbound-path'],
  },
  {
    name: 'the deployment was listed and not read',
    world: legacy('Disabled', ({ world, names }) =>
      world.gap('deployments', `${names.workspace}/onlineEndpoints/scoring/deployments/blue`),
    ),
    inbound: 'private',
    outbound: 'unknown',
    generation: 'unknown',
    supported: null,
    decidedBy: ['unknown deployment/egress-public-network-access'],
  },
  {
    name: 'a managed network of approved outbound',
    world: managed('AllowOnlyApprovedOutbound'),
    inbound: 'private',
    outbound: 'private',
    generation: 'managed',
    supported: true,
  },
  {
    name: 'a managed network, and no registry yet',
    world: managed('AllowOnlyApprovedOutbound', ({ world, names }) =>
      world.set(names.workspace, 'properties.containerRegistry', null),
    ),
    inbound: 'private',
    outbound: 'private',
    generation: 'managed',
    supported: true,
  },
  {
    name: 'a managed network of internet outbound',
    world: managed('AllowInternetOutbound'),
    inbound: 'private',
    outbound: 'public',
    generation: 'managed',
    supported: true,
  },
  {
    name: 'a managed network that is not provisioned',
    world: managed('AllowInternetOutbound', ({ world, names }) =>
      world.set(names.workspace, 'properties.managedNetwork.status.status', 'Inactive'),
    ),
    inbound: 'private',
    outbound: 'public',
    generation: 'managed',
    supported: false,
    decidedBy: ['fail managed-network/provisioned'],
  },
  {
    name: 'a managed network without a rule that it must have',
    world: managed('AllowOnlyApprovedOutbound', ({ world, names }) =>
      world.remove(`${names.workspace}/outboundRules/__SYS_PE_keyvault`),
    ),
    inbound: 'private',
    outbound: 'private',
    generation: 'managed',
    supported: false,
    decidedBy: ['fail managed-network/required-rules'],
  },
  ...(['AllowOnlyApprovedOutbound', 'AllowInternetOutbound'] as const).map(
    (mode): Row => ({
      name: `a managed network in ${mode} that may be younger than the deployment`,
      world: managed(mode, olderDeployment),
      inbound: 'private',
      outbound: 'unknown',
      generation: 'managed',
      supported: null,
      decidedBy: ['fail managed-network/predating-deployments'],
    }),
  ),
  {
    name: 'a managed network, and what older deployments left on the storage account was not read',
    world: managed('AllowOnlyApprovedOutbound', ({ world, names }) =>
      world.gap('storageAccount', names.storage),
    ),
    inbound: 'private',
    outbound: 'unknown',
    generation: 'managed',
    supported: null,
    decidedBy: ['unknown managed-network/predating-deployments'],
  },
  {
    name: 'an api-version that knows of no managed network',
    world: legacy('Disabled', ({ world, names }) =>
      world.version(names.workspace, '2022-10-01').unset(names.workspace, 'properties.managedNetwork'),
    ),
    inbound: 'private',
    outbound: 'unknown',
    generation: 'unknown',
    supported: null,
    decidedBy: ['unknown deployment/egress-public-network-access'],
  },
  {
    name: "a project behind its hub's managed network",
    world: projectOfHub,
    inbound: 'private',
    outbound: 'private',
    generation: 'managed',
    supported: true,
  },
  {
    name: 'Kubernetes, which the flags do not govern',
    world: kubernetes,
    inbound: 'not-applicable',
    outbound: 'not-applicable',
    generation: 'kubernetes',
    supported: null,
    decidedBy: [],
  },
];
