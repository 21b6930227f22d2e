import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { soundPrivate } from '../world/sound.js';
import { named, Site } from './site.js';

const { world, names } = soundPrivate();

// Windows has no signals: what Ctrl-C does there can't be sent to a process.
describe.runIf(process.platform !== 'win32')('an interrupted command', () => {
  it.each([
    ['scan', ['scan', ...named(names), '--save-snapshot', 'saved.json', '-o', 'json=report.json']],
    ['snapshot', ['snapshot', ...named(names)]],
  ])('ends at once with 130 and leaves no file: %s', async (_command, args) => {
    const site = await Site.of(world.snapshot(), { latencyMs: 60_000 });
    let interrupted = 0;
    const { exitCode, stdout, stderr } = await site.live(args, {
      onStart: (child) => {
        const poll = setInterval(() => {
          // The scan stands in the middle of its first round.
          if (site.emulator.requests.length === 0) return;
          clearInterval(poll);
          interrupted = performance.now();
          child.kill('SIGINT');
        }, 10);
      },
    });
    expect(performance.now() - interrupted).toBeLessThan(2_000);
    expect({ exitCode, stdout, stderr }).toEqual({ exitCode: 130, stdout: '', stderr: '' });
    expect(readdirSync(site.folder).sort()).toEqual(['authority.pem', 'az', 'home']);
  });
});
