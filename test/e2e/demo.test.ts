import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { withoutCounts } from '../stories/story-files.js';
import { isocheck } from './command.js';
import { temporaryFolder } from './site.js';

const FIXTURES = fileURLToPath(new URL('../../fixtures/', import.meta.url));

const storySchema = v.object({
  title: v.string(),
  order: v.number(),
  default: v.optional(v.boolean(), false),
  arguments: v.array(v.string()),
  exitCode: v.number(),
});

const STORIES = readdirSync(FIXTURES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({
    name,
    ...v.parse(storySchema, JSON.parse(readFileSync(`${FIXTURES}${name}/story.json`, 'utf8'))),
  }));

const COUNTS = v.parse(
  v.record(v.string(), v.object({ passed: v.number(), notApplicable: v.number() })),
  JSON.parse(readFileSync(`${FIXTURES}counts.json`, 'utf8')),
);

describe('isocheck demo', () => {
  it.each(STORIES)('tells $name: $title', async ({ name, title, exitCode, arguments: own }) => {
    const told = await isocheck(['demo', name]);
    expect(told.stderr).toMatch(new RegExp(`^${name}: ${title}\n`));
    expect(told.stderr).toContain('A server inside isocheck answers; nothing of Azure is touched.\n');
    if (own.length > 0) expect(told.stderr).toContain(`  Scanned with ${own.join(' ')}\n`);
    expect(withoutCounts(told.stdout)).toBe(readFileSync(`${FIXTURES}${name}/report.txt`, 'utf8'));
    const [, passed, notApplicable] =
      /^\d+ failed.* (\d+) passed, .*\s(\d+) not applicable$/ms.exec(told.stdout) ?? [];
    expect({ passed: Number(passed), notApplicable: Number(notApplicable) }).toEqual(COUNTS[name]);
    expect(told.exitCode).toBe(exitCode);
  });

  it('tells the default story to the last count', async () => {
    const name = STORIES.find((story) => story.default)?.name ?? '';
    const told = await isocheck(['demo']);
    expect(told.stdout).toBe(readFileSync(`${FIXTURES}${name}/whole-report.txt`, 'utf8'));
  });

  it('lists the stories in their order and tells the default one', async () => {
    const { exitCode, stdout, stderr } = await isocheck(['demo', '-o', 'json']);
    const listed = [...stderr.matchAll(/^ {2}([\w-]+) {2,}\S/gm)].map(([, name]) => name);
    const inOrder = STORIES.toSorted((one, other) => one.order - other.order);
    expect(listed).toEqual(inOrder.map(({ name }) => name));
    const told = inOrder.find((story) => story.default);
    expect(JSON.parse(stdout).snapshot.source).toBe(`demo:${told?.name}`);
    expect(exitCode).toBe(told?.exitCode);
    expect(stderr.split('\n').every((line) => line.length <= 80)).toBe(true);
  });

  it('takes the options of a scan', async () => {
    const cwd = temporaryFolder();
    const args = ['demo', 'faulty', '-q', '--fail-on', 'never', '--save-snapshot', 'story.json'];
    const { exitCode, stderr } = await isocheck(args, { cwd });
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
    const replay = await isocheck(['scan', '--snapshot', 'story.json', '-q'], { cwd });
    expect(replay.stdout).toContain('dns/inference-record');
    expect(replay.exitCode).toBe(1);
  });

  it('needs neither a home nor an Azure CLI', async () => {
    const folder = temporaryFolder();
    const { exitCode } = await isocheck(['demo', 'private', '-q'], {
      env: { PATH: folder, HOME: `${folder}/absent`, HTTPS_PROXY: 'http://127.0.0.1:1' },
    });
    expect(exitCode).toBe(0);
  });
});
