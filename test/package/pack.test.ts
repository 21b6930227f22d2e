import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VERSION } from '../../src/version.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const TYPESCRIPT = join(ROOT, 'node_modules/typescript/bin/tsc');

const packedSchema = v.tuple([
  v.object({
    filename: v.string(),
    unpackedSize: v.number(),
    files: v.array(v.object({ path: v.string() })),
  }),
]);

/** What `npm test` sets for its own project must not reach the npm that runs in another folder. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !name.toLowerCase().startsWith('npm_')),
);

function run(command: string, args: readonly string[], cwd: string): string {
  // On Windows npm and npx are scripts, which only a shell starts.
  const shell = process.platform === 'win32' && command !== process.execPath;
  return execFileSync(command, args, { cwd, env: environment, encoding: 'utf8', shell, stdio: 'pipe' });
}

let folder: string;
let consumer: string;
let packed: v.InferOutput<typeof packedSchema>[0];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'isocheck-pack-'));
  consumer = join(folder, 'consumer');
  mkdirSync(consumer);
  const output = run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], ROOT);
  [packed] = v.parse(packedSchema, JSON.parse(output));
  writeFileSync(join(consumer, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  run('npm', ['install', '--offline', '--no-audit', '--no-fund', join(folder, packed.filename)], consumer);
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the package', () => {
  it('is at most 8 MB unpacked', () => {
    expect(packed.unpackedSize).toBeLessThanOrEqual(8_000_000);
  });

  it('holds what is needed to run it and nothing else', () => {
    const expected = [
      /^(CHANGELOG\.md|LICENSE|README\.md|package\.json)$/,
      /^dist\/(isocheck\.js|index\.js|index\.d\.ts|THIRD-PARTY-NOTICES\.txt)$/,
      /^dist\/chunks\/[\w.-]+\.js$/,
      /^dist\/schemas\/(report|snapshot)\.schema\.json$/,
      /^dist\/stories\/[\w-]+\.json$/,
    ];
    const paths = packed.files.map(({ path }) => path);
    expect(paths.filter((path) => !expected.some((each) => each.test(path)))).toEqual([]);
    for (const each of expected) expect(paths.some((path) => each.test(path))).toBe(true);
  });

  it('gives the notices of what it is made of', () => {
    const notices = readFileSync(
      join(consumer, 'node_modules/isocheck/dist/THIRD-PARTY-NOTICES.txt'),
      'utf8',
    );
    for (const name of ['@azure/identity', '@azure/arm-network', 'commander', 'chalk', 'valibot']) {
      expect(notices).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(MIT\\)$`, 'm'));
    }
    expect(notices).toContain('Permission is hereby granted');
  });
});

describe('installed into an empty folder', () => {
  it('brings no other package', () => {
    const list = run('npm', ['ls', '--all', '--parseable'], consumer);
    expect(list.trim().split('\n')).toHaveLength(2);
  });

  it('runs', () => {
    expect(run('npx', ['--no', '--', 'isocheck', '--version'], consumer).trim()).toBe(VERSION);
    expect(run('npx', ['--no', '--', 'isocheck', '--help'], consumer)).toContain('Usage: isocheck');
  });

  it('has types that need no other package', () => {
    writeFileSync(
      join(consumer, 'consumer.ts'),
      `
      import { createReport, readSnapshot, type Report, renderReport, type Snapshot, VERSION } from 'isocheck';
      const snapshot: Snapshot = await readSnapshot({ text: '{}', name: VERSION });
      const report: Report = createReport(snapshot, { required: { inbound: 'private' } });
      export const failed: readonly string[] = report.findings
        .filter((each) => each.status === 'fail')
        .map((each) => each.ruleId);
      export const text: string = snapshot.takenAt + renderReport(report, 'text', { width: 100 });
      // @ts-expect-error: a report has no such thing, so these are types and not \`any\`
      export type Wrong = Report['noSuchThing'];
      `,
    );
    writeFileSync(
      join(consumer, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: {
          strict: true,
          module: 'NodeNext',
          target: 'ES2022',
          lib: ['ES2022'],
          types: [],
          noEmit: true,
          skipLibCheck: false,
        },
        include: ['consumer.ts'],
      }),
    );
    expect(run(process.execPath, [TYPESCRIPT, '-p', '.'], consumer)).toBe('');
  });

  it('can be imported: judges a snapshot, and has the schemas', () => {
    writeFileSync(
      join(consumer, 'import.js'),
      `
      import { createReport, readSnapshot, renderReport, VERSION } from 'isocheck';
      import { readFileSync } from 'node:fs';
      const read = (path) => readFileSync(new URL(path, import.meta.resolve('isocheck')), 'utf8');
      const schema = (name) =>
        JSON.parse(readFileSync(new URL(import.meta.resolve('isocheck/schemas/' + name + '.schema.json')), 'utf8'));
      const report = createReport(await readSnapshot({ text: read('stories/private.json'), name: 'private' }));
      const lines = renderReport(report, 'text').trim().split('\\n');
      console.log(JSON.stringify([VERSION, report.exitCode, lines.at(-1), schema('report').title, schema('snapshot').title]));
      `,
    );
    const [version, exitCode, summary, ...titles] = JSON.parse(
      run(process.execPath, ['import.js'], consumer),
    );
    expect(version).toBe(VERSION);
    expect(exitCode).toBe(0);
    expect(summary).toMatch(/^1 failed \(1 info\), \d+ passed, 0 unknown, \d+ not applicable$/);
    expect(titles).toEqual(['isocheck report', 'isocheck snapshot']);
  });
});
