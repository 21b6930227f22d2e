import { describe, expect, it } from 'vitest';
import { EGRESS_DESCRIPTION } from '../../../src/arm/egress-description.js';
import { nameOf } from '../../../src/arm/resource-id.js';
import { Model } from '../../../src/model/bodies/model.js';
import { egressLeftovers } from '../../../src/model/connections/egress-leftovers.js';
import { workspaceAt } from '../../../src/model/resources/workspace.js';
import { connectionBody } from '../../world/bodies/dependencies.js';
import { Estate } from '../../world/estate.js';
import { MICROSOFT_SUBSCRIPTION, type Names, namesOf } from '../../world/names.js';
import { World } from '../../world/world.js';

const managed = namesOf('managed');
const { workspace, registry, storage, privateEndpoint } = managed;
const hidden = (name: string) =>
  `/subscriptions/${MICROSOFT_SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Network/privateEndpoints/${name}`;
const FORBIDDEN = ['403 AuthorizationFailed'];

type Change = (world: World, other: Estate) => unknown;

/** Another workspace, with two deployments of its own that are sent out privately. */
const SHARING: Names = {
  ...namesOf('other', { guid: '6e1c0d2f-8a3b-4d4c-8e5f-7b8c9d0e1f2a' }),
  registry,
  storage,
};
const { workspace: other } = SHARING;

/**
 * The names of what is left behind, or what the gaps say: of a workspace with a managed network, beside another one
 * that shares its registry and storage account.
 */
function leftIn(change: Change, otherNames: Names = SHARING): readonly string[] {
  const world = new World();
  const beside = new Estate('other', {}, world, otherNames);
  beside.endpoint('churn', 'Disabled', { blue: 'Disabled', green: 'Disabled' });
  new Estate('managed', { isolationMode: 'AllowOnlyApprovedOutbound' }, world, managed);
  change(world, beside);
  const left = egressLeftovers(workspaceAt(new Model(world.snapshot()), workspace));
  return left.known ? left.value.map(({ id }) => nameOf(id)) : left.gaps.map(({ detail }) => detail);
}

interface Options {
  readonly status?: string;
  readonly description?: string;
  readonly privateEndpoint?: string;
}

/** Adds a connection: a deployment's, Approved, whose private endpoint may not be read, unless told otherwise. */
const connect =
  (service: string, name: string, options: Options = {}): Change =>
  (world) =>
    world.push(
      service,
      'properties.privateEndpointConnections',
      connectionBody(`${service}/privateEndpointConnections/${name}`, {
        privateEndpoint: hidden(name),
        status: 'Approved',
        description: EGRESS_DESCRIPTION,
        ...options,
      }),
    );

const several =
  (...changes: readonly Change[]): Change =>
  (world, beside) => {
    for (const change of changes) change(world, beside);
  };

describe('what deployments older than the managed network leave behind on the workspace', () => {
  const table: readonly [options: Options, left: readonly string[]][] = [
    [{}, ['it']],
    [{ status: 'Pending' }, ['it']],
    [{ status: 'Rejected' }, []],
    [{ status: 'Disconnected' }, []],
    [{ status: 'Timeout' }, []],
    [
      { status: 'Odd' },
      [
        'properties.privateLinkServiceConnectionState.status is Odd; isocheck knows Approved or Pending or Rejected or Disconnected or Timeout',
      ],
    ],
    [{ description: 'Auto-Approved' }, []],
    // Approving without a description erases the text that marks it.
    [{ description: '' }, ['the snapshot does not hold it']],
    [{ description: '', status: 'Pending' }, []],
    [{ description: '', privateEndpoint: hidden('__SYS_PE_workspace') }, []],
    [{ description: '', privateEndpoint }, []],
  ];
  it.each(table)('%j: %j', (options, left) => {
    expect(leftIn(connect(workspace, 'it', options))).toEqual(left);
  });

  it('is not known of a workspace that was not read', () => {
    expect(leftIn((world) => world.gap('workspace', workspace))).toEqual(FORBIDDEN);
  });
});

describe('what they leave behind on a registry that others share', () => {
  const pair = several(connect(registry, 'one'), connect(registry, 'two'));
  const three = several(pair, connect(registry, 'three'));
  const listGone: Change = (world) => world.gap('deployments', `${other}/onlineEndpoints/churn/deployments`);
  const egressOpen: Change = (world) =>
    world.set(
      `${other}/onlineEndpoints/churn/deployments/green`,
      'properties.egressPublicNetworkAccess',
      'Enabled',
    );
  const table: readonly [what: string, change: Change, left: readonly string[]][] = [
    ['nothing', () => undefined, []],
    ['nothing, where others need fewer', connect(registry, 'one'), []],
    ['nothing, where others need as many', pair, []],
    ['all, where there are more than others need', three, ['one', 'two', 'three']],
    ['all, where a deployment of the others needs none', several(pair, egressOpen), ['one', 'two']],
    [
      'only those that live',
      several(three, connect(registry, 'dead', { status: 'Rejected' })),
      ['one', 'two', 'three'],
    ],
    [
      'nothing, where some are dead and others need the rest',
      several(pair, connect(registry, 'dead', { status: 'Disconnected' })),
      [],
    ],
    // How many the others need is open: each may be theirs.
    ['open, where the deployments of others were not read', several(three, listGone), FORBIDDEN],
    [
      'nothing, where what was read of the others needs as many',
      several(pair, (world, beside) => {
        beside.endpoint('late', 'Disabled', {});
        world.gap('deployments', `${other}/onlineEndpoints/late/deployments`);
      }),
      [],
    ],
    [
      'open, where one that shares it was not read',
      several(three, (world) => world.gap('workspace', other)),
      FORBIDDEN,
    ],
    [
      'open, where it can not be told which registry another one uses',
      several(three, (world) => world.set(other, 'properties.containerRegistry', 7)),
      ['properties.containerRegistry is 7; isocheck knows a string'],
    ],
    ['open, where it was not read', (world) => world.gap('registry', registry), FORBIDDEN],
    [
      'open, where one may be a deployment that can not be told',
      connect(registry, 'one', { description: '' }),
      ['the snapshot does not hold it'],
    ],
    ['nothing, where there is none', (world) => world.unset(workspace, 'properties.containerRegistry'), []],
  ];
  it.each(table)('%s', (_, change, left) => expect(leftIn(change)).toEqual(left));

  it('all, where nobody shares it', () => {
    const alone = { ...SHARING, registry: namesOf('other').registry };
    expect(leftIn(connect(registry, 'one'), alone)).toEqual(['one']);
  });

  it("all, where the workspace's own deployments are all that need them", () => {
    const { world } = new Estate('alone').endpoint('churn', 'Disabled');
    const alone = namesOf('alone');
    const left = egressLeftovers(workspaceAt(new Model(world.snapshot()), alone.workspace));
    expect(left.known && left.value.map(({ host }) => nameOf(host.id))).toEqual([
      'mlw-alone',
      'cralone',
      'stalone',
    ]);
  });

  it('is counted apart on a storage account', () => {
    const onStorage = several(...['s1', 's2', 's3'].map((name) => connect(storage, name)));
    expect(leftIn(several(pair, onStorage))).toEqual(['s1', 's2', 's3']);
    expect(leftIn(several(connect(storage, 's1'), connect(storage, 's2')))).toEqual([]);
    expect(leftIn((world) => world.gap('storageAccount', storage))).toEqual(FORBIDDEN);
  });

  it('does not matter beside one that is known', () => {
    const unread: Change = (world) => world.gap('registry', registry);
    expect(leftIn(several(connect(workspace, 'it'), unread))).toEqual(['it']);
    expect(leftIn(several(connect(workspace, 'it'), three, listGone))).toEqual(['it']);
  });
});
