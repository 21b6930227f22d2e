import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { explainRule } from '../../src/cli/output/rule-explanation.js';
import { RULES } from '../../src/rules/index.js';
import { linksOf, ROOT, textOf } from './markdown.js';

const FOLDER = 'docs/rules';
const ids = RULES.map(({ id }) => id);

/** The pages below docs/rules, but for the index. */
const pages = readdirSync(join(ROOT, FOLDER), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: area }) =>
    readdirSync(join(ROOT, FOLDER, area)).map((file) => `${area}/${file.replace(/\.md$/, '')}`),
  );

/** Where the links of a page lead, relative to the project. */
function targetsOf(page: string): readonly string[] {
  return linksOf(textOf(page)).map((link) => normalize(join(dirname(page), link)).replaceAll('\\', '/'));
}

/** The words of a page without what makes them Markdown, and without the line on where it comes from. */
function wordsOfPage(text: string): readonly string[] {
  const [told = ''] = text.split('\n---\n');
  return told
    .split(/^(```\w+\n[\s\S]*?^```)$/m)
    .map((part) =>
      part.startsWith('```')
        ? part.replace(/^```\w+\n|```$/g, '')
        : part
            .replace(/^#+ |^- /gm, '')
            .replace(/\*\*(.+?)\*\*:/g, '$1')
            .replace(/(?<!\\)`|<(https:[^>]+)>,/g, '$1')
            .replace(/\\([\\`*<[\]_])/g, '$1'),
    )
    .join('')
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** The words that `isocheck explain` prints, without the prompts. */
function wordsExplained(id: string): readonly string[] {
  return explainRule(id, { width: 80, color: false })
    .replace(/^ {4}\$ /gm, '')
    .split(/\s+/)
    .filter((word) => word !== '');
}

describe('the pages of the rules', () => {
  it('are there for every rule, and for nothing else', () => {
    expect([...pages].sort()).toEqual([...ids].sort());
  });

  it.each(['README.md', `${FOLDER}/README.md`, 'src/rules/README.md'])('%s leads to each', (page) => {
    const targets = targetsOf(page);
    expect(ids.filter((id) => !targets.includes(`${FOLDER}/${id}.md`))).toEqual([]);
    for (const target of targets.filter((each) => each.endsWith('.md'))) {
      expect(existsSync(join(ROOT, target)), target).toBe(true);
    }
  });
});

describe.each(ids)('the page of %s', (id) => {
  const page = `${FOLDER}/${id}.md`;

  it('says what isocheck explain says', () => {
    expect(wordsOfPage(textOf(page))).toEqual(wordsExplained(id));
  });

  it('leads to what there is', () => {
    const targets = targetsOf(page);
    expect(targets).toEqual([`src/rules/${id}.ts`, `${FOLDER}/README.md`]);
    for (const target of targets) expect(existsSync(join(ROOT, target)), target).toBe(true);
  });
});
