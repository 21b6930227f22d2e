import { describe, expect, it } from 'vitest';
import { soundPrivate } from '../world/sound.js';
import { named, Site } from './site.js';

const { world, names } = soundPrivate();

describe('a bug that nobody foresaw', () => {
  it.each([
    ['thrown by a callback', 'throw new TypeError("x is\\nnot a function")'],
    ['a promise that nobody looks after', 'Promise.reject(new TypeError("x is\\nnot a function"))'],
  ])('%s: ends the command at once, without a verdict', async (_what, fault) => {
    const site = await Site.of(world.snapshot(), { latencyMs: 60_000 });
    const program = `setTimeout(() => { ${fault} }, 500);`;
    const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(program)}` };
    const started = performance.now();
    const quiet = await site.live(['scan', ...named(names), '--save-snapshot', 'saved.json'], { env });
    expect(quiet).toEqual({
      exitCode: 4,
      stdout: '',
      stderr: 'isocheck: a bug of isocheck: x is not a function; please report it\n',
    });
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(site.holds('saved.json')).toBe(false);
    const verbose = await site.live(['scan', ...named(names), '-v'], { env });
    expect(verbose.stderr).toMatch(/please report it\n {2}at /);
  });

  it('a command that stops in the middle has not passed', async () => {
    const site = await Site.of(world.snapshot());
    // A promise that never settles, and nothing else to wait for.
    const program = `import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module';
      fs.promises.stat = () => new Promise(() => {}); syncBuiltinESMExports();`;
    const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(program)}` };
    expect(await site.run(['scan', '--snapshot', 'mlw.json'], { env })).toEqual({
      exitCode: 4,
      stdout: '',
      stderr: 'isocheck: a bug of isocheck: it stopped in the middle; please report it\n',
    });
  });
});
