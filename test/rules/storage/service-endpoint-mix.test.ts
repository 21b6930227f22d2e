import type { Json } from '../../../src/json.js';
import rule from '../../../src/rules/storage/service-endpoint-mix.js';
import { soundManaged, soundPrivate } from '../../world/sound.js';
import type { World } from '../../world/world.js';
import { worldOf } from '../changed-world.js';
import { egressEndpoint } from '../egress-worlds.js';
import { testRule } from '../test-rule.js';

const { storage, workspace, virtualNetwork, subscription } = soundManaged().names;
const path = 'properties.networkAcls.virtualNetworkRules';
const CONNECTIONS = 'properties.privateEndpointConnections';
const STORAGE = 'Microsoft.Storage/storageAccounts/read';
const APART = 'Private endpoints and subnets with service endpoints do not lead to the account at once.';
const subnet = (name: string) => `${virtualNetwork}/subnets/${name}`;

/** The account behind a managed network lets in these subnets, and has one connection in this state. */
const mixed = (
  rules: readonly Json[],
  status: string | null,
  change: (world: World) => void = () => undefined,
) =>
  worldOf((world) => {
    const connection = {
      id: `${storage}/privateEndpointConnections/one`,
      properties: {
        privateEndpoint: { id: egressEndpoint('one') },
        privateLinkServiceConnectionState: { status },
      },
    };
    world.set(storage, path, [...rules]).set(storage, CONNECTIONS, status === null ? [] : [connection]);
    change(world);
  }, soundManaged);
const lettingIn = (...names: readonly string[]) =>
  names.map((name) => ({ id: subnet(name), action: 'Allow' }));

const failed = (shown: string, ...names: readonly string[]) => ({
  severity: 'warning' as const,
  message: `${path} lets in ${shown} by service endpoints while private endpoints lead to the account too; behind a managed network the two do not go together.`,
  evidence: [{ resourceId: storage, path, actual: shown, expected: 'none' }],
  summary:
    'Give what runs in these subnets a private endpoint to the account, then take the rules out: this deletes them, and what still comes by a service endpoint is shut out.',
  commands: names.map(
    (name) =>
      `az storage account network-rule remove --account-name stmanaged --resource-group rg-managed --subscription ${subscription} --subnet ${subnet(name)}`,
  ),
});

testRule(rule, {
  fail: [
    {
      name: 'a subnet comes in beside an Approved private endpoint',
      world: mixed(lettingIn('one'), 'approved'),
      ...failed('one', 'one'),
    },
    {
      name: 'four come in beside one that waits',
      world: mixed(lettingIn('one', 'two', 'three', 'four'), 'Pending'),
      ...failed('one, two, three and 1 more', 'one', 'two', 'three', 'four'),
    },
  ],
  pass: [
    { name: 'no subnet comes in', world: mixed([], 'Approved'), message: APART },
    { name: 'there is no private endpoint', world: mixed(lettingIn('one'), null), message: APART },
    {
      name: 'the only private endpoint is Disconnected',
      world: mixed(lettingIn('one'), 'Disconnected'),
      message: APART,
    },
    {
      name: 'no subnet comes in, and the state of the private endpoint is one of tomorrow',
      world: mixed([], 'Blessed'),
      message: APART,
    },
  ],
  unknown: [
    {
      name: 'the account was refused',
      world: mixed([], null, (world) => world.gap('storageAccount', storage)),
      message: `stmanaged was not read (forbidden, ${STORAGE}): 403 AuthorizationFailed.`,
      operations: [STORAGE],
    },
    {
      name: 'a rule names no subnet',
      world: mixed([{ id: '' }], 'Approved'),
      message: `stmanaged: ${path} holds a rule without id.`,
      operations: [STORAGE],
    },
    {
      name: 'the state of the private endpoint is one of tomorrow',
      world: mixed(lettingIn('one'), 'Blessed'),
      message:
        'one: properties.privateLinkServiceConnectionState.status is Blessed; isocheck knows Approved or Pending or Rejected or Disconnected or Timeout.',
      operations: [STORAGE],
    },
    {
      name: 'the managed network of the workspace is not known',
      world: mixed(lettingIn('one'), 'Approved', (world) =>
        world.set(workspace, 'properties.managedNetwork.isolationMode', 'Loose'),
      ),
      message:
        'mlw-managed: properties.managedNetwork.isolationMode is Loose; isocheck knows Disabled or AllowInternetOutbound or AllowOnlyApprovedOutbound.',
      operations: ['Microsoft.MachineLearningServices/workspaces/read'],
    },
  ],
  notApplicable: [
    {
      name: 'there is no managed network',
      world: soundPrivate,
      message: 'No workspace read that uses the account has a managed network.',
    },
  ],
});
