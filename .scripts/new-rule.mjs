/**
 * Writes a new rule, its test table and a world in which it fails, each with a FIXME wherever something must be known
 * about Azure: `npm run new-rule -- AREA/NAME [TARGET]`. In code a FIXME is a name that does not exist, and the tests
 * refuse those in comments, so that none can be forgotten.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { loadTypeScript } from './load-typescript.mjs';
import { ruleText, tableText, worldName, worldText } from './new-rule/templates.mjs';
import { ROOT } from './paths.mjs';
import { writeGenerated } from './write-generated.mjs';

const WORLDS = 'test/rules/faulty-worlds.ts';

const { TARGET_TYPES } = /** @type {typeof import('../src/model/targets/target-type.ts')} */ (
  await loadTypeScript('src/model/targets/target-type.ts')
);
const { READS } = /** @type {typeof import('../src/arm/reads.ts')} */ (
  await loadTypeScript('src/arm/reads.ts')
);

const [id = '', asked] = process.argv.slice(2);
const target = TARGET_TYPES.find((type) => type === (asked ?? guess(id)));
const files = {
  [`src/rules/${id}.ts`]: target && ruleText(id, target, READS),
  [`test/rules/${id}.test.ts`]: target && tableText(id, target),
  [`test/rules/faulty-worlds/${id.replace('/', '-')}.ts`]: worldText(id),
};
const present = Object.keys(files).filter((file) => existsSync(join(ROOT, file)));

if (!/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/.test(id) || target === undefined) {
  fail(
    `Usage: npm run new-rule -- AREA/NAME TARGET\nTARGET, what the rule is asked of, is one of:\n  ${TARGET_TYPES.join('\n  ')}`,
  );
} else if (present.length > 0) {
  fail(`There is a rule ${id}: ${present.join(', ')}`);
} else {
  for (const [file, text] of Object.entries(files)) await write(file, text ?? '');
  await addWorld();
  // Only the index: the other generators run the rules.
  await import('./generate-rule-index.mjs');
  process.stdout.write(
    `\nA rule asked of: ${target}. Its facts: src/model/facts/${target}-facts.ts\nWhat is left to be written: npm run typecheck, and FIXME in the comments.\n`,
  );
}

/**
 * The target that an area is named after: `registry/...` is asked of registries.
 *
 * @param {string} rule
 */
function guess(rule) {
  const area = rule.slice(0, Math.max(0, rule.indexOf('/')));
  const [found, ...more] = TARGET_TYPES.filter((type) => area !== '' && type.startsWith(area));
  return TARGET_TYPES.find((type) => type === area) ?? (more.length === 0 ? found : undefined);
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

/** Adds the world to those in which every rule has to fail at least once. */
async function addWorld() {
  const file = join(ROOT, WORLDS);
  const name = worldName(id);
  const text = await readFile(file, 'utf8');
  const withWorld = text.replace(/^const WORLDS\b.*\[\n/m, `$&  () => ${name}().world,\n`);
  if (withWorld === text) throw new Error(`${WORLDS} has no list of worlds`);
  const from = `./faulty-worlds/${id.replace('/', '-')}.js`;
  await writeGenerated(WORLDS, `import { ${name} } from '${from}';\n${withWorld}`);
  process.stdout.write(`${WORLDS}\n`);
}

/** @param {string} message */
function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exitCode = 2;
}
