import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { soundPrivate } from '../world/sound.js';
import { COMMAND, isocheck, run } from './command.js';
import { named, Site, temporaryFolder } from './site.js';

const { world, names } = soundPrivate();
const SCRIPT = '/usr/bin/script';

/** Puts a command line together as a shell takes it. */
function commandLine(args: readonly string[]): string {
  return [process.execPath, COMMAND, ...args].map((word) => `'${word}'`).join(' ');
}

// The `script` of util-linux gives a command a terminal; that of other systems is another program.
describe.runIf(process.platform === 'linux' && existsSync(SCRIPT))('on a terminal', () => {
  const onTerminal = async (
    site: Site,
    args: readonly string[],
    env: Record<string, string> = {},
    onStart = () => {},
  ) => {
    const { stdout } = await run(
      SCRIPT,
      ['-q', '-e', '-c', `stty cols 70; echo $$ > pid; exec ${commandLine(args)}`, '/dev/null'],
      {
        cwd: site.folder,
        env: {
          ...site.environment,
          PATH: `${site.environment['PATH']}:/usr/bin:/bin`,
          TERM: 'xterm',
          ...env,
        },
        onStart,
      },
    );
    // Escape sequences as a reader can see them.
    return stdout.replaceAll('\r\n', '\n').replaceAll('\u001b', '␛');
  };

  it('tells how far the scan has come, and takes that away', async () => {
    const site = await Site.of(world.snapshot(), { latencyMs: 120 });
    const shown = await onTerminal(site, ['scan', ...named(names), '--arm-endpoint', site.emulator.url]);
    expect(shown).toMatch(/\r␛\[Ksigning in, 0 calls, \d\.\d s/);
    const lines = [...shown.matchAll(/\r␛\[K(reading [^\r\n]+, \d+ calls?, \d\.\d s)/g)];
    expect(lines.length).toBeGreaterThan(1);
    for (const [, line = ''] of lines) expect(line.length).toBeLessThan(70);
    // The report begins where the line was.
    expect(shown).toMatch(/\r␛\[K(␛\[2m)?source /);
    expect(shown).toMatch(/1 failed \(1 info\), \d+ passed, /);
  });

  it('takes that away when it is interrupted', async () => {
    const site = await Site.of(world.snapshot(), { latencyMs: 60_000 });
    const args = ['scan', ...named(names), '--arm-endpoint', site.emulator.url];
    const interrupt = () => {
      const poll = setInterval(() => {
        if (site.emulator.requests.length === 0) return;
        clearInterval(poll);
        process.kill(Number(readFileSync(site.path('pid'), 'utf8')), 'SIGINT');
      }, 10);
    };
    expect(await onTerminal(site, args, {}, interrupt)).toMatch(/\d\.\d s\r␛\[K$/);
  });

  it('tells nothing of that with -q, and shows no colour with NO_COLOR', async () => {
    const site = await Site.of(world.snapshot());
    const args = ['scan', ...named(names), '--arm-endpoint', site.emulator.url, '-q'];
    expect(await onTerminal(site, args, { NO_COLOR: '1' })).toMatch(
      /\n1 failed \(1 info\), \d+ passed, 0 unknown, \d+ not applicable\n$/,
    );
  });

  it('refuses to print a snapshot', async () => {
    const site = await Site.of(world.snapshot());
    const shown = await onTerminal(site, ['snapshot', ...named(names), '-o', '-'], { NO_COLOR: '1' });
    expect(shown).toContain('isocheck: --output: a snapshot is not printed to a terminal\n');
    expect(site.az.started).toEqual([]);
  });

  it('wraps what was wrong and leaves what to do whole', async () => {
    const site = await Site.of(world.snapshot());
    const shown = await onTerminal(site, ['scan', '--require', 'inbuond=private']);
    const [first = '', second = '', third = ''] = shown.split('\n');
    expect(first).toMatch(/^␛\[1m␛\[31misocheck:/);
    expect(second).toBe('  workspace=private, found "inbuond=private"');
    expect(third).toBe('  did you mean inbound=private?');
  });
});

describe('colours and width in a pipe', () => {
  const scan = async (env: Record<string, string>, ...args: string[]) => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'mlw.json'), JSON.stringify(world.snapshot()));
    return (await isocheck(['scan', '--snapshot', 'mlw.json', ...args], { cwd, env })).stdout;
  };

  it('no colours, unless they are forced', async () => {
    const plain = await scan({});
    expect(plain).not.toContain('\u001b');
    expect(await scan({ FORCE_COLOR: '1', NO_COLOR: '' })).toContain('\u001b[');
    expect(await scan({ FORCE_COLOR: '1' }, '--no-color')).toBe(plain);
    expect(await scan({ NO_COLOR: '1' })).toBe(plain);
  });

  it('80 columns, unless COLUMNS says otherwise', async () => {
    const narrow = await scan({ COLUMNS: '60' });
    const usual = await scan({});
    const widest = (text: string) => Math.max(...text.split('\n').map((line) => line.length));
    expect(widest(usual)).toBeLessThanOrEqual(80);
    expect(widest(usual)).toBeGreaterThan(60);
    expect(widest(narrow)).toBeLessThanOrEqual(60);
  });
});
