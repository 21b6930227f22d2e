import { describe, expect, it } from 'vitest';
import { roleAssignmentsPath } from '../../../src/arm/list-paths.js';
import type { Fact } from '../../../src/model/algebra/fact.js';
import { Model } from '../../../src/model/bodies/model.js';
import { blobAccess, type EndpointAccess, pullAccess } from '../../../src/model/identity/endpoint-roles.js';
import { endpointsOf } from '../../../src/model/resources/endpoint.js';
import { workspaceAt } from '../../../src/model/resources/workspace.js';
import type { Estate } from '../../world/estate.js';
import { hubAndProjects } from '../../world/hub-and-projects.js';
import { assignRole, giveIdentities, listRoles, PRINCIPAL } from '../../world/identities.js';
import { endpointId } from '../../world/names.js';
import { soundPrivate } from '../../world/sound.js';

const { registry, storage, workspace } = soundPrivate().names;
const FRAUD = endpointId(workspace, 'fraud');
const SECOND = '4f608192-b3c4-4d5e-8f70-18293a4b5c6d';
const FORBIDDEN = '403 AuthorizationFailed';
const SOME = '1 of its 2 user-assigned identities lack the access, and by which it works ARM does not tell';

type Change = (estate: Estate) => unknown;

/** The resource's name and the identities that lack a role there; null for no resource, or what the gaps say. */
function lineOf(access: Fact<EndpointAccess>): readonly string[] | string | null {
  if (!access.known) return access.gaps.map(({ detail }) => detail).join('; ');
  const { resourceId, missing } = access.value;
  if (resourceId === null) return missing.length === 0 ? null : 'missing of nothing';
  return missing.map(({ identity, resourceId: on, roles }) => {
    expect(on).toBe(resourceId);
    return `${identity.name} lacks ${roles.allow[0]}`;
  });
}

function accessIn(which: typeof pullAccess, changes: readonly Change[]) {
  const estate = soundPrivate();
  for (const change of changes) change(estate);
  const [endpoint] = endpointsOf(workspaceAt(new Model(estate.world.snapshot()), workspace)).items;
  if (endpoint === undefined) throw new Error('the world holds no endpoint');
  return lineOf(which(endpoint));
}

const own =
  (identities: Readonly<Record<string, string>> = { 'id-fraud': PRINCIPAL }): Change =>
  (estate) => {
    giveIdentities(estate, FRAUD, identities);
    for (const principal of Object.values(identities)) listRoles(estate, principal, [registry, storage]);
  };
const role =
  (name: Parameters<typeof assignRole>[2]['role'], scope: string): Change =>
  (estate) =>
    assignRole(estate, [registry, storage], { role: name, scope });
const two = own({ 'id-fraud': PRINCIPAL, 'id-second': SECOND });
const abac: Change = ({ world }) =>
  world.set(registry, 'properties.roleAssignmentMode', 'AbacRepositoryPermissions');
const rolesUnread =
  (resource: string): Change =>
  ({ world }) =>
    world.gap('roleAssignments', roleAssignmentsPath(resource, PRINCIPAL));

describe('what the identities of an endpoint lack', () => {
  const table: readonly [what: string, changes: readonly Change[], pull: unknown, blob: unknown][] = [
    ['nothing, of a system-assigned one', [], [], []],
    ['both', [own()], ['id-fraud lacks AcrPull'], ['id-fraud lacks Storage Blob Data Reader']],
    ['blobs', [own(), role('AcrPull', registry)], [], ['id-fraud lacks Storage Blob Data Reader']],
    ['images', [own(), role('Storage Blob Data Reader', storage)], ['id-fraud lacks AcrPull'], []],
    [
      'both, with a role on the other one',
      [own(), role('AcrPull', storage), role('Storage Blob Data Reader', registry)],
      ['id-fraud lacks AcrPull'],
      ['id-fraud lacks Storage Blob Data Reader'],
    ],
    [
      'each of two',
      [two],
      ['id-fraud lacks AcrPull', 'id-second lacks AcrPull'],
      ['id-fraud lacks Storage Blob Data Reader', 'id-second lacks Storage Blob Data Reader'],
    ],
    [
      'open, where one of two has it',
      [two, role('AcrPull', registry), role('Storage Blob Data Reader', storage)],
      SOME,
      SOME,
    ],
    // The registry's mode says which roles count.
    [
      'images, in another mode',
      [own(), abac],
      ['id-fraud lacks Container Registry Repository Reader'],
      ['id-fraud lacks Storage Blob Data Reader'],
    ],
    [
      'images, in another mode, with the older role',
      [own(), abac, role('AcrPull', registry)],
      ['id-fraud lacks Container Registry Repository Reader'],
      ['id-fraud lacks Storage Blob Data Reader'],
    ],
    [
      'blobs, with the role of the mode',
      [own(), abac, role('Container Registry Repository Reader', registry)],
      [],
      ['id-fraud lacks Storage Blob Data Reader'],
    ],
    [
      'nothing where there is none',
      [
        own(),
        ({ world }) =>
          world
            .unset(workspace, 'properties.containerRegistry')
            .unset(workspace, 'properties.storageAccount'),
      ],
      null,
      null,
    ],
    [
      'open, where the registry was not read',
      [own(), ({ world }) => world.gap('registry', registry)],
      FORBIDDEN,
      ['id-fraud lacks Storage Blob Data Reader'],
    ],
    [
      'known, where the storage account was not read',
      [own(), ({ world }) => world.gap('storageAccount', storage)],
      ['id-fraud lacks AcrPull'],
      ['id-fraud lacks Storage Blob Data Reader'],
    ],
    [
      'open, where roles on the registry were not read',
      [own(), rolesUnread(registry)],
      FORBIDDEN,
      ['id-fraud lacks Storage Blob Data Reader'],
    ],
    [
      'open, where roles on the account were not read',
      [own(), rolesUnread(storage)],
      ['id-fraud lacks AcrPull'],
      FORBIDDEN,
    ],
    [
      'open, where the workspace was not read',
      [own(), ({ world }) => world.gap('workspace', workspace)],
      FORBIDDEN,
      FORBIDDEN,
    ],
    [
      'open, where the endpoint was not read',
      [({ world }) => world.gap('endpoints', FRAUD)],
      FORBIDDEN,
      FORBIDDEN,
    ],
    ['nothing on Kubernetes', [own(), ({ world }) => world.set(FRAUD, 'properties.compute', '/aks')], [], []],
  ];
  it.each(table)('%s', (_, changes, pull, blob) => {
    expect(accessIn(pullAccess, changes)).toEqual(pull);
    expect(accessIn(blobAccess, changes)).toEqual(blob);
  });

  it('on the registry and the account of the hub', () => {
    const { world, hub, projects } = hubAndProjects();
    const { workspace: project } = projects[0].names;
    world.set(project, 'properties.containerRegistry', '/x').set(project, 'properties.storageAccount', '/y');
    const [endpoint] = endpointsOf(workspaceAt(new Model(world.snapshot()), project)).items;
    if (endpoint === undefined) throw new Error('the world holds no endpoint');
    const [pull, blob] = [pullAccess(endpoint), blobAccess(endpoint)];
    expect(pull.known && pull.value.resourceId).toBe(hub.names.registry);
    expect(blob.known && blob.value.resourceId).toBe(hub.names.storage);
  });
});
