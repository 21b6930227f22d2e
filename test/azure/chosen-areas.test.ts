import { expect, it } from 'vitest';
import { readsOf } from '../../src/catalogue/permissions.js';
import { RULES } from '../../src/rules/index.js';
import { soundPrivate } from '../world/sound.js';
import { collectFrom, serve } from './scan.js';

const AREAS = [...new Set(RULES.map(({ id }) => id.split('/')[0] ?? ''))];

it('the rules of one area take fewer than half the calls of all, and no more rounds', async () => {
  const estate = soundPrivate();
  for (const name of ['risk', 'credit', 'claims', 'churn', 'demand']) estate.endpoint(name, 'Disabled');
  const snapshot = estate.world.snapshot();
  const emulator = await serve(snapshot);
  const whole = await collectFrom(emulator, snapshot);
  expect(AREAS.length).toBeGreaterThan(8);
  for (const area of AREAS) {
    const reads = readsOf(RULES.filter(({ id }) => id.startsWith(`${area}/`)));
    const { calls, rounds } = await collectFrom(emulator, snapshot, { options: { reads } });
    expect(calls, area).toBeLessThan(whole.calls / 2);
    expect(rounds, area).toBeLessThanOrEqual(whole.rounds);
  }
});

it('the rules on vaults read the workspace, its endpoints with what they deploy, and the vault', async () => {
  const { world, names } = soundPrivate();
  const snapshot = world.snapshot();
  const emulator = await serve(snapshot);
  const reads = readsOf(RULES.filter(({ id }) => id.startsWith('key-vault/')));
  await collectFrom(emulator, snapshot, { options: { reads } });
  expect(emulator.requests.map(({ path }) => path).sort()).toEqual(
    [
      names.workspace,
      `${names.workspace}/onlineEndpoints`,
      `${names.workspace}/onlineEndpoints/fraud/deployments`,
      names.keyVault,
      `/subscriptions/${names.subscription}/providers/Microsoft.Network/privateEndpoints`,
    ].sort(),
  );
});
