import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SYMPTOM_NAMES } from '../../src/troubleshoot/symptom.js';
import { soundPrivate } from '../world/sound.js';
import { faulty } from '../world/stories/faulty.js';
import { type Finished, isocheck } from './command.js';
import { named, Site, temporaryFolder } from './site.js';

interface Diagnosis {
  readonly symptom: string;
  readonly steps: readonly {
    readonly title: string;
    readonly ruleIds: readonly string[];
    readonly status: string;
    readonly message: string;
    readonly commands: readonly string[];
  }[];
  readonly cause: { readonly title: string; readonly ruleId: string } | null;
  readonly exitCode: number;
}

function diagnosisOf({ stdout }: Finished): Diagnosis {
  return JSON.parse(stdout);
}

/** A folder with the snapshots of a sound and a faulty workspace, and one of which the vault was not read. */
function folder(): string {
  const path = temporaryFolder();
  const unreadVault = soundPrivate();
  unreadVault.world.gap('keyVault', unreadVault.names.keyVault);
  const snapshots = {
    sound: soundPrivate().world.snapshot(),
    faulty: faulty.world().snapshot(),
    unread: unreadVault.world.snapshot(),
  };
  for (const [name, snapshot] of Object.entries(snapshots)) {
    writeFileSync(join(path, `${name}.json`), JSON.stringify(snapshot));
  }
  return path;
}

describe('isocheck troubleshoot', () => {
  it('walks through a symptom, stops at the cause, and tells what mends it', async () => {
    const { exitCode, stdout, stderr } = await isocheck(
      ['troubleshoot', 'key-authentication-fails', '--snapshot', 'faulty.json'],
      { cwd: folder() },
    );
    expect(stderr).toBe('');
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^key-authentication-fails {2}/);
    expect(stdout).toContain('CAUSE');
    expect(stdout).toMatch(/\n {4}Fix: /);
    expect(stdout).toMatch(/\n {4}\$ az keyvault update /);
    expect(stdout).toContain('(key-vault/trusted-services-bypass)');
    const prose = stdout.split('\n').filter((line) => !/^ *(?:\$|https:)/.test(line));
    for (const line of prose) expect(line.length).toBeLessThanOrEqual(80);
  });

  it.each([
    ['sound.json', 0, null],
    ['faulty.json', 1, 'key-vault/trusted-services-bypass'],
    ['unread.json', 3, null],
  ])('tells a program the same, and its exit code: %s', async (snapshot, exitCode, ruleId) => {
    const finished = await isocheck(
      ['troubleshoot', 'key-authentication-fails', '--snapshot', snapshot, '-o', 'json'],
      { cwd: folder() },
    );
    const diagnosis = diagnosisOf(finished);
    expect(finished.exitCode).toBe(exitCode);
    expect(diagnosis).toMatchObject({ symptom: 'key-authentication-fails', exitCode });
    expect(diagnosis.cause?.ruleId ?? null).toBe(ruleId);
    for (const step of diagnosis.steps) {
      expect(['pass', 'fail', 'unknown', 'not-applicable', 'manual']).toContain(step.status);
      expect(step.status === 'manual').toBe(step.ruleIds.length === 0);
    }
  });

  it('reads from Azure what the symptom asks, and no more', async () => {
    const { world, names } = soundPrivate();
    const site = await Site.of(world.snapshot());
    const whole = await site.live(['scan', ...named(names), '-q']);
    expect(whole.exitCode).toBe(0);
    const scanned = site.emulator.requests.length;
    const { exitCode, stderr } = await site.live(['troubleshoot', 'no-logs', ...named(names)]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(site.emulator.requests.length - scanned).toBeLessThan(scanned / 2);
  });

  it('finds the symptom by the text of an error, from a file and from standard input', async () => {
    const cwd = folder();
    const text = 'Error: getaddrinfo ENOTFOUND fraud.eastus.inference.ml.azure.com';
    writeFileSync(join(cwd, 'error.txt'), text);
    const options = ['--snapshot', 'sound.json', '-o', 'json'];
    const file = await isocheck(['troubleshoot', '--error', 'error.txt', ...options], { cwd });
    const input = await isocheck(['troubleshoot', '--error', '-', ...options], { cwd, input: text });
    expect(diagnosisOf(file).symptom).toBe('host-not-resolved');
    expect(input).toEqual(file);
  });

  it.each([
    [[], 'no symptom is named'],
    [['host-not-resolvd'], 'no symptom is named "host-not-resolvd"\n  did you mean host-not-resolved?'],
    [['--error', 'other.txt'], '--error: the text of other.txt fits no symptom that isocheck knows'],
    [['--error', 'none.txt'], '--error: none.txt cannot be read: there is no such file'],
    [['--error', 'empty.txt'], '--error: empty.txt is empty'],
    [['--error', '-', '--snapshot', '-'], '--error and --snapshot: both are to be read from standard input'],
    [['no-logs', '--error', 'other.txt'], 'troubleshoot: both a symptom ("no-logs") and --error are given'],
    [
      ['no-logs', '--snapshot', 'sound.json', '--endpoint', 'frawd'],
      '--endpoint: no endpoint is named "frawd"\n  did you mean fraud?',
    ],
    [
      ['no-logs', '--snapshot', 'sound.json', '--deployment', 'bleu'],
      '--deployment: no deployment is named "bleu"\n  did you mean blue?',
    ],
  ])('refuses %j', async (args, message) => {
    const cwd = folder();
    writeFileSync(join(cwd, 'other.txt'), 'OutOfQuota');
    writeFileSync(join(cwd, 'empty.txt'), '\n');
    const { exitCode, stdout, stderr } = await isocheck(['troubleshoot', ...args], { cwd });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(`isocheck: ${message}`);
    if (/symptom/.test(message) && !/both/.test(message)) {
      for (const name of SYMPTOM_NAMES) expect(stderr).toContain(`  ${name}`);
    }
  });
});
