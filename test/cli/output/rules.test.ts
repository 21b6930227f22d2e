import { describe, expect, it } from 'vitest';
import { READS } from '../../../src/arm/reads.js';
import { pageOf } from '../../../src/catalogue/rule-page.js';
import { explainRule } from '../../../src/cli/output/rule-explanation.js';
import { listRules } from '../../../src/cli/output/rule-list.js';
import { RULES } from '../../../src/rules/index.js';

const TERMINAL = { width: 80, color: false };

describe.each(RULES)('of $id', (rule) => {
  const { id, title, docs, reads } = rule;

  it('all is told', () => {
    const told = explainRule(id, TERMINAL);
    const words = told.replace(/\s+/g, ' ');
    for (const text of [id, title, docs.why, docs.consequence, docs.severity ?? '', docs.wrongWhen]) {
      expect(words).toContain(text);
    }
    const { failing, mended, notInBicep } = docs.example;
    for (const json of [failing, mended]) {
      expect(words).toContain(JSON.stringify(json, undefined, 1).replace(/\n */g, ' '));
    }
    expect(words).toContain(
      notInBicep ?? `'${docs.example.type}@${READS[docs.example.read].apiVersion}' = {`,
    );
    // What it said of a failure in a made-up world.
    expect(words).toMatch(/ For example: \S.*? Bicep: /);
    for (const { url, reviewed } of docs.sources) expect(words).toContain(`${url} reviewed ${reviewed}`);
    expect(reads.length).toBeGreaterThan(0);
    for (const read of reads) expect(words).toContain(READS[read].operation);
  });

  it('commands and code can be copied', () => {
    const lines = explainRule(id, TERMINAL).split('\n');
    const code = pageOf(rule).sections.flatMap(({ parts }) =>
      parts.flatMap((part) => (part.kind === 'code' ? [part] : [])),
    );
    expect(code.length).toBeGreaterThan(1);
    for (const { language, code: text } of code) {
      const shown = text
        .trimEnd()
        .split('\n')
        .map((line) => {
          if (line === '') return '';
          return language === 'sh' ? `    $ ${line}` : `    ${line}`;
        });
      const starts = lines.flatMap((line, index) => (line === shown[0] ? [index] : []));
      expect(starts.map((start) => lines.slice(start, start + shown.length))).toContainEqual(shown);
    }
  });

  it('nothing but what must not be broken is wider than the terminal', () => {
    const wide = explainRule(id, TERMINAL)
      .split('\n')
      .filter((line) => line.length > 80);
    for (const line of wide) {
      expect(line).toMatch(/^ +\S+$|^ {4}\$ |^ {4}resource |^ {4,}(?:\w+|'[^']+'|"[^"]+"): ['"]/);
    }
  });
});

it('colours are styled in and out', () => {
  expect(listRules(RULES, 'text', { ...TERMINAL, color: true })).toContain('\u001b[');
  expect(listRules(RULES, 'text', TERMINAL)).not.toContain('\u001b');
});
