import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { readSnapshot } from '../../src/snapshot/read.js';
import { STORIES } from '../world/stories.js';
import {
  countsFile,
  reportFiles,
  reportOf,
  storyFiles,
  wholeReportFiles,
  withoutCounts,
} from './story-files.js';

/*
 * The folders below `fixtures` are written by `npm run generate`. What differs here has changed what users see:
 * generate, and let the difference be read.
 */

const FIXTURES = fileURLToPath(new URL('../../fixtures/', import.meta.url));
const names = Object.keys(STORIES);

function stored(name: string): Record<string, string> {
  const folder = `${FIXTURES}${name}`;
  return Object.fromEntries(
    readdirSync(folder).map((file) => [file, readFileSync(`${folder}/${file}`, 'utf8')]),
  );
}

test('every folder below fixtures is a story', () => {
  const folders = readdirSync(FIXTURES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).sort()).toEqual([...names].sort());
});

test('the counts of the stories are stored as they are', () => {
  expect(readFileSync(`${FIXTURES}counts.json`, 'utf8')).toBe(countsFile());
});

test.each([
  ['4 failed (4 errors), 1 passed, 0 unknown, 2 not applicable\n', ''],
  ['10 failed (8 errors, 2 info), 110 passed, 0 unknown,\n139 not applicable\n', ''],
  ['1 failed (1 info), 1 passed, 1 unknown, 2 not applicable,\n1 suppressed\nThe scan\n', '\nThe scan\n'],
])('the counts are cut out of the text: %j', (end, left) => {
  expect(withoutCounts(`info  a/rule  2 failed\n\n${end}`)).toBe(`info  a/rule  2 failed\n${left}`);
});

test('a text without counts is no report', () => {
  expect(() => withoutCounts('note  1 failed\n')).toThrow('counts nothing');
});

test('one story is told when none is named, and each has a place of its own', () => {
  const stories = Object.values(STORIES);
  expect(stories.filter((story) => story.default === true)).toHaveLength(1);
  expect(new Set(stories.map(({ order }) => order)).size).toBe(stories.length);
});

describe.each(names)('%s', (name) => {
  it('is stored as it is made', () => {
    expect(stored(name)).toEqual(storyFiles(name));
  });

  it('gives the stored reports and exit code when its stored snapshot is read', async () => {
    const snapshot = await readSnapshot({ file: `${FIXTURES}${name}/snapshot.json` });
    const report = reportOf(name, snapshot);
    expect(stored(name)).toMatchObject({
      ...reportFiles(report),
      ...(STORIES[name]?.default === true ? wholeReportFiles(report) : {}),
    });
    expect(report.exitCode).toBe(STORIES[name]?.exitCode);
  });
});

const SOUND = names.filter((name) => STORIES[name]?.exitCode === 0);

describe.each(SOUND)('%s is sound', (name) => {
  it('has no error, no warning and nothing unknown', async () => {
    const snapshot = await readSnapshot({ text: storyFiles(name)['snapshot.json'] ?? '', name });
    const { findings } = reportOf(name, snapshot);
    const alarms = findings.filter(
      ({ status, severity }) => status === 'unknown' || (status === 'fail' && severity !== 'info'),
    );
    expect(alarms.map(({ ruleId, target, message }) => `${ruleId} ${target.name}: ${message}`)).toEqual([]);
    expect(findings.some(({ status }) => status === 'pass')).toBe(true);
  });
});
