import { describe, expect, it } from 'vitest';
import type { ReadName } from '../../src/arm/reads.js';
import { readOf } from '../properties/take-away.js';
import { giveIdentities, PRINCIPAL } from '../world/identities.js';
import { endpointId, SUBSCRIPTION } from '../world/names.js';
import { documentedExample, soundPrivate } from '../world/sound.js';
import { expectNoCallTwice, type ScanSetup, scan } from './scan.js';

async function scanFor(reads: readonly ReadName[], setup: ScanSetup = {}) {
  const estate = soundPrivate();
  const { names, world } = estate;
  giveIdentities(estate, endpointId(names.workspace, 'fraud'), { 'id-scoring': PRINCIPAL });
  const result = await scan(world.snapshot(), { ...setup, options: { reads: new Set(reads) } });
  expectNoCallTwice(result);
  const asked = result.emulator.requests.map(({ path }) => readOf(path.toLowerCase()));
  return { ...result, names, asked: [...new Set(asked)].sort() };
}

describe('a scan for a few reads', () => {
  it('makes no other', async () => {
    const { asked, calls, rounds, snapshot, names } = await scanFor(['workspace', 'registry']);
    expect(asked).toEqual(['registry', 'workspace']);
    expect(calls).toBe(2);
    expect(rounds).toBe(2);
    expect(Object.keys(snapshot.resources).sort()).toEqual(
      [names.registry, names.workspace].map((id) => id.toLowerCase()).sort(),
    );
    expect(snapshot.collections).toEqual({});
    expect(snapshot.gaps).toEqual([]);
  });

  it('reads the workspace whatever the few are', async () => {
    expect((await scanFor([])).asked).toEqual(['workspace']);
  });

  it('finds the workspace by its name all the same', async () => {
    const { asked, rounds, snapshot, names } = await scanFor(['keyVault'], {
      workspaces: [{ subscription: SUBSCRIPTION, name: 'mlw-fraud' }],
    });
    expect(asked).toEqual(['keyVault', 'workspace']);
    expect(rounds).toBe(2);
    expect(snapshot.workspaces).toEqual([names.workspace]);
  });

  it('goes as deep as what leads there is among them', async () => {
    const roles: readonly ReadName[] = ['roleAssignments', 'denyAssignments', 'customRoles'];
    expect((await scanFor(['workspace', ...roles])).asked).toEqual(['workspace']);
    expect((await scanFor(['workspace', 'endpoints', ...roles])).asked).toEqual(
      ['workspace', 'endpoints', ...roles].sort(),
    );
    const { asked, names, snapshot } = await scanFor(['privateEndpoint', 'zoneGroups', 'zoneLinks']);
    expect(asked).toEqual(['privateEndpoint', 'workspace', 'zoneGroups', 'zoneLinks']);
    expect(snapshot.collections).toHaveProperty([`${names.apiZone}/virtualNetworkLinks`.toLowerCase()]);
  });

  it('leaves the preview of the workspace out unless it is among them', async () => {
    const { world, names } = documentedExample();
    world.unset(names.workspace, 'properties.ipAllowlist');
    const { calls } = await scan(world.snapshot(), { options: { reads: new Set(['workspace']) } });
    expect(calls).toBe(1);
  });
});
