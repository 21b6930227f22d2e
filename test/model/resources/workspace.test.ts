import { describe, expect, it } from 'vitest';
import type { Fact, Listing } from '../../../src/model/algebra/fact.js';
import { Model } from '../../../src/model/bodies/model.js';
import { hasApprovedInbound } from '../../../src/model/connections/client-connections.js';
import { networkUsersOf, ownersIn } from '../../../src/model/ownership/owners.js';
import { servedEndpoints } from '../../../src/model/ownership/served.js';
import { type Workspace, workspaceAt } from '../../../src/model/resources/workspace.js';
import { TARGETS } from '../../../src/model/targets/targets.js';
import { Estate } from '../../world/estate.js';
import { MICROSOFT_SUBSCRIPTION, namesOf } from '../../world/names.js';
import { documentedExample, soundManaged, soundPrivate, soundPublic } from '../../world/sound.js';
import type { World } from '../../world/world.js';

const { workspace, privateEndpoint } = soundPrivate().names;

/** The value, or what the gaps say. */
function shown<T>(fact: Fact<T>): T | string {
  return fact.known ? fact.value : fact.gaps.map(({ detail }) => detail).join('; ');
}

function namesIn(listing: Listing<{ readonly name: string }>): readonly string[] {
  return listing.items.map(({ name }) => name);
}

/** A workspace of a world, the first one that was asked for unless its id is given. */
function workspaceIn(world: World, id = world.workspaces[0] ?? ''): Workspace {
  return workspaceAt(new Model(world.snapshot()), id);
}

const changed = (change: (world: World) => void, estate = soundPrivate()): Workspace => {
  change(estate.world);
  return workspaceIn(estate.world);
};

describe('publicNetworkAccess of a workspace', () => {
  const access = (change: (world: World) => void, estate = soundPrivate()) =>
    shown(changed(change, estate).publicNetworkAccess());
  const absent = (world: World) => world.unset(workspace, 'properties.publicNetworkAccess');

  it('is what the property says, in any letter case', () => {
    for (const value of ['Disabled', 'disabled']) {
      expect(access((world) => world.set(workspace, 'properties.publicNetworkAccess', value))).toBe('closed');
    }
    for (const value of ['Enabled', 'ENABLED']) {
      expect(access((world) => world.set(workspace, 'properties.publicNetworkAccess', value))).toBe('open');
    }
  });

  it('does not ask the older flag where the newer property is there', () => {
    expect(access((world) => world.set(workspace, 'properties.allowPublicAccessWhenBehindVnet', true))).toBe(
      'closed',
    );
  });

  it('is not known for a value of tomorrow', () => {
    expect(
      access((world) => world.set(workspace, 'properties.publicNetworkAccess', 'SecuredByPerimeter')),
    ).toBe('properties.publicNetworkAccess is SecuredByPerimeter; isocheck knows Enabled or Disabled');
  });

  it('is open by the older flag alone', () => {
    expect(
      access((world) => absent(world).set(workspace, 'properties.allowPublicAccessWhenBehindVnet', true)),
    ).toBe('open');
  });

  it('is closed by the older flag behind an Approved private endpoint of a client', () => {
    expect(
      access((world) => absent(world).set(workspace, 'properties.allowPublicAccessWhenBehindVnet', false)),
    ).toBe('closed');
    expect(access(absent)).toBe('closed');
    expect(access((world) => absent(world).set(workspace, 'properties.publicNetworkAccess', null))).toBe(
      'closed',
    );
  });

  it('is not known by the older flag without one', () => {
    const without = 'properties.publicNetworkAccess is absent';
    expect(access(absent, new Estate('fraud', { privateEndpoint: false }))).toBe(without);
    const pending = new Estate('fraud', { privateEndpoint: false }).privateEndpoint(privateEndpoint, {
      status: 'Pending',
    });
    expect(access(absent, pending)).toBe(without);
    // Of a private endpoint that was not read nobody can tell where it leads.
    expect(access((world) => absent(world).gap('privateEndpoint', privateEndpoint))).toBe(without);
  });

  it('is not known while the workspace was not read', () => {
    expect(access((world) => world.gap('workspace', workspace))).toBe('403 AuthorizationFailed');
  });
});

describe('the selected addresses of a workspace', () => {
  const selected = (change: (world: World) => void) =>
    shown(changed(change, documentedExample()).selectedAddresses());
  const example = documentedExample().names.workspace;
  const PREVIEW = '2025-10-01-preview';

  it('are none where a stable answer carries an empty list', () => {
    expect(selected(() => undefined)).toBeNull();
  });

  it('are those of ipAllowlist', () => {
    expect(
      selected((world) => world.set(example, 'properties.ipAllowlist', ['198.51.100.7', '203.0.113.0/24'])),
    ).toEqual(['198.51.100.7', '203.0.113.0/24']);
  });

  it('are those of networkAcls, each once', () => {
    expect(
      selected((world) =>
        world
          .set(example, 'properties.ipAllowlist', ['198.51.100.7'])
          .set(example, 'properties.networkAcls', {
            defaultAction: 'Deny',
            ipRules: [{ value: '198.51.100.7' }, { value: '203.0.113.9' }],
          }),
      ),
    ).toEqual(['198.51.100.7', '203.0.113.9']);
  });

  it('are an empty list where the firewall denies and lists nobody', () => {
    expect(
      selected((world) =>
        world.set(example, 'properties.networkAcls', { defaultAction: 'Deny', ipRules: [] }),
      ),
    ).toEqual([]);
  });

  it('are not known of a stable answer that carries neither', () => {
    expect(selected((world) => world.unset(example, 'properties.ipAllowlist'))).toBe(
      [
        'properties.ipAllowlist is not known to api-version 2025-09-01, which was asked',
        'properties.networkAcls.ipRules is not known to api-version 2025-09-01, which was asked',
      ].join('; '),
    );
  });

  it('are read from a preview version of the same resource', () => {
    expect(
      selected((world) => world.unset(example, 'properties.ipAllowlist').otherVersion(example, PREVIEW, {})),
    ).toBeNull();
    expect(
      selected((world) =>
        world
          .unset(example, 'properties.ipAllowlist')
          .otherVersion(example, PREVIEW, { ipAllowlist: ['198.51.100.7'] }),
      ),
    ).toEqual(['198.51.100.7']);
  });

  it('are not known where the list is no list', () => {
    expect(selected((world) => world.set(example, 'properties.ipAllowlist', '198.51.100.7'))).toBe(
      'properties.ipAllowlist is 198.51.100.7; isocheck knows an array',
    );
  });
});

describe('the managed network of a workspace', () => {
  const managed = soundManaged().names.workspace;
  const mode = (change: (world: World) => void) =>
    shown(changed(change, soundManaged()).managedNetworkMode());

  it('has a mode, in any letter case', () => {
    const modes = [
      ['AllowOnlyApprovedOutbound', 'approved'],
      ['allowInternetOutbound', 'internet'],
      ['Disabled', 'disabled'],
    ] as const;
    for (const [value, expected] of modes) {
      expect(mode((world) => world.set(managed, 'properties.managedNetwork.isolationMode', value))).toBe(
        expected,
      );
    }
  });

  it('is none where an api-version that knows it leaves it out', () => {
    for (const version of ['2023-10-01', '2023-10-01-preview', '2025-09-01']) {
      const absent = (world: World) =>
        world.unset(managed, 'properties.managedNetwork').version(managed, version);
      expect(mode(absent)).toBe('disabled');
      expect(shown(changed(absent, soundManaged()).isManaged())).toBe(false);
    }
  });

  it.each(['2022-10-01', '2023-04-01'])('is not known where api-version %s does not know it', (version) => {
    const old = (world: World) => world.unset(managed, 'properties.managedNetwork').version(managed, version);
    const unsupported = `properties.managedNetwork.isolationMode is not known to api-version ${version}, which was asked`;
    expect(mode(old)).toBe(unsupported);
    expect(shown(changed(old, soundManaged()).isManaged())).toBe(unsupported);
  });

  it('is read from an old answer that carries it all the same', () => {
    expect(mode((world) => world.version(managed, '2022-12-01-preview'))).toBe('approved');
  });

  it('is not known for a mode of tomorrow', () => {
    expect(
      mode((world) => world.set(managed, 'properties.managedNetwork.isolationMode', 'AllowNothing')),
    ).toBe(
      'properties.managedNetwork.isolationMode is AllowNothing; isocheck knows Disabled or AllowInternetOutbound or AllowOnlyApprovedOutbound',
    );
  });

  it('is not provisioned where no status is told', () => {
    const status = (change: (world: World) => void) =>
      shown(changed(change, soundManaged()).managedNetworkStatus());
    expect(status(() => undefined)).toBe('Active');
    expect(status((world) => world.unset(managed, 'properties.managedNetwork.status'))).toBe('Inactive');
    expect(status((world) => world.set(managed, 'properties.managedNetwork.status.status', 'active'))).toBe(
      'Active',
    );
  });
});

/** A hub and two projects of it, of which one was asked for. */
function hubAndProjects() {
  const hub = new Estate('hub', { isolationMode: 'AllowOnlyApprovedOutbound' });
  hub.world.set(hub.names.workspace, 'kind', 'Hub');
  const projects = ['one', 'two'].map((suffix) => {
    const project = new Estate(suffix, { privateEndpoint: false }, hub.world);
    project.endpoint(`score-${suffix}`, 'Disabled', { blue: 'Enabled' });
    hub.world
      .set(project.names.workspace, 'kind', 'Project')
      .set(project.names.workspace, 'properties.hubResourceId', hub.names.workspace.toUpperCase());
    return project.names.workspace;
  });
  return { world: hub.world, hub: hub.names.workspace, projects };
}

describe('a hub and its projects', () => {
  it('lets the hub own the network of a project, however the id is written', () => {
    const { world, hub, projects } = hubAndProjects();
    const model = new Model(world.snapshot());
    for (const project of projects) {
      const owner = workspaceAt(model, project).owner();
      expect(owner.known && owner.value).toBe(workspaceAt(model, hub));
    }
    expect(ownersIn(model)).toEqual([workspaceAt(model, hub)]);
    expect(namesIn(TARGETS.workspace.find(model))).toEqual(['mlw-hub']);
    expect(namesIn(TARGETS.endpoint.find(model))).toEqual(['score-one', 'score-two']);
  });

  it('serves the endpoints of the projects that were asked for', () => {
    const { world, hub, projects } = hubAndProjects();
    world.workspaces = projects.slice(0, 1);
    const served = servedEndpoints(workspaceIn(world, hub));
    expect(namesIn(served)).toEqual(['score-one']);
    expect(served.gaps).toEqual([]);
  });

  it('gives a deployment of a project the generation of the hub', () => {
    const { world, projects } = hubAndProjects();
    world.workspaces = projects;
    const generations = TARGETS.deployment
      .find(new Model(world.snapshot()))
      .items.map((each) => shown(each.generation()));
    expect(generations).toEqual(['managed', 'managed']);
  });

  it('knows nothing of the network of a project whose hub is not named', () => {
    const { world, projects } = hubAndProjects();
    const [project = ''] = projects;
    world.unset(project, 'properties.hubResourceId');
    const { owner } = workspaceIn(world, project);
    expect(shown(owner())).toBe('properties.hubResourceId is absent from a workspace of kind Project');
  });

  it('does not know who uses the hub while one workspace was not read', () => {
    const { world, hub, projects } = hubAndProjects();
    world.gap('workspace', projects[1] ?? '');
    const users = networkUsersOf(workspaceIn(world, hub));
    expect(namesIn(users)).toEqual(['mlw-hub', 'mlw-one']);
    expect(users.gaps.map(({ detail }) => detail)).toEqual(['403 AuthorizationFailed']);
  });

  it('lets every other kind stand for itself', () => {
    for (const kind of ['Default', 'FeatureStore', 'Something']) {
      const single = changed((world) => world.set(workspace, 'kind', kind));
      expect(shown(single.owner())).toBe(single);
      expect(networkUsersOf(single).items).toEqual([single]);
    }
    const unnamed = changed((world) => world.unset(workspace, 'kind'));
    expect(shown(unnamed.owner())).toBe(unnamed);
  });
});

describe('the ways into a workspace', () => {
  const way = (estate: Estate) => shown(hasApprovedInbound(workspaceIn(estate.world)));

  it('is a connection whose private endpoint was read and leads to the workspace', () => {
    expect(way(soundPrivate())).toBe(true);
    expect(way(soundPublic())).toBe(false);
  });

  it('is never an egress connection of a deployment', () => {
    const estate = new Estate('fraud', { privateEndpoint: false }).endpoint('fraud', 'Disabled');
    expect(workspaceIn(estate.world).connections().items).toHaveLength(1);
    expect(way(estate)).toBe(false);
  });

  it('stays open where an Approved connection cannot be attributed', () => {
    const foreign = `/subscriptions/${MICROSOFT_SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Network/privateEndpoints/pe-1`;
    const estate = new Estate('fraud', { privateEndpoint: false }).connection({
      name: 'mlw-fraud.1',
      privateEndpoint: foreign,
      status: 'Approved',
      description: 'Auto-Approved',
    });
    estate.world.gap('privateEndpoint', foreign, 'not-found', '404 ResourceNotFound');
    expect(way(estate)).toBe('404 ResourceNotFound');
    // Beside an Approved one of a client it does not matter.
    estate.privateEndpoint(namesOf('fraud').privateEndpoint);
    expect(way(estate)).toBe(true);
  });
});
