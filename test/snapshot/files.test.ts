import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors.js';
import { LARGEST_SNAPSHOT, readSnapshot } from '../../src/snapshot/read.js';
import { writeSnapshot } from '../../src/snapshot/write.js';
import { soundPrivate } from '../world/sound.js';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'isocheck-snapshot-'));
  file = join(folder, 'mlw.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

const snapshot = soundPrivate().world.snapshot();

async function refusal(source: Parameters<typeof readSnapshot>[0]): Promise<string> {
  const error: unknown = await readSnapshot(source).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof UsageError)) throw error ?? new Error('it was read');
  return error.message;
}

describe('a snapshot that is written', () => {
  it('is read back as it was', async () => {
    writeSnapshot(snapshot, file);
    expect(await readSnapshot({ file })).toEqual(snapshot);
  });

  it("is nobody else's to read, and leaves nothing beside it", () => {
    writeSnapshot(snapshot, file);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['mlw.json']);
  });

  it('takes the place of an older one, through a link too', () => {
    writeFileSync(file, 'older');
    const link = join(folder, 'link.json');
    symlinkSync(file, link);
    writeSnapshot(snapshot, link);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(snapshot);
    expect(readdirSync(folder).sort()).toEqual(['link.json', 'mlw.json']);
  });

  it.each<[string, () => string, RegExp]>([
    ['its folder is not there', () => join(folder, 'nowhere', 'mlw.json'), /the folder does not exist$/],
    ['it is a folder', () => folder, /it is a folder$/],
    ['its folder is a file', () => join(file, 'mlw.json'), /a part of the path is not a folder$/],
  ])('says so when it cannot be: %s', (_name, path, reason) => {
    writeFileSync(file, 'older');
    const target = path();
    expect(() => writeSnapshot(snapshot, target)).toThrow(UsageError);
    expect(() => writeSnapshot(snapshot, target)).toThrow(`${target} could not be written: `);
    expect(() => writeSnapshot(snapshot, target)).toThrow(reason);
    expect(readdirSync(folder)).toEqual(['mlw.json']);
    expect(readFileSync(file, 'utf8')).toBe('older');
  });

  it.runIf(existsSync('/dev/full'))('says so when the disk is full', () => {
    expect(() => writeSnapshot(snapshot, '/dev/full')).toThrow(
      '/dev/full could not be written: no space is left on the device',
    );
    expect(existsSync('/dev/full')).toBe(true);
  });
});

describe('a snapshot that cannot be read says why', () => {
  it('it is not there', async () => {
    expect(await refusal({ file })).toBe(`${file} could not be read: there is no such file`);
  });

  it('it is a folder', async () => {
    mkdirSync(file);
    expect(await refusal({ file })).toBe(`${file} is a folder, not a snapshot`);
  });

  it.each(['', ' \n', '\uFEFF'])('it is empty: %j', async (text) => {
    writeFileSync(file, text);
    expect(await refusal({ file })).toBe(`${file} is empty`);
  });

  it('it is too large, which is seen before it is read', async () => {
    writeFileSync(file, '');
    truncateSync(file, 600 * 1024 * 1024);
    const started = performance.now();
    expect(await refusal({ file })).toBe(
      `${file} is too large for a snapshot: 600 MB, and ${LARGEST_SNAPSHOT / 1024 / 1024} MB is the most`,
    );
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('it is not JSON, with the place', async () => {
    const text = JSON.stringify(snapshot, null, 2).replace('"workspaces": [', '"workspaces": {');
    const line = text.split('\n').findIndex((each) => each.includes('"workspaces"')) + 3;
    writeFileSync(file, text);
    expect(await refusal({ file })).toMatch(new RegExp(`^${file} is not JSON: line ${line}, column 3$`));
  });

  it('it was cut off', async () => {
    writeFileSync(file, JSON.stringify(snapshot).slice(0, 1000));
    expect(await refusal({ file })).toMatch(/is not JSON: line 1, column \d+$/);
  });
});

describe('a snapshot is read', () => {
  it('with a byte order mark, and from a shell that writes UTF-16', async () => {
    const text = JSON.stringify(snapshot);
    writeFileSync(file, `\uFEFF${text}`);
    expect(await readSnapshot({ file })).toEqual(snapshot);
    writeFileSync(file, `\uFEFF${text}`, 'utf16le');
    expect(await readSnapshot({ file })).toEqual(snapshot);
  });

  it.runIf(process.platform !== 'win32')('from a pipe', async () => {
    const pipe = join(folder, 'pipe');
    expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
    const [read] = await Promise.all([
      readSnapshot({ file: pipe }),
      writeFile(pipe, JSON.stringify(snapshot)),
    ]);
    expect(read).toEqual(snapshot);
  });
});
