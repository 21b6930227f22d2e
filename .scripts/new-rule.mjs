/**
 * Writes a new rule and its test table, each with a FIXME wherever something must be known about Azure:
 * `npm run new-rule -- AREA/NAME TARGET`. A FIXME is a name that does not exist, so that none can be forgotten.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { loadTypeScript } from './load-typescript.mjs';
import { ROOT } from './paths.mjs';

const { TARGET_TYPES } = await loadTypeScript('src/report/report.ts');
const targets = /** @type {readonly string[]} */ (TARGET_TYPES);
const [id = '', target = ''] = process.argv.slice(2);

if (!/^[a-z0-9-]+\/[a-z0-9-]+$/.test(id) || !targets.includes(target)) {
  process.stderr.write(
    `Usage: npm run new-rule -- AREA/NAME TARGET\nTARGET is one of ${targets.join(', ')}.\n`,
  );
  process.exitCode = 2;
} else {
  await write(`src/rules/${id}.ts`, rule());
  await write(`test/rules/${id}.test.ts`, table());
  // Only the index: the other generators run the rules.
  await import('./generate-rule-index.mjs');
}

/**
 * @param {string} path relative to the project
 * @param {string} text
 */
async function write(path, text) {
  const file = join(ROOT, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text, { flag: 'wx' });
  process.stdout.write(`${path}\n`);
}

function rule() {
  const today = new Date().toISOString().slice(0, 10);
  return `import { fail, pass } from '../outcome.js';
import { defineRule } from '../rule.js';

/**
 * FIXME: the fact of Azure that this rule rests on, and its page.
 */
export default defineRule({
  id: '${id}',
  // What holds when the rule passes.
  title: FIXME,
  severity: FIXME,
  target: '${target}',
  docs: {
    why: FIXME,
    // The service's own error text or code, where the page has it.
    consequence: FIXME,
    sources: [{ url: FIXME, reviewed: '${today}' }],
  },
  // Names of facts: see src/model/facts/${target}-facts.ts.
  needs: [FIXME],
  check: (facts, { target }) => {
    if (facts.FIXME) return pass(FIXME);
    return fail({
      message: FIXME,
      evidence: [{ resourceId: target.id, path: FIXME, actual: FIXME, expected: FIXME }],
      remedy: { summary: FIXME, commands: [FIXME] },
    });
  },
});
`;
}

function table() {
  return `import rule from '../../../src/rules/${id}.js';
import { soundPrivate } from '../../world/sound.js';
import { testRule } from '../test-rule.js';

testRule(rule, {
  fail: [
    {
      name: FIXME,
      world: () => {
        const estate = soundPrivate();
        estate.world.set(FIXME, FIXME, FIXME);
        return estate;
      },
      severity: FIXME,
      message: FIXME,
      evidence: [FIXME],
      summary: FIXME,
      commands: [FIXME],
    },
  ],
  pass: [{ name: 'the sound private workspace', world: soundPrivate, message: FIXME }],
  unknown: [{ name: FIXME, world: FIXME, message: FIXME, operations: [FIXME] }],
  // Or the reason why the question always arises.
  notApplicable: [{ name: FIXME, world: FIXME, message: FIXME }],
});
`;
}
