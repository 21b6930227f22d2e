import { readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { soundManaged, soundPrivate, soundPublic } from '../world/sound.js';
import { isocheck } from './command.js';
import { named, Site } from './site.js';

describe('a live scan', () => {
  it('signs in through az, reads with nothing but GET and the Resource Graph query, reports and passes', async () => {
    const { world, names } = soundPrivate();
    const site = await Site.of(world.snapshot());
    const { exitCode, stdout, stderr } = await site.live(['scan', ...named(names)]);
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^source azure \(AzureCloud\), taken \d{4}-/);
    expect(stdout).toContain('mlw-fraud  eastus');
    expect(stdout).toMatch(/\n1 failed \(1 info\), \d+ passed, 0 unknown, \d+ not applicable\n$/);
    expect(site.az.started).toEqual([
      `account get-access-token --output json --resource ${site.emulator.url}`,
    ]);
    const { requests } = site.emulator;
    expect(requests.length).toBeGreaterThan(10);
    const others = requests.filter(({ method }) => method !== 'GET');
    expect(others.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /providers/Microsoft.ResourceGraph/resources',
    ]);
    expect(requests.filter(({ path }) => /listkeys|token|secrets|\/list$/i.test(path))).toEqual([]);
  });

  it.each([
    ['legacy isolation', soundPrivate],
    ['a managed network', soundManaged],
    ['no isolation', soundPublic],
  ])('gives the report of the replay of its snapshot: %s', async (_kind, estateOf) => {
    const { world, names } = estateOf();
    const site = await Site.of(world.snapshot(), { pageSize: 1 });
    const live = await site.live([
      'scan',
      ...named(names),
      ...['--save-snapshot', 'saved.json', '--require', 'inbound=private', '-o', 'json'],
    ]);
    const replay = await site.run([
      'scan',
      '--snapshot',
      'saved.json',
      '--require',
      'inbound=private',
      '-o',
      'json',
    ]);
    const [first, second] = [JSON.parse(live.stdout), JSON.parse(replay.stdout)];
    expect(first.snapshot.source).toBe('azure');
    expect(second.snapshot.source).toBe('saved.json');
    first.snapshot.source = second.snapshot.source;
    expect(first).toEqual(second);
    expect(first.findings.length).toBeGreaterThan(0);
    expect(live.exitCode).toBe(replay.exitCode);
    expect(live.exitCode).toBe(first.exitCode);
    expect(live.stderr).toMatch(/^isocheck: wrote saved\.json: \d+ resources\n$/);
  });

  it('tells of each call with -v, without headers, and saves what nobody else may read', async () => {
    const { world, names } = soundPrivate();
    const site = await Site.of(world.snapshot());
    const { stderr } = await site.live(['scan', ...named(names), '-v', '--save-snapshot', 'saved.json']);
    const lines = stderr.trimEnd().split('\n');
    expect(lines.pop()).toMatch(/^isocheck: wrote saved\.json: \d+ resources$/);
    expect(lines.pop()).toMatch(new RegExp(`^${lines.length} calls in 3 rounds, \\d+\\.\\d s$`));
    expect(lines).toHaveLength(site.emulator.requests.length);
    for (const line of lines) expect(line).toMatch(/^(GET|POST) \/[^ ?]+ 200 \d+ ms$/);
    expect(JSON.parse(readFileSync(site.path('saved.json'), 'utf8')).workspaces).toEqual([names.workspace]);
    if (process.platform !== 'win32') expect(statSync(site.path('saved.json')).mode & 0o777).toBe(0o600);
  });

  it('finds a workspace by its bare name', async () => {
    const { world, names } = soundPrivate();
    const site = await Site.of(world.snapshot());
    const { exitCode, stdout } = await site.live(['scan', '-w', 'MLW-Fraud', '-s', names.subscription, '-q']);
    expect(stdout).toMatch(/\n1 failed \(1 info\), /);
    expect(exitCode).toBe(0);
  });

  it('takes a resource id in any casing, without anything else', async () => {
    const { world, names } = soundPrivate();
    const site = await Site.of(world.snapshot());
    const { exitCode, stdout } = await site.live(['scan', '-w', names.workspace.toUpperCase(), '-q']);
    expect(stdout).toMatch(/\n1 failed \(1 info\), /);
    expect(exitCode).toBe(0);
  });
});

describe('the exit code', () => {
  const scanOf = async (snapshot: unknown, ...args: string[]) =>
    isocheck(['scan', '--snapshot', '-', '-o', 'json', ...args], { input: JSON.stringify(snapshot) });

  it('is 0 when all that applies passed', async () => {
    expect((await scanOf(soundPrivate().world.snapshot())).exitCode).toBe(0);
  });

  it('is 1 for a failure at or above --fail-on', async () => {
    const { world, names } = soundPrivate();
    world.set(names.workspace, 'properties.v1LegacyMode', true);
    expect((await scanOf(world.snapshot())).exitCode).toBe(1);
    expect((await scanOf(world.snapshot(), '--fail-on', 'never')).exitCode).toBe(0);
  });

  it('is 1 for a warning only where that is asked for', async () => {
    const { world, names } = soundPrivate();
    world.set(`${names.workspace}/onlineEndpoints/fraud`, 'properties.traffic', {});
    expect((await scanOf(world.snapshot())).exitCode).toBe(0);
    expect((await scanOf(world.snapshot(), '--fail-on', 'warning')).exitCode).toBe(1);
  });

  it('is 3 when something could not be read, also with --fail-on never', async () => {
    const { world, names } = soundPrivate();
    world.gap('keyVault', names.keyVault);
    expect((await scanOf(world.snapshot())).exitCode).toBe(3);
    expect((await scanOf(world.snapshot(), '--fail-on', 'never')).exitCode).toBe(3);
  });

  it('is the same in a live scan without rights on the vault', async () => {
    const { world, names } = soundPrivate();
    const site = await Site.of(world.snapshot(), { faults: [{ path: names.keyVault, kind: 'forbidden' }] });
    const { exitCode, stdout } = await site.live(['scan', ...named(names)]);
    expect(exitCode).toBe(3);
    expect(stdout).toContain('Microsoft.KeyVault/vaults/read');
    expect(stdout).toMatch(/The scan is incomplete: \d+ checks? (is|are) unknown and did not pass\.\n$/);
  });
});
