import { describe, expect, it } from 'vitest';
import { diagnosticSettingsPath, subscriptionListPath } from '../../src/arm/list-paths.js';
import type { Json } from '../../src/json.js';
import type { Estate } from '../world/estate.js';
import { giveIdentities, PRINCIPAL } from '../world/identities.js';
import { addOutboundRule } from '../world/managed-network.js';
import { deploymentId, endpointId, HUB_SUBSCRIPTION, SUBSCRIPTION } from '../world/names.js';
import { soundManaged, soundPrivate } from '../world/sound.js';
import { expectNoCallTwice, scan } from './scan.js';

/** What was asked, without queries. */
async function asked({ world }: Estate): Promise<readonly string[]> {
  const result = await scan(world.snapshot());
  expectNoCallTwice(result);
  return result.emulator.requests.map(({ path }) => path);
}

describe('what a body leaves open is asked for', () => {
  it.each<readonly [name: string, value: Json]>([
    ['of a value of tomorrow', 'AllowSomething'],
    ['of another type', { mode: 'Disabled' }],
  ])('the roles and the log settings that a managed network decides on: %s', async (_name, mode) => {
    const estate = soundPrivate();
    const { world, names } = estate;
    const endpoint = endpointId(names.workspace, 'fraud');
    world.set(names.workspace, 'properties.managedNetwork', { isolationMode: mode });
    giveIdentities(estate, names.workspace, { 'id-workspace': PRINCIPAL });
    const paths = await asked(estate);
    expect(paths).toContain(`${names.registry}/providers/Microsoft.Authorization/roleAssignments`);
    expect(paths).toContain(diagnosticSettingsPath(endpoint));
  });

  it('the log settings of an endpoint whose deployment may be sent out privately', async () => {
    const estate = soundPrivate();
    const { world, names } = estate;
    const flag = 'properties.egressPublicNetworkAccess';
    world.set(deploymentId(names.workspace, 'fraud', 'blue'), flag, 'Enabled');
    const path = diagnosticSettingsPath(endpointId(names.workspace, 'fraud'));
    expect(await asked(estate)).not.toContain(path);
    world.set(deploymentId(names.workspace, 'fraud', 'blue'), flag, false);
    expect(await asked(estate)).toContain(path);
  });

  it('the key vault roles of an endpoint that may read secrets', async () => {
    const estate = soundPrivate();
    const { world, names } = estate;
    const endpoint = endpointId(names.workspace, 'fraud');
    giveIdentities(estate, endpoint, { 'id-scoring': PRINCIPAL });
    const path = `${names.keyVault}/providers/Microsoft.Authorization/roleAssignments`;
    expect(await asked(estate)).not.toContain(path);
    world.set(endpoint, 'properties.properties', { enforceAccessToDefaultSecretStores: true });
    expect(await asked(estate)).toContain(path);
  });

  it("the roles on what a rule leads to that may be the user's", async () => {
    const estate = soundManaged();
    const { world, names } = estate;
    const target = `${names.storage}-lake`;
    addOutboundRule(estate, 'lake', {
      category: 'Required',
      status: 'Active',
      type: 'PrivateEndpoint',
      destination: { serviceResourceId: target, subresourceTarget: 'dfs' },
    });
    const path = `${target}/providers/Microsoft.Authorization/roleAssignments`;
    expect(await asked(estate)).not.toContain(path);
    world.set(`${names.workspace}/outboundRules/lake`, 'properties.category', 'Yours');
    expect(await asked(estate)).toContain(path);
  });

  it('what hangs on a private endpoint that does not tell where it leads', async () => {
    const estate = soundPrivate();
    const { world, names } = estate;
    const other = `${names.privateEndpoint}-other`;
    world.add(
      'privateEndpoint',
      { id: other, name: 'other', properties: { privateLinkServiceConnections: [] } },
      subscriptionListPath(SUBSCRIPTION, 'privateEndpoint'),
    );
    const path = `${other}/privateDnsZoneGroups`;
    expect(await asked(estate)).not.toContain(path);
    world.set(other, 'properties.privateLinkServiceConnections', [{ properties: { groupIds: 'blob' } }]);
    expect(await asked(estate)).toContain(path);
  });
});

describe('what a body names is not asked for', () => {
  it('where it is no id', async () => {
    const estate = soundPrivate();
    const { world, names } = estate;
    world.set(names.workspace, 'properties.keyVault', `${names.keyVault}/../../evil`);
    world.set(names.workspace, 'properties.containerRegistry', 'registry');
    world.set(names.workspace, 'properties.storageAccount', 17);
    const { emulator, snapshot } = await scan(world.snapshot());
    const paths = emulator.requests.map(({ path }) => path);
    expect(paths.filter((path) => /\/(?:vaults|registries|storageAccounts)\//.test(path))).toEqual([]);
    // Not even tried.
    expect(snapshot.gaps).toEqual([]);
  });

  it('as a hub where it is no project', async () => {
    const estate = soundPrivate();
    const { world, names } = estate;
    const hub = names.workspace.replace(/\/subscriptions\/[^/]+/, `/subscriptions/${HUB_SUBSCRIPTION}`);
    world.set(names.workspace, 'properties.hubResourceId', hub);
    expect(await asked(estate)).not.toContain(hub);
    world.set(names.workspace, 'kind', 'project');
    expect(await asked(estate)).toContain(hub);
  });
});
