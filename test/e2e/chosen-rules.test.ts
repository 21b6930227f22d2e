import { describe, expect, it } from 'vitest';
import { soundPrivate } from '../world/sound.js';
import { isocheck } from './command.js';
import { named, Site } from './site.js';

const ID = '/subscriptions/3f1c2a4e-5b6d-4e7f-8a9b-0c1d2e3f4a5b';

interface Report {
  readonly findings: readonly { readonly ruleId: string; readonly status: string }[];
  readonly scenarios: readonly unknown[];
  readonly notes: readonly string[];
}

describe('--rules and --skip', () => {
  it('ask Azure for what the chosen rules need alone, and find there what a whole scan finds', async () => {
    const { world, names } = soundPrivate();
    const site = await Site.of(world.snapshot());
    const whole = await site.live(['scan', ...named(names), '-o', 'json']);
    const scanned = site.emulator.requests.length;
    const some = await site.live(['scan', ...named(names), '--rules', 'key-vault/*', '-o', 'json']);
    const asked = site.emulator.requests.slice(scanned).map(({ path }) => path);
    const [all, chosen]: [Report, Report] = [JSON.parse(whole.stdout), JSON.parse(some.stdout)];
    expect(asked.length).toBeLessThan(scanned / 2);
    expect(asked.filter((path) => /registries|privateDnsZones|networkInterfaces/i.test(path))).toEqual([]);
    expect(chosen.findings.length).toBeGreaterThan(0);
    expect(chosen.findings).toEqual(all.findings.filter(({ ruleId }) => ruleId.startsWith('key-vault/')));
    expect(chosen.scenarios).toEqual([]);
    expect(chosen.notes[0]).toMatch(
      /^Only \d+ of \d+ rules were asked: what the others would find is not known\.$/,
    );
    expect([whole.exitCode, some.exitCode]).toEqual([0, 0]);
  });

  it('are refused where they fit nothing', async () => {
    const { exitCode, stdout, stderr } = await isocheck(['scan', '--rules', 'regsitry/*', '-w', 'mlw']);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain('isocheck: --rules: no rule fits "regsitry/*"\n  did you mean registry/*');
  });
});

describe('isocheck rules', () => {
  it('prints the permissions of the chosen rules, and as a role', async () => {
    const list = await isocheck(['rules', '--rules', 'key-vault/*', '--permissions']);
    const json = await isocheck(['rules', '--rules', 'key-vault/*', '--permissions', '-o', 'json']);
    const role = await isocheck(['rules', '--rules', 'key-vault/*', '-o', 'azure-role', '--scope', ID]);
    const actions = list.stdout.trim().split('\n');
    expect(actions).toContain('Microsoft.KeyVault/vaults/read');
    expect(actions).not.toContain('Microsoft.Storage/storageAccounts/read');
    expect(JSON.parse(json.stdout)).toEqual({ actions });
    expect(JSON.parse(role.stdout)).toMatchObject({
      IsCustom: true,
      Actions: actions,
      AssignableScopes: [ID],
    });
    expect([list.exitCode, json.exitCode, role.exitCode]).toEqual([0, 0, 0]);
  });

  it.each([
    [['-o', 'azure-role'], '-o azure-role: no scope is named'],
    [['-o', 'azure-role', '--scope', 'rg-ml'], '--scope: expected the id of a subscription'],
    [['--scope', ID], '--scope: it belongs to -o azure-role alone'],
    [['--permissions', '-o', 'markdown'], '--permissions: expected -o text, json or azure-role'],
    [['-o', 'azure-rol'], '--output: expected text, json, markdown or azure-role, found "azure-rol"'],
  ])('refuses %j', async (args, message) => {
    const { exitCode, stdout, stderr } = await isocheck(['rules', ...args]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(`isocheck: ${message}`);
  });
});
