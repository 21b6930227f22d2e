import { describe, expect, it } from 'vitest';
import type { Call } from '../../src/azure/connect/transport.js';
import type { Snapshot } from '../../src/snapshot/format.js';
import { Estate } from '../world/estate.js';
import { SUBSCRIPTION } from '../world/names.js';
import { documentedExample, soundManaged, soundPrivate, soundPublic } from '../world/sound.js';
import { expectNoCallTwice, type Scan, scan } from './scan.js';

const CREATION_TIMES = /\/resourcegroups\/[^/]+\/resources$/;

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
    // A list of deployments for each endpoint, and the one environment and model that both deployments have.
    expect(result.calls).toBe(22 + 3 * count);
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

  it('is looked for on a closed workspace too: its open endpoints heed it', async () => {
    const { world, names } = soundPrivate();
    world.unset(names.workspace, 'properties.ipAllowlist');
    const { emulator } = await scan(world.snapshot());
    const ofWorkspace = emulator.requests.filter(({ path }) => path === names.workspace);
    expect(ofWorkspace.map(({ query }) => query['api-version'])).toEqual([
      '2025-09-01',
      '2025-10-01-preview',
    ]);
  });

  it('is not looked for where the stable answer has it', async () => {
    const { world, names } = soundPrivate();
    const { emulator } = await scan(world.snapshot());
    const ofWorkspace = emulator.requests.filter(({ path }) => path === names.workspace);
    expect(ofWorkspace.map(({ query }) => query['api-version'])).toEqual(['2025-09-01']);
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
