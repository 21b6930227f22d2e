import { readdirSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { REPORTERS } from '../../src/reporters/index.js';
import { RULES } from '../../src/rules/index.js';
import { VERSION } from '../../src/version.js';
import { soundPrivate } from '../world/sound.js';
import { isocheck } from './command.js';
import { named, Site } from './site.js';

const COMMANDS = ['scan', 'troubleshoot', 'snapshot', 'rules', 'explain', 'demo'];

function widest(text: string): number {
  return Math.max(...text.split('\n').map((line) => line.length));
}

describe('--help', () => {
  it('names the commands and the exit codes', async () => {
    const { exitCode, stdout } = await isocheck(['--help']);
    expect(exitCode).toBe(0);
    for (const command of COMMANDS) expect(stdout).toMatch(new RegExp(`^ {2}${command}\\b`, 'm'));
    for (const code of [0, 1, 2, 3, 4, 130]) expect(stdout).toMatch(new RegExp(`^ {2}${code} +\\S`, 'm'));
    expect(widest(stdout)).toBeLessThanOrEqual(80);
  });

  it.each(COMMANDS)('has examples for %s, at 80 columns', async (command) => {
    const { exitCode, stdout } = await isocheck([command, '--help']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(new RegExp(`\nExamples:\n {2}isocheck ${command}`));
    expect(widest(stdout)).toBeLessThanOrEqual(80);
    expect((await isocheck(['help', command])).stdout).toBe(stdout);
  });

  it('names every format', async () => {
    const { stdout } = await isocheck(['scan', '--help']);
    for (const format of Object.keys(REPORTERS))
      expect(stdout).toMatch(new RegExp(`--output[^-]*\\b${format}\\b`));
  });

  it('goes by COLUMNS', async () => {
    expect(widest((await isocheck(['scan', '--help'], { env: { COLUMNS: '140' } })).stdout)).toBeGreaterThan(
      100,
    );
  });
});

it('--version', async () => {
  expect(await isocheck(['--version'])).toEqual({ exitCode: 0, stdout: `${VERSION}\n`, stderr: '' });
});

describe('isocheck rules', () => {
  it('lists every rule at 80 columns', async () => {
    const { exitCode, stdout } = await isocheck(['rules']);
    for (const { id, title } of RULES) {
      expect(stdout.replace(/\n {2}/g, ' ')).toContain(`${id} ${title}`);
    }
    expect(stdout).toContain(`${RULES.length} rules.`);
    expect(widest(stdout)).toBeLessThanOrEqual(80);
    expect(exitCode).toBe(0);
  });

  it('lists them for programs', async () => {
    const { rules } = JSON.parse((await isocheck(['rules', '-o', 'json'])).stdout);
    expect(rules).toHaveLength(RULES.length);
    expect(rules.find(({ id }: { id: string }) => id === 'endpoint/public-network-access')).toMatchObject({
      target: 'endpoint',
      severity: 'info',
      severityIfRequired: { 'inbound=private': 'error' },
      operations: [
        'Microsoft.MachineLearningServices/workspaces/read',
        'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/read',
      ],
    });
  });

  it('lists them as a table in Markdown', async () => {
    const lines = (await isocheck(['rules', '-o', 'markdown'])).stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(RULES.length + 2);
    for (const line of lines) expect(line.match(/(?<!\\)\|/g)).toHaveLength(5);
  });
});

it('isocheck explain', async () => {
  const { exitCode, stdout, stderr } = await isocheck(['explain', 'Workspace/V1-Legacy-Mode']);
  expect(stdout).toMatch(/^workspace\/v1-legacy-mode\nv1 legacy mode is off\n/);
  expect(stderr).toBe('');
  expect(exitCode).toBe(0);
});

describe('isocheck snapshot', () => {
  const { world, names } = soundPrivate();

  it('saves under the name of the workspace, and tells what and how much', async () => {
    world.gap('keyVault', names.keyVault);
    const site = await Site.of(world.snapshot());
    const { exitCode, stdout, stderr } = await site.live(['snapshot', ...named(names)]);
    expect(stderr).toMatch(
      /^isocheck: wrote mlw-fraud\.snapshot\.json: \d+ resources; 1 thing could not be read\n$/,
    );
    expect(stdout).toBe('');
    expect(exitCode).toBe(0);
    expect(readdirSync(site.folder).sort()).toEqual([
      'authority.pem',
      'az',
      'home',
      'mlw-fraud.snapshot.json',
    ]);
    const replay = await site.run(['scan', '--snapshot', 'mlw-fraud.snapshot.json', '-q']);
    expect(replay.exitCode).toBe(3);
  });

  it('prints to a pipe where that is asked for', async () => {
    const site = await Site.of(world.snapshot());
    const { exitCode, stdout, stderr } = await site.live(['snapshot', ...named(names), '-o', '-', '-q']);
    expect(v.is(v.object({ schemaVersion: v.literal(1) }), JSON.parse(stdout))).toBe(true);
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
    const replay = await site.run(['scan', '--snapshot', '-', '-q'], { input: stdout });
    expect(replay.exitCode).toBe(3);
  });

  it('saves where it is told to', async () => {
    const site = await Site.of(world.snapshot());
    await site.live(['snapshot', ...named(names), '--save-snapshot', 'here.json', '-q']);
    expect(JSON.parse(readFileSync(site.path('here.json'), 'utf8')).workspaces).toEqual([names.workspace]);
  });
});
