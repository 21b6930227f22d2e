import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIST, readInputs } from './build-record.js';

const SDK = /node_modules\/(?:@azure|@azure-rest|@typespec)\//;
const SNAPSHOT = fileURLToPath(new URL('../../fixtures/private/snapshot.json', import.meta.url));

let inputs: ReadonlyMap<string, readonly string[]>;
let folder: string;

beforeAll(() => {
  inputs = readInputs();
  folder = mkdtempSync(join(tmpdir(), 'isocheck-bundle-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a command really loads, as Node's loader tells it: files of `dist` by their paths below it, else addresses. */
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
  const urls = readFileSync(list, 'utf8').trimEnd().split('\n');
  return urls.map((url) =>
    url.startsWith(pathToFileURL(DIST).href) ? relative(DIST, fileURLToPath(url)).replaceAll(sep, '/') : url,
  );
}

function sdkFilesOf(files: readonly string[]): string[] {
  return files.flatMap((file) => inputs.get(file) ?? []).filter((input) => SDK.test(input));
}

describe('the bundle', () => {
  it.each([
    [['--help']],
    [['--version']],
    [['rules']],
    [['explain', 'workspace/v1-legacy-mode']],
    [['scan', '--snapshot', SNAPSHOT]],
    [['scan', '--snapshot', SNAPSHOT, '-o', 'json']],
  ])('%j loads no Azure SDK, and few files', (args) => {
    const loaded = loadedBy(args);
    expect(loaded).toContain('isocheck.js');
    // An import of Node's own modules is not among them: it copies every export, and starts what is behind each.
    expect(loaded.filter((file) => !inputs.has(file))).toEqual([]);
    expect(sdkFilesOf(loaded)).toEqual([]);
    expect(loaded.length).toBeLessThanOrEqual(5);
  });

  it('loads what tells of remedies, and what finds the fault of a broken file, only where it is asked for', () => {
    const loading = (pattern: RegExp, args: readonly string[]) =>
      loadedBy(args).filter((file) => inputs.get(file)?.some((input) => pattern.test(input)));
    for (const args of [['scan', '--snapshot', SNAPSHOT], ['rules']]) {
      expect(loading(/^src\/catalogue\/remedies\.json$|jsonc-parser/, args)).toEqual([]);
    }
    expect(loading(/^src\/catalogue\/remedies\.json$/, ['explain', 'workspace/v1-legacy-mode'])).toHaveLength(
      1,
    );
    expect([...inputs.values()].flat().some((input) => input.includes('jsonc-parser'))).toBe(true);
  });

  it('has the Azure SDKs in it', () => {
    expect(sdkFilesOf([...inputs.keys()]).length).toBeGreaterThan(100);
  });

  it('holds nothing of the tests and fixtures', () => {
    const own = [...inputs.values()].flat().filter((input) => !input.startsWith('node_modules/'));
    expect(own).toContain('src/cli/main.ts');
    // Of the manifest, the version.
    expect(own.filter((input) => !input.startsWith('src/') && input !== 'package.json')).toEqual([]);
  });

  it('has short lines: Node shows the whole line of an error that nobody caught', () => {
    const lines = [...inputs.keys()].flatMap((file) => readFileSync(join(DIST, file), 'utf8').split('\n'));
    // A list that is one string has no place to break it, and nothing in it that could fail.
    const breakable = lines.map((line) => line.replace(/(["'`])[^"'`(){};]{1000,}\1/g, ''));
    expect(Math.max(...breakable.map((line) => line.length))).toBeLessThan(2000);
  });
});
