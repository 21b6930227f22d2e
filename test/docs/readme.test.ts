import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { READS } from '../../src/arm/reads.js';
import { RULE_LIST_FORMATS } from '../../src/cli/options/rule-list-formats.js';
import { createProgram, type Said } from '../../src/cli/program.js';
import { isJsonObject, type Json } from '../../src/json.js';
import { FORMAT_NAMES } from '../../src/reporters/formats.js';
import { RULES } from '../../src/rules/index.js';
import { REDACTED } from '../../src/snapshot/redact.js';
import { VERSION } from '../../src/version.js';
import { anchorsOf, codeBlocks, inlineCode, linksOf, ROOT, textOf } from './markdown.js';

const README = textOf('README.md');
const STORIES = readdirSync(join(ROOT, 'fixtures'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const REPORTS = STORIES.map((story) => join(ROOT, 'fixtures', story, 'report.json'));

const program = () => createProgram(pathToFileURL(`${ROOT}dist/stories/`), { output: '', error: '' });

/** Every use of isocheck in a shell or a pipeline: its words. */
const commands = ['sh', 'yaml']
  .flatMap((language) => codeBlocks(README, language))
  .flatMap((code) => code.split(/\n|\||&&/))
  .flatMap((line) => /\bisocheck ((?:scan|snapshot|rules|explain|demo)\b[^#>]*)/.exec(line)?.[1] ?? [])
  .concat(inlineCode(README).flatMap((code) => /^isocheck (\w.*)/.exec(code)?.[1] ?? []))
  .map((command) => command.trim().split(/\s+/));

describe('what the README names', () => {
  it('is every rule, and no other', () => {
    const areas = new Set(RULES.map(({ id }) => id.split('/')[0]));
    const named = [...inlineCode(README), ...commands.flat()].filter(
      (code) => /^[a-z-]+\/[a-z0-9-]+$/.test(code) && areas.has(code.split('/')[0]),
    );
    expect([...new Set(named)].sort()).toEqual(RULES.map(({ id }) => id).sort());
  });

  it('is commands and options that there are', () => {
    expect(commands.length).toBeGreaterThan(10);
    for (const [name = '', ...words] of commands) {
      const command = program().commands.find((each) => each.name() === name);
      expect(command, name).toBeDefined();
      const options = command?.options.flatMap(({ short, long }) => [short, long]);
      for (const word of words.filter((each) => each.startsWith('-'))) expect(options, name).toContain(word);
    }
  });

  it('is every option of a scan', () => {
    const named = inlineCode(README);
    const scan = program().commands.find((command) => command.name() === 'scan');
    for (const { short, long, flags } of scan?.options ?? []) {
      expect(
        named.some((code) => code === long || code === short),
        flags,
      ).toBe(true);
    }
    const known = scan?.options.flatMap(({ short, long }) => [short, long]);
    const options = named.filter((code) => /^--?[a-z-]+$/.test(code));
    for (const option of options) expect(known).toContain(option);
  });

  it('is every format', () => {
    const rowOf = (start: string) => README.split('\n').find((line) => line.startsWith(start));
    for (const format of FORMAT_NAMES) expect(rowOf('| `-o` |')).toContain(`\`${format}\``);
    for (const format of RULE_LIST_FORMATS) expect(rowOf('| `isocheck rules` |')).toMatch(format);
  });

  it('is every exit code, and no other', async () => {
    const said: Said = { output: '', error: '' };
    await createProgram(pathToFileURL(`${ROOT}dist/stories/`), said)
      .parseAsync(['--help'], { from: 'user' })
      .catch(() => undefined);
    const [, list = ''] = said.output.split('Exit codes:');
    const codes = [...list.matchAll(/^ +(\d+) /gm)].map(([, code]) => code);
    expect(codes).toHaveLength(6);
    expect([...README.matchAll(/^\| (\d+) \|/gm)].map(([, code]) => code)).toEqual(codes);
  });

  it('is stories that there are', () => {
    const told = commands.filter(([name, story]) => name === 'demo' && story !== undefined);
    expect(told.length).toBeGreaterThan(0);
    for (const [, story] of told) expect(STORIES).toContain(story);
  });

  it('is the package of this version', () => {
    const packages = [...README.matchAll(/isocheck-(\S+?)\.tgz/g)].map(([, version]) => version);
    expect(packages.length).toBeGreaterThan(0);
    expect(new Set(packages)).toEqual(new Set([VERSION]));
  });

  it('is every action that is read with, and all that is redacted', () => {
    const [role = ''] = codeBlocks(README, 'json');
    const { Actions: actions } = JSON.parse(role);
    expect(new Set(actions)).toEqual(new Set(Object.values(READS).map(({ operation }) => operation)));
    for (const { what, how } of REDACTED) expect(README).toContain(`- **${what}**: ${how}`);
  });
});

describe('the links of the pages', () => {
  const pages = [
    'README.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    'CHANGELOG.md',
    'docs/rules/README.md',
    'src/rules/README.md',
  ];

  it.each(pages)('%s: lead to what there is', (page) => {
    const text = textOf(page);
    const base = new URL(page, pathToFileURL(ROOT));
    for (const link of linksOf(text).filter((each) => !/^https?:/.test(each))) {
      const target = new URL(link, base);
      expect(existsSync(target), link).toBe(true);
      if (target.hash === '') continue;
      const path = target.pathname.slice(pathToFileURL(ROOT).pathname.length);
      expect(anchorsOf(textOf(path)), link).toContain(target.hash.slice(1));
    }
  });

  it('to other places use https', () => {
    for (const page of pages) {
      expect(linksOf(textOf(page)).filter((link) => link.startsWith('http:'))).toEqual([]);
    }
  });
});

describe('the jq filters of the README', () => {
  const filters = codeBlocks(README, 'sh')
    .flatMap((code) => code.split('\n'))
    .flatMap((line) => /^jq (-\w+) '([^']+)'/.exec(line)?.slice(1, 3) ?? [])
    .filter((part) => !part.startsWith('-'));

  it('find something in the reports of the stories', () => {
    expect(filters).toHaveLength(3);
    const names = new Set(REPORTS.flatMap((file) => namesIn(JSON.parse(textOf(fixture(file))))));
    for (const filter of filters) {
      const used = namesUsedBy(filter);
      expect(used.length).toBeGreaterThan(1);
      for (const name of used) expect(names).toContain(name);
      // Where there is no jq, that the names are those of a report has to do.
      const { stdout, stderr, error } = spawnSync('jq', ['-r', filter, ...REPORTS], { encoding: 'utf8' });
      if (error !== undefined) continue;
      expect(stderr).toBe('');
      expect(stdout).toMatch(/\S/);
      expect(stdout).not.toMatch(/\bnull\b/);
    }
  });
});

/** The names of the properties that a filter goes to. Words in quotes are values, but for what stands in \( ). */
function namesUsedBy(filter: string): readonly string[] {
  const paths = filter.replace(/"(?:[^"\\]|\\\([^)]*\))*"/g, (text) =>
    [...text.matchAll(/\\\(([^)]*)\)/g)].map(([, path]) => path).join(' '),
  );
  return [...paths.matchAll(/\.(\w+)/g)].map(([, name = '']) => name);
}

function fixture(file: string): string {
  return file.slice(ROOT.length);
}

/** The names of all properties in a JSON value. */
function namesIn(value: Json): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => [name, ...namesIn(inner)]);
}
