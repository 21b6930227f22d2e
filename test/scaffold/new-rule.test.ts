import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TARGET_TYPES } from '../../src/model/targets/target-type.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const WORLDS = 'test/rules/faulty-worlds.ts';
const PLACEHOLDER = ['FIX', 'ME'].join('');

let folder: string;

/** A copy of what the scaffold reads and writes. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'isocheck-new-rule-'));
  for (const part of [
    '.scripts',
    'src',
    WORLDS,
    'package.json',
    '.biome.json',
    '.editorconfig',
    '.gitignore',
  ]) {
    cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function newRule(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(folder, '.scripts/new-rule.mjs'), ...args],
    { encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

function textOf(path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}

describe('npm run new-rule', () => {
  it('writes a rule, its table and a world in which it fails, all to be filled in', () => {
    const files = [
      'src/rules/registry/my-rule.ts',
      'test/rules/registry/my-rule.test.ts',
      'test/rules/faulty-worlds/registry-my-rule.ts',
    ];
    const { status, stdout, stderr } = newRule('registry/my-rule');
    expect(stderr).toBe('');
    expect(status).toBe(0);
    for (const file of files) {
      expect(stdout).toContain(`${file}\n`);
      expect(textOf(file)).toContain(PLACEHOLDER);
    }
    const [rule = ''] = files.map(textOf);
    expect(rule).toContain("id: 'registry/my-rule'");
    expect(rule).toContain("target: 'registry'");
    expect(rule).toContain("type: 'Microsoft.ContainerRegistry/registries'");
    for (const file of files) {
      const imports = [...textOf(file).matchAll(/'(\.[^']+)\.js'/g)].map(([, path = '']) => path);
      expect(imports.length).toBeGreaterThan(1);
      for (const path of imports) {
        const imported = join(dirname(file), `${path}.ts`);
        expect(existsSync(join(folder, imported)) || existsSync(join(ROOT, imported)), imported).toBe(true);
      }
    }
    expect(textOf('src/rules/index.ts')).toContain("from './registry/my-rule.js'");
    expect(textOf(WORLDS)).toContain("import { registryMyRule } from './faulty-worlds/registry-my-rule.js';");
    expect(textOf(WORLDS)).toContain('  () => registryMyRule().world,\n');
  });

  it('leaves a rule alone that is there', () => {
    const { status, stderr } = newRule('registry/my-rule', 'registry');
    expect(stderr).toMatch(/^There is a rule registry\/my-rule: src\/rules\/registry\/my-rule\.ts/);
    expect(status).toBe(2);
  });

  it.each([
    [[]],
    [['my-rule', 'registry']],
    [['../my-rule', 'registry']],
    [['dns/my-rule']],
    [['dns/my-rule', 'zone']],
  ])('lists the targets for %j', (args) => {
    const { status, stdout, stderr } = newRule(...args);
    expect(stderr).toContain('npm run new-rule -- AREA/NAME TARGET');
    for (const target of TARGET_TYPES) expect(stderr).toContain(`  ${target}\n`);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });
});
