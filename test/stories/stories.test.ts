import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { readSnapshot } from '../../src/snapshot/read.js';
import { STORIES } from '../world/stories.js';
import { reportFiles, reportOf, storyFiles } from './story-files.js';

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
    expect(stored(name)).toMatchObject(reportFiles(report));
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
