import { describe, expect, it } from 'vitest';
import { locksPath } from '../../src/arm/list-paths.js';
import type { Finding } from '../../src/findings/report.js';
import { Model } from '../../src/model/bodies/model.js';
import { evaluateRules } from '../../src/rules/engine/evaluate.js';
import { RULES } from '../../src/rules/index.js';
import { addDependencyEndpoints } from '../world/dependency-endpoints.js';
import { type HubAndProjects, hubAndProjects } from '../world/hub-and-projects.js';
import { addOutboundRule } from '../world/managed-network.js';
import { soundPrivate } from '../world/sound.js';
import { privateStory } from '../world/stories/private.js';
import type { World } from '../world/world.js';

const ALL_PRIVATE = { inbound: 'private', outbound: 'private', workspace: 'private' } as const;

function findings({ world }: { readonly world: World }, required = {}): Finding[] {
  return evaluateRules(new Model(world.snapshot()), RULES, required);
}

function failures(made: { readonly world: World }): Finding[] {
  return findings(made).filter(({ status }) => status === 'fail');
}

/** `rule of target` of every failure of these rules. */
function told(made: { readonly world: World }, ...ruleIds: readonly string[]): string[] {
  return failures(made)
    .filter(({ ruleId }) => ruleIds.includes(ruleId))
    .map(({ ruleId, target }) => `${ruleId} of ${target.name}`);
}

const managed = (change: (made: HubAndProjects) => unknown = () => undefined): HubAndProjects => {
  const made = hubAndProjects({ isolationMode: 'AllowOnlyApprovedOutbound' });
  change(made);
  return made;
};

/** What the hub's own network is judged by, and faults in it. */
const FAULTY: readonly (readonly [name: string, make: () => HubAndProjects])[] = [
  ['legacy isolation', () => hubAndProjects()],
  ['no private endpoint', () => hubAndProjects({ privateEndpoint: false })],
  ['a Standard registry', () => hubAndProjects({ registrySku: 'Standard' })],
  ['all open', () => hubAndProjects({ workspaceAccess: 'Enabled', closedDependencies: false })],
  ['a managed network', () => managed()],
  ['a managed network with the internet', () => hubAndProjects({ isolationMode: 'AllowInternetOutbound' })],
  [
    'a managed network full of faults',
    () =>
      managed(({ world, hub }) => {
        const { workspace, subscription, group } = hub.names;
        addOutboundRule(hub, 'anything', {
          type: 'FQDN',
          category: 'UserDefined',
          status: 'Inactive',
          destination: '*.com',
        });
        world
          .remove(`${workspace}/outboundRules/__SYS_PE_registry`)
          .set(workspace, 'properties.v1LegacyMode', true)
          .add(
            'locks',
            {
              id: `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.Authorization/locks/keep`,
              properties: { level: 'ReadOnly' },
            },
            locksPath(subscription),
          )
          .add(
            'computes',
            { id: `${workspace}/computes/edge`, properties: { computeType: 'Kubernetes' } },
            `${workspace}/computes`,
          );
      }),
  ],
];

describe('a hub with two projects', () => {
  it.each(FAULTY)('%s: no rule says anything twice of one target', (_, make) => {
    for (const required of [{}, ALL_PRIVATE]) {
      const keys = findings(make(), required).map(
        ({ ruleId, target }) => `${ruleId} ${target.id.toLowerCase()}`,
      );
      expect(keys.length).toBeGreaterThan(RULES.length);
      expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    }
  });

  it.each(FAULTY)('%s: nothing of the network is said of a project itself', (_, make) => {
    const made = make();
    const projects = made.projects.map(({ names }) => names.workspace.toLowerCase());
    const own = findings(made, ALL_PRIVATE).filter(
      ({ target }) => target.type !== 'endpoint' && target.type !== 'deployment',
    );
    const ofProject = own.filter(({ target }) =>
      projects.some((id) => target.id.toLowerCase().startsWith(id)),
    );
    expect(ofProject.map(({ ruleId, target }) => `${ruleId} of ${target.id}`)).toEqual([]);
  });

  it('is sound, whether by managed network or by private endpoints of the deployments', () => {
    for (const made of [managed(), hubAndProjects()]) {
      addDependencyEndpoints(made.hub);
      const loud = findings(made).filter(
        ({ status, severity }) => status === 'unknown' || (status === 'fail' && severity !== 'info'),
      );
      expect(loud.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
    }
  });

  it("needs the hub's private path for the endpoints of its projects", () => {
    const made = hubAndProjects({ workspaceAccess: 'Enabled', privateEndpoint: false });
    expect(told(made, 'workspace/private-endpoint', 'endpoint/private-inbound-path')).toEqual([
      'endpoint/private-inbound-path of red',
      'endpoint/private-inbound-path of green',
      'workspace/private-endpoint of hub-one',
    ]);
    const [needed] = failures(made).filter(({ ruleId }) => ruleId === 'workspace/private-endpoint');
    expect(needed?.message).toContain('"red", "green"');
  });

  it('has its flags judged once', () => {
    const made = hubAndProjects();
    made.world.set(made.hub.names.workspace, 'properties.v1LegacyMode', true);
    for (const { names } of made.projects) made.world.set(names.workspace, 'properties.v1LegacyMode', true);
    expect(told(made, 'workspace/v1-legacy-mode')).toEqual(['workspace/v1-legacy-mode of hub-one']);
  });

  it('has its managed network judged once, for the deployments of both', () => {
    const made = managed(({ world, hub }) =>
      world.set(hub.names.workspace, 'properties.managedNetwork.status.status', 'Inactive'),
    );
    const [provisioned, ...more] = failures(made).filter(
      ({ ruleId }) => ruleId === 'managed-network/provisioned',
    );
    expect(more).toEqual([]);
    expect(provisioned).toMatchObject({ severity: 'error', target: { name: 'hub-one' } });
  });

  it("has its locks, computes and rules judged, and those of a project's group left alone", () => {
    const made = managed(({ world, hub, projects }) => {
      const { subscription } = hub.names;
      world.add(
        'locks',
        {
          id: `${projects[0].names.workspace}/providers/Microsoft.Authorization/locks/keep`,
          properties: { level: 'ReadOnly' },
        },
        locksPath(subscription),
      );
    });
    expect(told(made, 'managed-network/scope-lock')).toEqual([]);
    const full = FAULTY.at(-1)?.[1]() ?? made;
    expect(told(full, 'managed-network/scope-lock', 'managed-network/kubernetes-compute')).toEqual([
      'managed-network/kubernetes-compute of edge',
      'managed-network/scope-lock of hub-one',
    ]);
  });

  it("knows the storage accounts of its projects' datastores", () => {
    const made = managed(({ world, hub, projects }) => {
      const datastore = `${projects[1].names.workspace}/datastores/workspaceblobstore`;
      world.set(datastore, 'properties.accountName', 'stgreen');
      addOutboundRule(hub, 'green', {
        type: 'FQDN',
        category: 'UserDefined',
        status: 'Active',
        destination: 'stgreen.blob.core.windows.net',
      });
    });
    const [found] = failures(made).filter(({ ruleId }) => ruleId === 'managed-network/storage-fqdn');
    expect(found).toMatchObject({ severity: 'error', target: { name: 'green' } });
  });

  it('knows the batch endpoints of its projects', () => {
    const made = managed(({ world, projects }) => {
      const { workspace } = projects[0].names;
      world.add(
        'batchEndpoints',
        { id: `${workspace}/batchEndpoints/nightly` },
        `${workspace}/batchEndpoints`,
      );
    });
    expect(told(made, 'managed-network/batch-storage')).toEqual(['managed-network/batch-storage of hub-one']);
  });

  it('counts the deployments of both projects against the connections of the registry', () => {
    const made = hubAndProjects();
    const { registry } = made.hub.names;
    made.world.set(registry, 'properties.privateEndpointConnections', []);
    const [found] = failures(made).filter(({ ruleId }) => ruleId === 'registry/egress-private-endpoint');
    expect(found?.message).toContain('for 2 deployments that leave privately: blue of red, blue of green.');
  });

  it('that was not read leaves what it decides unknown, and never passes it', () => {
    const made = managed(({ world, hub }) => world.gap('workspace', hub.names.workspace));
    const decided = findings(made).filter(
      ({ ruleId, status }) => /^(managed-network|workspace)\//.test(ruleId) && status !== 'unknown',
    );
    expect(decided.map(({ ruleId, status }) => `${status} ${ruleId}`)).toEqual([]);
  });
});

describe('a feature store', () => {
  it('is judged like any workspace', () => {
    const outcome = (world: World) =>
      findings({ world }).map(({ ruleId, status, target }) => `${status} ${ruleId} of ${target.id}`);
    const store = privateStory.world();
    for (const id of store.workspaces) store.set(id, 'kind', 'FeatureStore');
    expect(outcome(store)).toEqual(outcome(privateStory.world()));
    const { world, names } = soundPrivate();
    world.set(names.workspace, 'kind', 'FeatureStore').set(names.workspace, 'properties.v1LegacyMode', true);
    expect(told({ world }, 'workspace/v1-legacy-mode')).toEqual(['workspace/v1-legacy-mode of mlw-fraud']);
  });
});
