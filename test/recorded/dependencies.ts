import { expect } from 'vitest';
import { parentOf } from '../../src/arm/resource-id.js';
import { isJsonObject } from '../../src/json.js';
import type { Listing } from '../../src/model/algebra/fact.js';
import { KEY_VAULT, STORAGE_ACCOUNT } from '../../src/model/arm-properties/index.js';
import type { Model } from '../../src/model/bodies/model.js';
import { hasConnection } from '../../src/model/reach/premium-need.js';
import {
  Connection,
  type ConnectionHost,
  embeddedConnections,
} from '../../src/model/resources/connection.js';
import { keyVaultAt } from '../../src/model/resources/key-vault.js';
import { registryAt } from '../../src/model/resources/registry.js';
import { storageAccountAt } from '../../src/model/resources/storage-account.js';
import { type Recorded, taken } from './recorded.js';
import { type Expectations, knownValue, reasonsOf, scan } from './scanned.js';

/** A connection that was read by itself. */
function connectionIn(model: Model, id: string, read: 'keyVault' | 'registry'): Connection {
  const host: ConnectionHost = {
    model,
    id: parentOf(id),
    resource: model.index.resource(parentOf(id), read),
  };
  return new Connection(host, knownValue(model.index.resource(id, read)));
}

function storageConnections(model: Model, id: string): Listing<Connection> {
  const { resource } = storageAccountAt(model, id);
  return embeddedConnections({ model, id, resource }, STORAGE_ACCOUNT.privateEndpointConnections);
}

function idsIn({ body }: Recorded): readonly string[] {
  const { value } = body;
  return (Array.isArray(value) ? value : []).filter(isJsonObject).map(({ id }) => String(id));
}

export const dependencyExpectations: Expectations = {
  'key-vault-get-2023-07-01.json': async (recorded) => {
    const { model } = await scan('keyVault', recorded);
    const vault = keyVaultAt(model, recorded.path);
    // Rules that were never set are no rules: open to all, trusted services included.
    expect(knownValue(vault.publicNetworkAccess())).toBe('open');
    expect(knownValue(vault.isRestricted())).toBe(false);
    expect(knownValue(vault.bypass())).toBe('AzureServices');
  },
  'key-vault-get-private-endpoint-2019-09-01.json': async (recorded) => {
    const { model } = await scan('keyVault', recorded);
    const vault = keyVaultAt(model, recorded.path);
    // The version is older than the flag: it may be closed.
    expect(reasonsOf(vault.publicNetworkAccess())).toEqual(['unsupported']);
    expect(reasonsOf(vault.isRestricted())).toEqual(['unsupported']);
    const { id, resource } = vault;
    const [connection, ...more] = embeddedConnections(
      { model, id, resource },
      KEY_VAULT.privateEndpointConnections,
    ).items;
    expect(more).toEqual([]);
    // No name, no type, no description.
    expect(connection?.name).toBe('cli-pe-000005');
    expect(connection && knownValue(connection.status())).toBe('Approved');
    expect(connection?.isEgress()).toBe(false);
    expect(connection?.isMaybeEgress()).toBe(true);
  },
  'key-vault-private-endpoint-connection-get-rejected-2019-09-01.json': async (recorded) => {
    const { model } = await scan('keyVault', recorded);
    const connection = connectionIn(model, recorded.path, 'keyVault');
    // It is provisioned, and nobody comes through.
    expect(knownValue(connection.status())).toBe('Rejected');
    expect(knownValue(connection.isWayIn())).toBe(false);
    expect(connection.description()).toBe('You are rejected!');
  },
  'key-vault-list-page-1-network-acls-2019-09-01.json': async (recorded) => {
    const { model, snapshot } = await scan('keyVault', recorded);
    const [id = ''] = idsIn(recorded);
    const vault = keyVaultAt(model, id);
    // Deny, whatever wide ranges it lets in, and whatever the flag says that this version does not know.
    expect(knownValue(vault.isRestricted())).toBe(true);
    expect(knownValue(vault.bypass())).toBe('AzureServices');
    // The list goes on: what was read of it is kept, and it is not complete.
    expect(Object.values(snapshot.collections)).toMatchObject([{ complete: false, members: [id] }]);
    expect(snapshot.gaps).toMatchObject([{ scope: recorded.path.toLowerCase(), reason: 'error' }]);
  },
  'key-vault-list-page-2-empty-2019-09-01.json': (recorded) => {
    const { items, failure } = taken('keyVault', recorded);
    expect(items).toEqual([]);
    expect(failure).toBeUndefined();
  },
  'key-vault-list-empty-page-with-next-link.json': (recorded) => {
    // An empty page is not the last one.
    expect(taken('keyVault', recorded).failure?.detail).toBe('the list ended before its last page');
  },
  'list-next-link-null-app-configuration.json': (recorded) => {
    expect(taken('keyVault', recorded).failure).toBeUndefined();
  },
  'registry-get-premium-public-access-disabled-2022-02-01-preview.json': async (recorded) => {
    const { model } = await scan('registry', recorded);
    const registry = registryAt(model, recorded.path);
    expect(knownValue(registry.sku())).toBe('Premium');
    expect(knownValue(registry.publicNetworkAccess())).toBe('closed');
    expect(knownValue(registry.isRestricted())).toBe(true);
    expect(registry.connections()).toEqual({ items: [], gaps: [] });
    expect(knownValue(hasConnection(registry))).toBe(false);
  },
  'registry-list-2019-12-01-preview.json': async (recorded) => {
    const { model } = await scan('registry', recorded);
    const [id = ''] = idsIn(recorded);
    const registry = registryAt(model, id);
    expect(knownValue(registry.sku())).toBe('Standard');
    // It has no rule set, as no registry below Premium has.
    expect(knownValue(registry.isRestricted())).toBe(false);
    expect(knownValue(registry.loginServer())).toBe('containerregistryj1.azurecr.io');
  },
  'registry-private-endpoint-connection-get-2022-02-01-preview.json': async (recorded) => {
    const { model } = await scan('registry', recorded);
    const connection = connectionIn(model, recorded.path, 'registry');
    expect(knownValue(connection.status())).toBe('Approved');
    expect(connection.description()).toBe('somedescription');
    expect(connection.isEgress()).toBe(false);
    expect(connection.isMaybeEgress()).toBe(false);
  },
  'storage-account-get-private-endpoint-2021-02-01.json': async (recorded) => {
    const { model, snapshot } = await scan('storageAccount', recorded);
    const account = storageAccountAt(model, recorded.path);
    // Its rules let everybody in; the flag that could close it is younger than the answer.
    expect(reasonsOf(account.isRestricted())).toEqual(['unsupported']);
    const [connection] = storageConnections(model, recorded.path).items;
    // The state is spelled `actionRequired` here.
    expect(connection && knownValue(connection.status())).toBe('Approved');
    expect(connection?.description()).toBe('Auto-Approved');
    // These are dates, and stay.
    expect(Object.values(snapshot.resources)[0]?.body).toMatchObject({
      properties: { keyCreationTime: { key1: '2021-04-20T03:37:55.1028194Z' } },
    });
  },
  'storage-account-list-with-private-endpoint-2021-01-01.json': async (recorded) => {
    const { model } = await scan('storageAccount', recorded);
    const counts = idsIn(recorded).map((id) => storageConnections(model, id).items.length);
    expect(counts).toEqual([0, 0, 0, 0, 0, 0, 1, 0]);
    for (const id of idsIn(recorded)) {
      expect(reasonsOf(storageAccountAt(model, id).publicNetworkAccess())).toEqual(['unsupported']);
    }
  },
};
