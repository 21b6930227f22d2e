import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIST, inputsOf, type Outputs, readOutputs } from './build-record.js';

const AZURE = /node_modules\/(@azure|@azure-rest|@typespec)\//;

let outputs: Outputs;
let folder: string;

beforeAll(() => {
  outputs = readOutputs();
  folder = mkdtempSync(join(tmpdir(), 'isocheck-bundle-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The files of `dist` that a command really loads, as Node's loader tells them. */
function loadedBy(args: readonly string[]): string[] {
  const list = join(folder, 'loaded');
  const hooks = `
    import { appendFileSync } from 'node:fs';
    export function load(url, context, next) {
      appendFileSync(${JSON.stringify(list)}, url + '\\n');
      return next(url, context);
    }`;
  const register = `
    import { register } from 'node:module';
    register(${JSON.stringify(`data:text/javascript,${encodeURIComponent(hooks)}`)});`;
  rmSync(list, { force: true });
  execFileSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(register)}`, join(DIST, 'isocheck.js'), ...args],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  return readFileSync(list, 'utf8')
    .split('\n')
    .filter((url) => url.startsWith(pathToFileURL(DIST).href))
    .map((url) => relative(DIST, fileURLToPath(url)).replaceAll(sep, '/'));
}

describe('the bundle', () => {
  it.each([
    [['--help']],
    [['--version']],
    [['rules']],
    [['explain', 'workspace/v1-legacy-mode']],
    [['scan', '--fail-on', 'never', '--snapshot', 'SOUND']],
  ])('%j loads no Azure SDK', (args) => {
    const loaded = loadedBy(args);
    expect(loaded).toContain('isocheck.js');
    expect(loaded.every((file) => file in outputs)).toBe(true);
    expect(inputsOf(outputs, loaded).filter((input) => AZURE.test(input))).toEqual([]);
    expect(inputsOf(outputs, Object.keys(outputs)).some((input) => AZURE.test(input))).toBe(true);
  });

  it('holds nothing of the tests and fixtures', () => {
    const inputs = inputsOf(outputs, Object.keys(outputs));
    expect(inputs.filter((input) => /^(test|fixtures|\.scripts)\//.test(input))).toEqual([]);
  });

  it('imports nothing but its own files and Node itself', () => {
    const foreign = Object.values(outputs)
      .flatMap(({ imports }) => imports)
      // A require that stays is one that its package tries and does without.
      .filter(({ kind, path }) => kind !== 'require-call' && !(path in outputs) && !isBuiltin(path))
      .map(({ path }) => path);
    expect(foreign).toEqual([]);
  });
});
