import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { soundPrivate } from '../world/sound.js';
import { COMMAND, environment, isocheck, run } from './command.js';
import { named, Site, temporaryFolder } from './site.js';

const { world, names } = soundPrivate();

function folderWithSnapshot(): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'mlw.json'), JSON.stringify(world.snapshot()));
  return folder;
}

const REPLAY = ['scan', '--snapshot', 'mlw.json'];

describe('reports', () => {
  it('go to several places at once', async () => {
    const cwd = folderWithSnapshot();
    const args = [...REPLAY, '-o', 'text', '-o', 'json=report.json', '-o', 'text=report=1.txt'];
    const { exitCode, stdout } = await isocheck(args, { cwd, env: { FORCE_COLOR: '1' } });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('\u001b[');
    const plain = await isocheck(REPLAY, { cwd });
    expect(readFileSync(join(cwd, 'report=1.txt'), 'utf8')).toBe(plain.stdout);
    expect(JSON.parse(readFileSync(join(cwd, 'report.json'), 'utf8')).exitCode).toBe(0);
    expect(readdirSync(cwd).sort()).toEqual(['mlw.json', 'report.json', 'report=1.txt']);
  });

  it('leave standard output alone when it is not named', async () => {
    const cwd = folderWithSnapshot();
    const { stdout } = await isocheck([...REPLAY, '-o', 'json=report.json'], { cwd });
    expect(stdout).toBe('');
    expect(existsSync(join(cwd, 'report.json'))).toBe(true);
  });

  it('are one JSON document and nothing else with -o json', async () => {
    const { stdout, stderr } = await isocheck([...REPLAY, '-o', 'json'], { cwd: folderWithSnapshot() });
    expect(JSON.parse(stdout)).toMatchObject({ schemaVersion: 1, exitCode: 0 });
    expect(stderr).toBe('');
  });

  it('show one endpoint alone where that is asked for', async () => {
    const estate = soundPrivate().endpoint('other', 'Enabled');
    const input = JSON.stringify(estate.world.snapshot());
    const { stdout } = await isocheck(['scan', '--snapshot', '-', '--endpoint', 'FRAUD', '-o', 'json'], {
      input,
    });
    const report = JSON.parse(stdout);
    expect(report.scenarios.map(({ endpoint }: { endpoint: string }) => endpoint)).toEqual(['fraud']);
    expect(stdout).not.toContain('onlineEndpoints/other');
  });
});

describe('a place that cannot be written', () => {
  const cases: readonly (readonly [args: string, expected: string])[] = [
    ['-o json=absent/r.json', '--output: absent/r.json cannot be written: the folder does not exist\n'],
    ['-o json=mlw.json/r.json', '--output: mlw.json/r.json cannot be written: '],
    ['-o json=.', '--output: . cannot be written: it is a folder\n'],
    ['-o json=', '--output: expected the name of a file, found ""\n'],
    [
      '--save-snapshot absent/s.json',
      '--save-snapshot: absent/s.json cannot be written: the folder does not exist\n',
    ],
    ['--save-snapshot -', '--save-snapshot: standard output is for the report\n'],
    ['-o text -o json', '--output: two things go to standard output\n'],
    ['-o json=r.json --save-snapshot ./r.json', '--output: two things go to r.json\n'],
  ];

  it.each(cases)('%s', async (args, expected) => {
    const cwd = folderWithSnapshot();
    const { exitCode, stdout, stderr } = await isocheck([...REPLAY, ...args.split(' ')], { cwd });
    expect(stderr.startsWith(`isocheck: ${expected}`)).toBe(true);
    expect(stdout).toBe('');
    expect(exitCode).toBe(2);
    expect(readdirSync(cwd)).toEqual(['mlw.json']);
  });

  it('is found before anything is read', async () => {
    const site = await Site.of(world.snapshot());
    const { exitCode } = await site.live(['scan', ...named(names), '--save-snapshot', 'absent/s.json']);
    expect(exitCode).toBe(2);
    expect(site.az.started).toEqual([]);
    expect(site.emulator.requests).toEqual([]);
  });

  it.runIf(existsSync('/dev/full'))('a full disk', async () => {
    const cwd = folderWithSnapshot();
    const file = await isocheck([...REPLAY, '-o', 'json=/dev/full'], { cwd });
    expect(file.stderr).toBe(
      'isocheck: --output: /dev/full cannot be written: no space is left on the device\n',
    );
    expect(file.exitCode).toBe(2);
    const stream = await run(
      '/bin/sh',
      ['-c', `'${process.execPath}' '${COMMAND}' ${REPLAY.join(' ')} >/dev/full`],
      {
        cwd,
      },
    );
    expect(stream.stderr).toBe(
      'isocheck: standard output could not be written: no space is left on the device\n',
    );
    expect(stream.exitCode).toBe(2);
  });
});

describe('a reader that goes away', () => {
  /** Reads the first bytes of what a command prints, and closes the pipe. */
  function headOf(
    args: readonly string[],
    cwd: string,
  ): Promise<{ exitCode: number | null; stderr: string }> {
    return new Promise((resolve) => {
      const child = spawn(process.execPath, [COMMAND, ...args], { cwd, env: environment() });
      let stderr = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        stderr += text;
      });
      child.stdout.once('readable', () => child.stdout.destroy());
      child.on('close', (exitCode) => resolve({ exitCode, stderr }));
    });
  }

  it.each([
    ['a report', [...REPLAY, '-o', 'json']],
    ['the rules', ['rules']],
    ['the help', ['scan', '--help']],
  ])('is met with silence: %s', async (_what, args) => {
    expect(await headOf(args, folderWithSnapshot())).toEqual({ exitCode: 0, stderr: '' });
  });

  it('does not change what the scan says', async () => {
    const estate = soundPrivate();
    estate.world.set(names.workspace, 'properties.v1LegacyMode', true);
    // Longer than any pipe holds, so that the reader is gone before all is written.
    for (let index = 0; index < 150; index += 1) estate.endpoint(`e${index}`, 'Disabled');
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'mlw.json'), JSON.stringify(estate.world.snapshot()));
    expect(await headOf([...REPLAY, '-v', '-o', 'json'], cwd)).toEqual({ exitCode: 1, stderr: '' });
  });
});
