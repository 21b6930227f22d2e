import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/findings/report.js';
import { judgeSnapshot } from '../../src/judge/judge-snapshot.js';
import type { Estate } from '../world/estate.js';
import { endpointId } from '../world/names.js';
import { kubernetes, legacy, managed, projectOfHub, publicEgress, twoPrivateEndpoints } from './worlds.js';

/*
 * Rows of the matrix where something was not read: none is supported, and none is not, unless something else that was
 * read decides. Each row has all of its conditions, with the status of each.
 */

type World = () => Estate;
type Conditions = readonly string[];

const INBOUND: Conditions = [
  'workspace/v1-legacy-mode',
  'workspace/dependency-subscription',
  'endpoint/private-inbound-path',
  'private-endpoint/creation-date',
];
const LEGACY: Conditions = [
  ...INBOUND,
  'workspace/private-endpoint',
  'registry/premium-sku',
  'registry/egress-private-endpoint',
  'deployment/unreachable-image',
  'deployment/mlflow-no-code',
  'deployment/model-storage',
  'deployment/code-storage',
];
const PUBLIC_EGRESS: Conditions = [
  ...INBOUND,
  'deployment/public-egress-needs-public-workspace',
  'deployment/public-egress-private-registry',
  'deployment/public-egress-private-storage',
];
const MANAGED: Conditions = [
  ...INBOUND,
  'managed-network/provisioned',
  'managed-network/required-rules',
  'managed-network/predating-deployments',
  'registry/premium-sku',
];
const UNTOLD: Conditions = [...INBOUND, 'deployment/egress-public-network-access'];
const UNTOLD_OPEN: Conditions = ['workspace/v1-legacy-mode', 'deployment/egress-public-network-access'];

interface Row {
  readonly name: string;
  readonly world: World;
  /** inbound, outbound and generation. */
  readonly place: string;
  readonly conditions: Conditions;
  /** Those of the conditions that are open; the others pass. */
  readonly unknown: Conditions;
}

const APPROVED = 'AllowOnlyApprovedOutbound';
const connectionsUnread = ({ world, names }: Estate) =>
  world
    .set(names.workspace, 'properties.privateEndpointConnections', 'many')
    .gap('workspaceConnections', `${names.workspace}/privateEndpointConnections`);
const workspaceUnread = ({ world, names }: Estate) => world.gap('workspace', names.workspace);
const registryUnread = ({ world, names }: Estate) => world.gap('registry', names.registry);
const setOnWorkspace =
  (path: string, value: string | number) =>
  ({ world, names }: Estate) =>
    world.set(names.workspace, path, value);
const registryIdUnread = setOnWorkspace('properties.containerRegistry', 7);
const rulesUnread = ({ world, names }: Estate) =>
  world.gap('outboundRules', `${names.workspace}/outboundRules`);
const hub = projectOfHub().names.workspace.replace('proj-', 'mlw-');
const ofHub = (change: (estate: Estate) => unknown) => () => {
  const estate = projectOfHub();
  change(estate);
  return estate;
};
const secondUnread =
  (first: 'old' | 'new'): World =>
  () => {
    const estate = twoPrivateEndpoints({ first: ['Approved', first], second: ['Approved', 'new'] })();
    estate.world.gap('privateEndpoint', estate.names.privateEndpoint.replace('pe-', 'pe2-'));
    return estate;
  };

const ROWS: readonly Row[] = [
  {
    name: 'the connections of the workspace, private egress',
    world: legacy('Disabled', connectionsUnread),
    place: 'private private legacy',
    conditions: LEGACY,
    unknown: [
      'endpoint/private-inbound-path',
      'private-endpoint/creation-date',
      'workspace/private-endpoint',
    ],
  },
  {
    name: 'the connections of the workspace, public egress',
    world: publicEgress('Disabled', connectionsUnread),
    place: 'private public none',
    conditions: PUBLIC_EGRESS,
    unknown: ['endpoint/private-inbound-path', 'private-endpoint/creation-date'],
  },
  {
    name: 'the connections of the workspace, managed network',
    world: managed(APPROVED, connectionsUnread),
    place: 'private unknown managed',
    conditions: MANAGED,
    unknown: [
      'endpoint/private-inbound-path',
      'private-endpoint/creation-date',
      'managed-network/predating-deployments',
    ],
  },
  {
    name: 'the workspace, of which the connections were listed',
    world: legacy('Disabled', workspaceUnread),
    place: 'private unknown unknown',
    conditions: UNTOLD,
    unknown: UNTOLD.filter((rule) => rule !== 'private-endpoint/creation-date'),
  },
  {
    name: 'the workspace and the list of its connections',
    world: managed(APPROVED, (estate) => {
      workspaceUnread(estate);
      estate.world.gap('workspaceConnections', `${estate.names.workspace}/privateEndpointConnections`);
    }),
    place: 'private unknown unknown',
    conditions: UNTOLD,
    unknown: UNTOLD,
  },
  {
    name: 'the workspace, and the endpoint is open',
    world: publicEgress('Enabled', workspaceUnread),
    place: 'public unknown unknown',
    conditions: UNTOLD_OPEN,
    unknown: UNTOLD_OPEN,
  },
  {
    name: 'whether v1 legacy mode is on',
    world: publicEgress('Enabled', setOnWorkspace('properties.v1LegacyMode', 'Perhaps')),
    place: 'public public none',
    conditions: ['workspace/v1-legacy-mode', ...PUBLIC_EGRESS.slice(INBOUND.length)],
    unknown: ['workspace/v1-legacy-mode'],
  },
  {
    name: 'of which kind the workspace is',
    world: legacy('Disabled', setOnWorkspace('kind', 7)),
    place: 'private unknown unknown',
    conditions: UNTOLD,
    unknown: UNTOLD.filter((rule) => rule !== 'private-endpoint/creation-date'),
  },
  {
    name: 'the hub of a project',
    world: ofHub(({ world }) => world.gap('workspace', hub)),
    place: 'private unknown unknown',
    conditions: UNTOLD,
    unknown: [
      'workspace/v1-legacy-mode',
      'workspace/dependency-subscription',
      'deployment/egress-public-network-access',
    ],
  },
  {
    name: 'which workspace the hub of a project is',
    world: ofHub(({ world, names }) => world.unset(names.workspace, 'properties.hubResourceId')),
    place: 'private unknown unknown',
    // The project has no private endpoint of its own whose age would matter.
    conditions: UNTOLD.filter((rule) => rule !== 'private-endpoint/creation-date'),
    unknown: UNTOLD.filter((rule) => rule !== 'private-endpoint/creation-date'),
  },
  {
    name: 'the registry, managed network',
    world: managed(APPROVED, registryUnread),
    place: 'private unknown managed',
    conditions: MANAGED,
    unknown: ['managed-network/predating-deployments', 'registry/premium-sku'],
  },
  {
    name: "the registry, managed network of a project's hub",
    world: ofHub(registryUnread),
    place: 'private unknown managed',
    conditions: MANAGED,
    unknown: ['managed-network/predating-deployments', 'registry/premium-sku'],
  },
  {
    name: 'the registry, public egress',
    world: publicEgress('Disabled', registryUnread),
    place: 'private public none',
    conditions: PUBLIC_EGRESS,
    unknown: ['deployment/public-egress-private-registry'],
  },
  {
    name: 'which registry it is, private egress',
    world: legacy('Disabled', registryIdUnread),
    place: 'private private legacy',
    conditions: LEGACY,
    unknown: [
      'workspace/dependency-subscription',
      'registry/premium-sku',
      'registry/egress-private-endpoint',
      'deployment/unreachable-image',
    ],
  },
  {
    name: 'which registry it is, managed network',
    world: managed(APPROVED, registryIdUnread),
    place: 'private unknown managed',
    conditions: MANAGED,
    unknown: [
      'workspace/dependency-subscription',
      'managed-network/required-rules',
      'managed-network/predating-deployments',
      'registry/premium-sku',
    ],
  },
  {
    name: 'the storage account, public egress',
    world: publicEgress('Disabled', ({ world, names }) => world.gap('storageAccount', names.storage)),
    place: 'private public none',
    conditions: PUBLIC_EGRESS,
    unknown: ['deployment/public-egress-private-storage'],
  },
  ...(
    [
      [APPROVED, 'private'],
      ['AllowInternetOutbound', 'public'],
    ] as const
  ).map(
    ([mode, outbound]): Row => ({
      name: `the rules of the managed network in ${mode}`,
      world: managed(mode, rulesUnread),
      place: `private ${outbound} managed`,
      conditions: MANAGED,
      unknown: ['managed-network/required-rules'],
    }),
  ),
  {
    name: "the rules of the managed network of a project's hub",
    world: ofHub(({ world }) => world.gap('outboundRules', `${hub}/outboundRules`)),
    place: 'private private managed',
    conditions: MANAGED,
    unknown: ['managed-network/required-rules'],
  },
  {
    name: 'whether the managed network is provisioned',
    world: managed(APPROVED, setOnWorkspace('properties.managedNetwork.status', 'Perhaps')),
    place: 'private private managed',
    conditions: MANAGED,
    unknown: ['managed-network/provisioned', 'managed-network/required-rules'],
  },
  {
    name: 'whether there is a managed network',
    world: managed(APPROVED, setOnWorkspace('properties.managedNetwork.isolationMode', 'Perhaps')),
    place: 'private unknown unknown',
    conditions: UNTOLD,
    unknown: ['deployment/egress-public-network-access'],
  },
  {
    name: 'the endpoint, which was listed',
    world: legacy('Disabled', ({ world, names }) =>
      world.gap('endpoints', endpointId(names.workspace, 'scoring')),
    ),
    place: 'unknown unknown unknown',
    conditions: UNTOLD,
    unknown: [
      'workspace/dependency-subscription',
      'endpoint/private-inbound-path',
      'deployment/egress-public-network-access',
    ],
  },
  {
    name: 'the second private endpoint, beside one that is too old',
    world: secondUnread('old'),
    place: 'private private legacy',
    conditions: LEGACY,
    unknown: ['private-endpoint/creation-date'],
  },
  {
    name: 'whether the second private endpoint is Approved, beside one that is too old',
    world: twoPrivateEndpoints({ first: ['Approved', 'old'], second: ['Perhaps', 'new'] }),
    place: 'private private legacy',
    conditions: LEGACY.map((rule) =>
      rule === 'private-endpoint/creation-date' ? 'private-endpoint/connection-state' : rule,
    ),
    unknown: ['private-endpoint/connection-state'],
  },
];

function rowsOf(world: World): readonly Scenario[] {
  return judgeSnapshot(world().world.snapshot()).scenarios;
}

function shown({ conditions }: Scenario): readonly string[] {
  return conditions.map(({ status, ruleId }) => `${status} ${ruleId}`);
}

describe('not read', () => {
  it.each(ROWS)('$name', ({ world, place, conditions, unknown }) => {
    const [row, ...more] = rowsOf(world);
    expect(more).toEqual([]);
    expect(row && `${row.inbound} ${row.outbound} ${row.generation}`).toBe(place);
    expect(row && shown(row)).toEqual(
      conditions.map((rule) => `${unknown.includes(rule) ? 'unknown' : 'pass'} ${rule}`),
    );
    expect(row?.supported).toBeNull();
    expect(row?.conditions.filter(({ text }) => text.includes('was not asked'))).toEqual([]);
  });

  it('a second private endpoint, beside one that is new enough: one is enough', () => {
    const [row] = rowsOf(secondUnread('new'));
    expect(row && shown(row)).toEqual(LEGACY.map((rule) => `pass ${rule}`));
    expect(row?.supported).toBe(true);
  });

  it('the registry, and v1 legacy mode is on: that decides', () => {
    const [row] = rowsOf(
      legacy('Disabled', (estate) => {
        registryUnread(estate);
        estate.world.set(estate.names.workspace, 'properties.v1LegacyMode', true);
      }),
    );
    expect(row?.conditions.map(({ status }) => status)).toContain('unknown');
    expect(row?.supported).toBe(false);
  });

  it.each([
    ['pass', 'new', null],
    ['fail', 'old', false],
  ] as const)('whether the only private endpoint is Approved, whose age is a %s', (_age, age, supported) => {
    const [row] = rowsOf(twoPrivateEndpoints({ first: ['Perhaps', age] }));
    expect(row?.supported).toBe(supported);
  });
});

describe('not read, and the endpoint has no deployment', () => {
  it('the connections of the workspace', () => {
    const bare = rowsOf(() => {
      const estate = legacy('Disabled')().endpoint('bare', 'Disabled', {});
      connectionsUnread(estate);
      return estate;
    }).find(({ endpoint }) => endpoint === 'bare');
    expect(bare).toMatchObject({ deployment: null, outbound: 'not-applicable', supported: null });
    expect(bare && shown(bare)).toEqual(
      INBOUND.map(
        (rule) => `${/private-inbound-path|creation-date/.test(rule) ? 'unknown' : 'pass'} ${rule}`,
      ),
    );
  });

  it.each([
    [managed('AllowInternetOutbound'), 'managed'],
    [legacy('Disabled', setOnWorkspace('properties.managedNetwork.isolationMode', 'Perhaps')), 'unknown'],
  ] as const)('whether there is a managed network: %#', (world, generation) => {
    const rows = rowsOf(() => world().endpoint('bare', 'Disabled', {}));
    expect(rows.find(({ endpoint }) => endpoint === 'bare')).toMatchObject({
      inbound: 'private',
      outbound: 'not-applicable',
      generation,
    });
  });
});

describe('not read: the list of deployments', () => {
  const unlisted = (make: World) =>
    rowsOf(() => {
      const estate = make();
      estate.world.gap('deployments', `${endpointId(estate.names.workspace, 'scoring')}/deployments`);
      return estate;
    });

  it.each([
    ['managed', managed('AllowInternetOutbound')],
    ['none', publicEgress('Disabled')],
  ] as const)('of a managed endpoint: generation %s', (generation, world) => {
    const [row, ...more] = unlisted(world);
    expect(more).toEqual([]);
    expect(row).toMatchObject({ deployment: null, outbound: 'unknown', generation, supported: null });
    expect(row && shown(row)).toEqual([
      ...INBOUND.map((rule) => `pass ${rule}`),
      'unknown deployment/egress-public-network-access',
    ]);
  });

  it('of an endpoint on Kubernetes', () => {
    const [row] = unlisted(kubernetes);
    expect(row).toMatchObject({
      inbound: 'not-applicable',
      outbound: 'not-applicable',
      generation: 'kubernetes',
      supported: null,
      path: 'The deployments were not read.',
    });
  });
});
