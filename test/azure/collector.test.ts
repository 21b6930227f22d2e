import { describe, expect, it } from 'vitest';
import type { Call } from '../../src/azure/transport.js';
import type { LoggedRequest } from '../../src/emulator/server.js';
import type { Snapshot } from '../../src/snapshot/format.js';
import { Estate } from '../world/estate.js';
import { HUB_SUBSCRIPTION, MICROSOFT_SUBSCRIPTION, namesOf, SUBSCRIPTION } from '../world/names.js';
import { documentedExample, soundManaged, soundPrivate, soundPublic } from '../world/sound.js';
import { type Scan, scan } from './scan.js';

const CREATION_TIMES = /\/resourcegroups\/[^/]+\/resources$/;

/** What was asked: method, path and query, without regard to case. */
function callOf({ method, path, query }: LoggedRequest): string {
  return `${method} ${path} ${JSON.stringify(query)}`.toLowerCase();
}

function expectNoCallTwice({ emulator }: Scan): void {
  const calls = emulator.requests.map(callOf);
  expect(calls).toEqual([...new Set(calls)]);
}

function expectReadsAlone({ emulator }: Scan): void {
  for (const { method, path } of emulator.requests) {
    if (method !== 'GET')
      expect(`${method} ${path}`).toBe('POST /providers/Microsoft.ResourceGraph/resources');
  }
}

/** What a scan must bring back of an estate that it can read whole: all but what the estate invents by the way. */
function expectSame(scanned: Snapshot, served: Snapshot): void {
  expect(scanned.gaps).toEqual([]);
  expect(scanned.workspaces).toEqual(served.workspaces);
  for (const [id, resource] of Object.entries(scanned.resources)) {
    expect(resource.body, id).toEqual(served.resources[id]?.body);
  }
  for (const [path, list] of Object.entries(scanned.collections)) {
    expect(list.complete, path).toBe(true);
    if (CREATION_TIMES.test(path)) continue;
    const members = served.collections[path]?.members;
    if (members !== undefined && !path.includes('resourcegraph')) expect(list.members, path).toEqual(members);
  }
}

describe('a workspace named with group and subscription', () => {
  it.each([
    ['legacy isolation', soundPrivate()],
    ['the documented example', documentedExample()],
    ['all public', soundPublic()],
    ['a managed network', soundManaged()],
  ])('is read whole in at most three rounds: %s', async (_name, { world }) => {
    const served = world.snapshot();
    const result = await scan(served);
    expectSame(result.snapshot, served);
    expect(Object.keys(served.resources).filter((id) => !(id in result.snapshot.resources))).toEqual([]);
    expect(result.rounds).toBe(3);
    expect(result.calls).toBe(result.emulator.requests.length);
    expectNoCallTwice(result);
    expectReadsAlone(result);
  });

  it.each([1, 20])('takes the same rounds whatever the number of endpoints: %i', async (count) => {
    const estate = new Estate('fraud');
    for (let index = 0; index < count; index += 1) {
      estate.endpoint(`endpoint-${index}`, 'Disabled', { blue: 'Enabled', green: 'Enabled' });
    }
    const result = await scan(estate.world.snapshot());
    expect(result.rounds).toBe(3);
    // A list of deployments for each endpoint, and the one environment that both deployments have.
    expect(result.calls).toBe(18 + 2 * count);
    expectNoCallTwice(result);
  });

  it('follows the pages of every list to the end', async () => {
    const estate = soundPrivate();
    for (let index = 0; index < 7; index += 1) estate.endpoint(`more-${index}`, 'Disabled');
    const served = estate.world.snapshot();
    const result = await scan(served, { pageSize: 2 });
    expectSame(result.snapshot, served);
    expect(result.rounds).toBe(3);
    expectNoCallTwice(result);
  });

  it('gives the same snapshot whichever answer comes first', async () => {
    const estate = soundPrivate().endpoint('churn', 'Enabled');
    const one = await scan(estate.world.snapshot(), { options: { concurrency: 1 } });
    const many = await scan(estate.world.snapshot(), { latencyMs: 5, options: { concurrency: 64 } });
    expect(JSON.stringify(many.snapshot)).toBe(JSON.stringify(one.snapshot));
    expect(many.rounds).toBe(one.rounds);
  });

  it('does not mind that services spell ids in their own way', async () => {
    const { world, names } = soundPrivate();
    world
      .set(names.workspace, 'properties.keyVault', names.keyVault.toLowerCase())
      .set(names.workspace, 'properties.storageAccount', names.storage.toUpperCase());
    const { snapshot } = await scan(world.snapshot());
    expect(snapshot.gaps).toEqual([]);
    expect(snapshot.resources).toHaveProperty([names.keyVault.toLowerCase()]);
    expect(snapshot.resources).toHaveProperty([names.storage.toLowerCase()]);
  });

  it('takes a registry of null for none', async () => {
    const { world, names } = soundPublic();
    world.set(names.workspace, 'properties.containerRegistry', null).remove(names.registry);
    const { snapshot } = await scan(world.snapshot());
    expect(snapshot.gaps).toEqual([]);
  });

  it('keeps creation times beside the resources, not in their place', async () => {
    const { world, names } = soundPrivate();
    const { snapshot } = await scan(world.snapshot());
    const times = snapshot.collections[`/subscriptions/${SUBSCRIPTION}/resourcegroups/rg-fraud/resources`];
    const id = names.privateEndpoint.toLowerCase();
    expect(times?.summaries?.[id]).toHaveProperty('createdTime');
    expect(snapshot.resources[id]?.body).toHaveProperty('properties.networkInterfaces');
  });
});

describe('the list of selected addresses', () => {
  it('is looked for in a preview where the stable answer leaves it out', async () => {
    const { world, names } = documentedExample();
    world.unset(names.workspace, 'properties.ipAllowlist');
    const { snapshot, rounds, emulator } = await scan(world.snapshot());
    const versions = emulator.requests
      .filter(({ path }) => path.toLowerCase() === names.workspace.toLowerCase())
      .map(({ query }) => query['api-version']);
    expect(versions).toEqual(['2025-09-01', '2025-10-01-preview']);
    expect(snapshot.resources[names.workspace.toLowerCase()]).toMatchObject({
      apiVersion: '2025-09-01',
      otherVersions: { '2025-10-01-preview': { id: names.workspace } },
    });
    expect(rounds).toBe(3);
  });

  it('leaves a gap that names the version when the preview may not be read', async () => {
    const { world, names } = documentedExample();
    world.unset(names.workspace, 'properties.ipAllowlist');
    const preview = { query: 'api-version', value: '2025-10-01-preview' };
    const { snapshot } = await scan(world.snapshot(), {
      faults: [
        { match: ({ query }) => query[preview.query] === preview.value, kind: 'server-error', status: 500 },
      ],
    });
    expect(snapshot.gaps).toEqual([
      {
        scope: names.workspace.toLowerCase(),
        operation: 'Microsoft.MachineLearningServices/workspaces/read',
        reason: 'error',
        detail: expect.stringMatching(/^api-version 2025-10-01-preview: 500/),
      },
    ]);
  });

  it('is not looked for where the workspace is closed', async () => {
    const { world, names } = soundPrivate();
    world.unset(names.workspace, 'properties.ipAllowlist');
    const { emulator } = await scan(world.snapshot());
    expect(emulator.requests.filter(({ query }) => query['api-version']?.includes('preview'))).toEqual([]);
  });
});

describe('a bare name', () => {
  const named = { subscription: SUBSCRIPTION, name: 'MLW-Fraud' };

  it('costs one round, and no call for the workspace itself', async () => {
    const estate = soundPrivate();
    new Estate('other', {}, estate.world);
    const served = estate.world.snapshot();
    const result = await scan(served, { workspaces: [named] });
    expect(result.snapshot.workspaces).toEqual([estate.names.workspace]);
    expect(result.snapshot.gaps).toEqual([]);
    expect(result.rounds).toBe(4);
    const paths = result.emulator.requests.map(({ path }) => path.toLowerCase());
    expect(paths).not.toContain(estate.names.workspace.toLowerCase());
    expectNoCallTwice(result);
  });

  it("leaves other people's workspaces out of the snapshot", async () => {
    const estate = soundPrivate();
    const other = new Estate('other', {}, estate.world);
    const { snapshot } = await scan(estate.world.snapshot(), { workspaces: [named] });
    expect(snapshot.resources).toHaveProperty([estate.names.workspace.toLowerCase()]);
    expect(snapshot.resources).not.toHaveProperty([other.names.workspace.toLowerCase()]);
  });

  it('that two workspaces bear is refused, and both are named', async () => {
    const { world, names } = soundPrivate();
    const twin = namesOf('fraud', { group: 'rg-twin' });
    new Estate('fraud', {}, world, twin);
    await expect(scan(world.snapshot(), { workspaces: [named] })).rejects.toMatchObject({
      name: 'UsageError',
      exitCode: 2,
      message: expect.stringMatching(
        new RegExp(
          `2 workspaces are named MLW-Fraud: .*${names.workspace}.*${twin.workspace}|${twin.workspace}.*${names.workspace}`,
        ),
      ),
      hints: [expect.stringContaining('--resource-group')],
    });
  });

  it('that no workspace bears ends the scan and tells which there are', async () => {
    const { world } = soundPrivate();
    const search = scan(world.snapshot(), {
      workspaces: [{ subscription: SUBSCRIPTION, name: 'mlw-frade' }],
    });
    await expect(search).rejects.toMatchObject({
      name: 'ScanError',
      message: expect.stringContaining('no workspace named mlw-frade'),
      hints: expect.arrayContaining(['there are: mlw-fraud']),
    });
  });
});

describe('a project', () => {
  function project(): { world: Estate['world']; project: string; hub: Estate } {
    const hub = new Estate('hub');
    const { world, names } = hub;
    const id = names.workspace.replace('mlw-hub', 'project-a');
    world
      .set(names.workspace, 'kind', 'Hub')
      .add('workspace', {
        id,
        name: 'project-a',
        kind: 'Project',
        location: 'eastus',
        properties: {
          hubResourceId: names.workspace,
          publicNetworkAccess: 'Disabled',
          workspaceId: names.guid,
        },
      })
      .list('endpoints', `${id}/onlineEndpoints`)
      .list('workspaceConnections', `${id}/privateEndpointConnections`)
      .list('outboundRules', `${id}/outboundRules`);
    world.workspaces = [id];
    return { world, project: id, hub };
  }

  it('brings its hub with it', async () => {
    const { world, project: id, hub } = project();
    const result = await scan(world.snapshot());
    expect(result.snapshot.workspaces).toEqual([id]);
    expect(result.snapshot.gaps).toEqual([]);
    // The project, its hub, the hub's dependencies.
    expect(result.rounds).toBe(3);
    for (const read of [
      hub.names.workspace,
      hub.names.keyVault,
      hub.names.registry,
      hub.names.networkInterface,
    ]) {
      expect(result.snapshot.resources).toHaveProperty([read.toLowerCase()]);
    }
    expect(result.snapshot.collections).toHaveProperty([
      `${hub.names.workspace}/privateEndpointConnections`.toLowerCase(),
    ]);
    expectNoCallTwice(result);
  });

  it('found by its name needs no call for the hub either', async () => {
    const { world, hub } = project();
    const result = await scan(world.snapshot(), {
      workspaces: [{ subscription: SUBSCRIPTION, name: 'project-a' }],
    });
    expect(result.snapshot.resources).toHaveProperty([hub.names.workspace.toLowerCase()]);
    expect(result.emulator.requests.map(({ path }) => path)).not.toContain(hub.names.workspace);
    // The list of workspaces holds both.
    expect(result.rounds).toBe(2);
  });
});

describe('what lies in other subscriptions', () => {
  const elsewhere = namesOf('hub', { subscription: HUB_SUBSCRIPTION, group: 'rg-hub' });

  it('is asked for there: a private endpoint that only a connection names', async () => {
    const estate = soundPrivate();
    estate.network(elsewhere.virtualNetwork).privateEndpoint(elsewhere.privateEndpoint, {
      network: elsewhere.virtualNetwork,
      zoneGroup: false,
    });
    const path = `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Network/privateEndpoints`;
    const served = estate.world.snapshot();
    const list = served.collections[path.toLowerCase()];
    if (list !== undefined) list.members = list.members.filter((id) => !id.includes(HUB_SUBSCRIPTION));
    const result = await scan(served);
    expect(result.snapshot.gaps).toEqual([]);
    expect(result.snapshot.resources).toHaveProperty([elsewhere.privateEndpoint.toLowerCase()]);
    expect(result.snapshot.resources).toHaveProperty([elsewhere.virtualNetwork.toLowerCase()]);
    expect(result.rounds).toBe(3);
    expectNoCallTwice(result);
  });

  it('is found by Resource Graph: a zone of the hub network', async () => {
    const estate = soundPrivate();
    estate.zone(elsewhere.apiZone).record(elsewhere.apiZone, 'a', ['10.1.0.4']);
    const served = estate.world.snapshot();
    delete served.collections['/providers/microsoft.resourcegraph/resources'];
    const result = await scan(served);
    const key = elsewhere.apiZone.toLowerCase();
    expect(result.snapshot.resources).toHaveProperty([key]);
    expect(result.snapshot.collections).toHaveProperty([`${key}/a`]);
    expect(result.snapshot.collections).toHaveProperty([`${key}/virtualnetworklinks`]);
    expect(result.snapshot.collections['/providers/microsoft.resourcegraph/resources']).toMatchObject({
      complete: true,
      members: expect.arrayContaining([elsewhere.apiZone]),
    });
    expect(result.rounds).toBe(3);
    expectNoCallTwice(result);
  });

  it('is named by a zone group alone: a zone that Resource Graph does not show', async () => {
    const estate = soundPrivate();
    const { names, world } = estate;
    estate.zone(elsewhere.apiZone);
    world.set(`${names.privateEndpoint}/privateDnsZoneGroups/default`, 'properties.privateDnsZoneConfigs', [
      { name: 'api', properties: { privateDnsZoneId: elsewhere.apiZone } },
      {
        name: 'blob',
        properties: {
          privateDnsZoneId: elsewhere.apiZone.replace('api.azureml.ms', 'blob.core.windows.net'),
        },
      },
    ]);
    const result = await scan(world.snapshot());
    const key = elsewhere.apiZone.toLowerCase();
    expect(result.snapshot.resources).toHaveProperty([key]);
    expect(result.snapshot.collections).toHaveProperty([`${key}/a`]);
    expect(result.emulator.requests.filter(({ path }) => path.includes('blob.core'))).toEqual([]);
    expect(result.rounds).toBe(3);
  });

  it('is read in a fourth round when the third revealed it', async () => {
    const estate = soundPrivate();
    const { world } = estate;
    const id = elsewhere.privateEndpoint.replace('pe-mlw-hub', 'pe-registry');
    const networkInterface = elsewhere.networkInterface.replace('pe-mlw-hub', 'pe-registry');
    estate
      .network(elsewhere.virtualNetwork)
      .registryConnection({ name: 'hub', privateEndpoint: id, status: 'Approved' });
    world
      .add('privateEndpoint', {
        id,
        properties: {
          subnet: { id: `${elsewhere.virtualNetwork}/subnets/default` },
          networkInterfaces: [{ id: networkInterface }],
        },
      })
      .list('zoneGroups', `${id}/privateDnsZoneGroups`)
      .add('networkInterface', { id: networkInterface, properties: { ipConfigurations: [] } });
    const result = await scan(world.snapshot());
    expect(result.snapshot.gaps).toEqual([]);
    expect(result.snapshot.resources).toHaveProperty([networkInterface.toLowerCase()]);
    expect(result.rounds).toBe(4);
  });

  it("is never asked for when it is Microsoft's own", async () => {
    const estate = new Estate('fraud').endpoint('fraud', 'Disabled', { blue: 'Disabled', green: 'Disabled' });
    const { emulator, snapshot } = await scan(estate.world.snapshot());
    expect(JSON.stringify(snapshot.resources)).toContain(MICROSOFT_SUBSCRIPTION);
    expect(emulator.requests.filter(({ path }) => path.includes(MICROSOFT_SUBSCRIPTION))).toEqual([]);
    expect(snapshot.gaps).toEqual([]);
  });

  it('leaves a gap when nobody may see it: a connection of unknown origin', async () => {
    const estate = soundPrivate();
    const id = `/subscriptions/${MICROSOFT_SUBSCRIPTION}/resourceGroups/vnet/providers/Microsoft.Network/privateEndpoints/__SYS_PE_a`;
    estate.connection({ name: 'unknown', privateEndpoint: id, status: 'Approved' });
    const { snapshot, rounds } = await scan(estate.world.snapshot());
    expect(snapshot.gaps).toMatchObject([
      { scope: id.toLowerCase(), operation: 'Microsoft.Network/privateEndpoints/read', reason: 'not-found' },
    ]);
    expect(rounds).toBe(3);
  });
});

describe('assets', () => {
  it('are read once each, and only where they lie below a workspace', async () => {
    const estate = new Estate('fraud');
    const { world, names } = estate;
    const deployments = ['own', 'short', 'label', 'curated', 'registry', 'mlflow'] as const;
    estate.endpoint('fraud', 'Disabled', Object.fromEntries(deployments.map((name) => [name, 'Disabled'])));
    const deployment = (name: string) => `${names.workspace}/onlineEndpoints/fraud/deployments/${name}`;
    const environment = (name: string, value: string) =>
      world.set(deployment(name), 'properties.environmentId', value);
    environment('short', 'azureml:fraud-env:1');
    environment('label', `${names.workspace}/environments/fraud-env/labels/latest`);
    environment('curated', 'azureml://registries/azureml/environments/sklearn-1.5/versions/20');
    environment('registry', 'azureml://registries/ours/environments/scoring/labels/latest');
    world.unset(deployment('mlflow'), 'properties.environmentId');
    estate.model(`${names.workspace}/models/fraud/versions/1`, 'mlflow_model');
    const { emulator, snapshot } = await scan(world.snapshot());
    const assets = emulator.requests
      .map(({ path }) => path)
      .filter((path) => /\/(?:environments|models)\//.test(path));
    expect(assets.sort()).toEqual([
      `${names.workspace}/environments/fraud-env/versions/1`,
      `${names.workspace}/models/fraud/versions/1`,
    ]);
    expect(snapshot.gaps).toEqual([]);
  });
});

describe('several workspaces', () => {
  it('share what they have in common', async () => {
    const first = soundPrivate();
    const second = new Estate('churn', {}, first.world).endpoint('churn', 'Enabled');
    const result = await scan(first.world.snapshot());
    expect(result.snapshot.workspaces).toEqual([first.names.workspace, second.names.workspace]);
    expect(result.snapshot.gaps).toEqual([]);
    expect(result.rounds).toBe(3);
    expectNoCallTwice(result);
    const lists = result.emulator.requests.filter(({ path }) =>
      /\/providers\/Microsoft\.Network\/\w+$/.test(path),
    );
    expect(lists).toHaveLength(2);
  });
});

describe('what a scan tells on the way', () => {
  it('is what is being read and how many calls were made', async () => {
    const seen: { reading: string; calls: number }[] = [];
    const { world } = soundPrivate();
    const { calls } = await scan(world.snapshot(), {
      options: { onProgress: (progress) => seen.push(progress) },
    });
    expect(seen[0]).toEqual({ reading: 'signing in', calls: 0 });
    expect(seen.map(({ reading }) => reading)).toEqual(
      expect.arrayContaining([
        'workspace mlw-fraud',
        'deployments of fraud',
        'key vault kv-fraud',
        'environment fraud-env:1',
      ]),
    );
    expect(seen.at(-1)?.calls).toBe(calls);
    expect(seen.every(({ calls: count }, index) => count >= (seen[index - 1]?.calls ?? 0))).toBe(true);
  });

  it('is one line a call, without query and headers', async () => {
    const lines: Call[] = [];
    const { world, names } = soundPrivate();
    const { emulator } = await scan(world.snapshot(), { options: { onCall: (call) => lines.push(call) } });
    expect(lines.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(
      emulator.requests.map(({ method, path }) => `${method} ${path}`).sort(),
    );
    expect(lines).toContainEqual({
      method: 'GET',
      path: names.keyVault,
      status: 200,
      milliseconds: expect.any(Number),
    });
    expect(JSON.stringify(lines)).not.toMatch(/api-version|Bearer|token/i);
  });
});

describe('secrets', () => {
  it('of a deployment do not get into the snapshot', async () => {
    const { world, names } = soundPrivate();
    const deployment = `${names.workspace}/onlineEndpoints/fraud/deployments/blue`;
    const planted = 'PLANTED-7f3a9c';
    world
      .set(deployment, 'properties.environmentVariables', {
        API: planted,
        DB: `Server=x;Password=${planted}`,
      })
      .set(deployment, 'tags', { 'api-key': planted })
      .set(names.workspace, 'properties.sdkTelemetryAppInsightsKey', planted)
      .set(`${names.workspace}/environments/fraud-env/versions/1`, 'properties.build', {
        contextUri: `https://st.blob.core.windows.net/c?sv=2024&sig=${planted}`,
      });
    const { snapshot } = await scan(world.snapshot());
    expect(JSON.stringify(snapshot)).not.toContain(planted);
    expect(snapshot.resources[deployment.toLowerCase()]?.body).toMatchObject({
      properties: { environmentVariables: { API: '[redacted]', DB: '[redacted]' } },
    });
  });
});
