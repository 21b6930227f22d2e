import { expect, it } from 'vitest';
import { diagnose } from '../../src/troubleshoot/diagnose.js';
import { SYMPTOMS } from '../../src/troubleshoot/symptoms.js';
import { STORIES } from '../world/stories.js';
import { COMMANDS } from './azure-cli.js';

/** Every reference page lists them. */
const GLOBAL = ['--subscription', '--query'];

const OTHER_TOOLS = ['nslookup', 'dig', 'kubectl', 'curl', 'openssl'];

const manual = new Set(
  Object.values(STORIES).flatMap((story) => {
    const snapshot = story.world().snapshot();
    return Object.values(SYMPTOMS).flatMap((symptom) =>
      diagnose(snapshot, symptom).steps.flatMap(({ status, commands }) =>
        status === 'manual' ? commands : [],
      ),
    );
  }),
);

it('what is left to the user are commands that exist, with flags that they have', () => {
  const used = new Set<string>();
  for (const line of manual) {
    if (OTHER_TOOLS.includes(line.split(' ')[0] ?? '')) continue;
    const listed = COMMANDS.find(({ command }) => line.startsWith(`${command} --`));
    expect(listed, line).toBeDefined();
    if (listed === undefined) continue;
    used.add(listed.command);
    for (const [flag] of line.matchAll(/ (--[a-z-]+)/g)) {
      expect([...listed.flags, ...GLOBAL], line).toContain(flag.trim());
    }
    expect(line).not.toMatch(/undefined|null|--subscription (?:$| --)/);
  }
  // A repository is listed where an image is built, which none of the stories does.
  expect(COMMANDS.map(({ command }) => command).filter((command) => !used.has(command))).toEqual([
    'az acr repository list',
  ]);
});
