import { describe, expect, it } from 'vitest';
import {
  customRolesPath,
  denyAssignmentsPath,
  locksPath,
  roleAssignmentsPath,
} from '../../src/arm/list-paths.js';
import type { Estate } from '../world/estate.js';
import {
  assignRole,
  giveIdentities,
  listRoles,
  PRINCIPAL,
  WORKSPACE_PRINCIPAL,
} from '../world/identities.js';
import { addOutboundRule } from '../world/managed-network.js';
import { endpointId, SUBSCRIPTION } from '../world/names.js';
import { documentedExample, soundManaged, soundPrivate, soundPublic } from '../world/sound.js';
import { expectNoCallTwice, type Scan, scan } from './scan.js';

/** The lists of roles that were asked for, as keys of a snapshot. */
function asked({ emulator }: Scan): readonly string[] {
  return emulator.requests
    .filter(({ path }) => /\/(?:role|deny)(?:assignments|definitions)$/i.test(path))
    .map(({ path, query }) => `${path}?$filter=${query['$filter']}`.toLowerCase())
    .sort();
}

/** What a scan asks to learn which roles principals hold on resources of the estate's subscription. */
function rolesOn(resources: readonly string[], principals: readonly string[]): readonly string[] {
  const lists = resources.flatMap((id) => [
    ...principals.map((principal) => roleAssignmentsPath(id, principal)),
    denyAssignmentsPath(id),
  ]);
  return [...lists, customRolesPath(SUBSCRIPTION)].map((path) => path.toLowerCase()).sort();
}

function withOwnIdentity(estate: Estate): string {
  const endpoint = endpointId(estate.names.workspace, 'fraud');
  giveIdentities(estate, endpoint, { 'id-scoring': PRINCIPAL });
  return endpoint;
}

describe('roles of an endpoint with an identity of its own', () => {
  it('are read on registry and storage account', async () => {
    const estate = soundPrivate();
    const { registry, storage } = estate.names;
    withOwnIdentity(estate);
    const id = assignRole(estate, [registry], { role: 'AcrPull', scope: registry });
    listRoles(estate, PRINCIPAL, [storage]);
    const result = await scan(estate.world.snapshot());
    expect(asked(result)).toEqual(rolesOn([registry, storage], [PRINCIPAL]));
    expect(result.snapshot.gaps).toEqual([]);
    expect(result.snapshot.collections[roleAssignmentsPath(registry, PRINCIPAL).toLowerCase()]).toEqual({
      apiVersion: '2022-04-01',
      complete: true,
      members: [id],
    });
    expect(result.snapshot.resources[id.toLowerCase()]?.body).toEqual(estate.world.body(id));
    expect(result.rounds).toBe(3);
    expectNoCallTwice(result);
  });

  it('are read on the key vault too where it reads secrets', async () => {
    const estate = soundPrivate();
    const { registry, storage, keyVault } = estate.names;
    estate.world.set(withOwnIdentity(estate), 'properties.properties', {
      enforceAccessToDefaultSecretStores: 'Enabled',
    });
    const result = await scan(estate.world.snapshot());
    expect(asked(result)).toEqual(rolesOn([registry, storage, keyVault], [PRINCIPAL]));
  });

  it('are read once where endpoints share it', async () => {
    const estate = soundPrivate().endpoint('more', 'Disabled');
    withOwnIdentity(estate);
    giveIdentities(estate, endpointId(estate.names.workspace, 'more'), {
      'id-scoring': PRINCIPAL.toUpperCase(),
    });
    const result = await scan(estate.world.snapshot());
    expect(asked(result)).toEqual(rolesOn([estate.names.registry, estate.names.storage], [PRINCIPAL]));
  });

  it('are not read where the cluster pulls the images', async () => {
    const estate = soundPrivate();
    estate.world.set(withOwnIdentity(estate), 'properties.compute', `${estate.names.workspace}/computes/k8s`);
    expect(asked(await scan(estate.world.snapshot()))).toEqual([]);
  });

  it.each<[principalId: string | number | null, what: string]>([
    ['', 'nothing'],
    ["x') or assignedTo('y", 'a filter'],
    ['../../../providers', 'a path'],
    [null, 'no text'],
    [7, 'a number'],
  ])('are not read of %j, which is %s and no object id', async (principalId) => {
    const estate = soundPrivate();
    estate.world.set(withOwnIdentity(estate), 'identity.userAssignedIdentities', {
      '/subscriptions/s/x': { principalId },
      rubbish: null,
    });
    expect(asked(await scan(estate.world.snapshot()))).toEqual([]);
  });
});

describe('roles of a workspace', () => {
  it.each([
    ['legacy isolation', soundPrivate()],
    ['the documented example', documentedExample()],
    ['all public', soundPublic()],
    ['a managed network that leads to its own services alone', soundManaged()],
  ])('are not read where the service grants what its identity needs: %s', async (_name, { world }) => {
    expect(asked(await scan(world.snapshot()))).toEqual([]);
  });

  it('with an identity of its own are read on the key vault', async () => {
    const estate = soundPrivate();
    giveIdentities(estate, estate.names.workspace, { 'id-mlw': PRINCIPAL });
    const result = await scan(estate.world.snapshot());
    expect(asked(result)).toEqual(rolesOn([estate.names.keyVault], [PRINCIPAL]));
  });

  it('with an identity of its own and a managed network are read on all that it depends on', async () => {
    const estate = soundManaged();
    const { workspace, registry, storage, keyVault } = estate.names;
    giveIdentities(estate, workspace, { 'id-mlw': PRINCIPAL });
    const result = await scan(estate.world.snapshot());
    expect(asked(result)).toEqual(rolesOn([registry, storage, keyVault], [PRINCIPAL]));
  });

  it('are read on what the user has the managed network lead to', async () => {
    const estate = soundManaged('AllowInternetOutbound');
    const lake = estate.names.storage.replace('rg-managed', 'rg-lake');
    addTarget(estate, 'lake', 'UserDefined', lake);
    addTarget(estate, 'made-by-the-service', 'Dependency', estate.names.storage);
    addTarget(estate, 'odd', 'UserDefined', 'lake');
    addOutboundRule(estate, 'host', {
      type: 'FQDN',
      category: 'UserDefined',
      status: 'Active',
      destination: lake,
    });
    const result = await scan(estate.world.snapshot());
    expect(asked(result)).toEqual(rolesOn([lake], [WORKSPACE_PRINCIPAL]));
    expect(result.rounds).toBe(3);
  });
});

function addTarget(
  estate: Estate,
  name: string,
  category: 'UserDefined' | 'Dependency',
  serviceResourceId: string,
): void {
  addOutboundRule(estate, name, {
    type: 'PrivateEndpoint',
    category,
    status: 'Active',
    destination: { serviceResourceId, subresourceTarget: 'blob' },
  });
}

describe('a refusal', () => {
  it('to show role assignments is a gap of that principal on that resource alone', async () => {
    const estate = soundPrivate();
    const { registry, storage } = estate.names;
    withOwnIdentity(estate);
    listRoles(estate, PRINCIPAL, [registry, storage]);
    const path = `${registry}/providers/Microsoft.Authorization/roleAssignments`;
    const { snapshot } = await scan(estate.world.snapshot(), { faults: [{ path, kind: 'forbidden' }] });
    expect(snapshot.gaps).toEqual([
      {
        scope: roleAssignmentsPath(registry, PRINCIPAL).toLowerCase(),
        operation: 'Microsoft.Authorization/roleAssignments/read',
        reason: 'forbidden',
        detail: expect.stringContaining("action 'Microsoft.Authorization/roleAssignments/read'"),
      },
    ]);
  });

  it('to show locks is a gap of the subscription', async () => {
    const { world } = soundPrivate();
    const path = locksPath(SUBSCRIPTION);
    const { snapshot, rounds } = await scan(world.snapshot(), { faults: [{ path, kind: 'forbidden' }] });
    expect(snapshot.gaps).toEqual([
      {
        scope: path.toLowerCase(),
        operation: 'Microsoft.Authorization/locks/read',
        reason: 'forbidden',
        detail: expect.stringContaining('403 AuthorizationFailed'),
      },
    ]);
    expect(snapshot.collections).not.toHaveProperty([path.toLowerCase()]);
    expect(rounds).toBe(3);
  });
});

it('locks of all workspaces of a subscription are one list', async () => {
  const { world } = soundPrivate();
  const id = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-fraud/providers/Microsoft.Authorization/locks/keep`;
  world.add('locks', { id, name: 'keep', properties: { level: 'CanNotDelete' } }, locksPath(SUBSCRIPTION));
  const { snapshot } = await scan(world.snapshot());
  expect(snapshot.collections[locksPath(SUBSCRIPTION).toLowerCase()]?.members).toEqual([id]);
  expect(snapshot.resources[id.toLowerCase()]?.body).toEqual(world.body(id));
});
