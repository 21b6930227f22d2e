import { describe, expect, it } from 'vitest';
import { Estate } from '../world/estate.js';
import { namesOf, SUBSCRIPTION } from '../world/names.js';
import { soundPrivate } from '../world/sound.js';
import { expectNoCallTwice, scan } from './scan.js';

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
