import { describe, expect, it } from 'vitest';
import { explainRule } from '../../src/cli/rule-explanation.js';
import { listRules } from '../../src/cli/rule-list.js';
import { RULES } from '../../src/rules/index.js';
import { READS } from '../../src/snapshot/reads.js';

const TERMINAL = { width: 80, color: false };

describe.each(RULES)('of $id', ({ id, title, docs, reads }) => {
  it('all is told', () => {
    const words = explainRule(id, TERMINAL).replace(/\s+/g, ' ');
    for (const text of [id, title, docs.why, docs.consequence, docs.severity ?? ''])
      expect(words).toContain(text);
    for (const { url, reviewed } of docs.sources) expect(words).toContain(`${url} reviewed ${reviewed}`);
    expect(reads.length).toBeGreaterThan(0);
    for (const read of reads) expect(words).toContain(READS[read].operation);
  });

  it('nothing but what must not be broken is wider than the terminal', () => {
    const wide = explainRule(id, TERMINAL)
      .split('\n')
      .filter((line) => line.length > 80);
    for (const line of wide) expect(line).toMatch(/^ +\S+$/);
  });
});

it('colours are styled in and out', () => {
  expect(listRules(RULES, 'text', { ...TERMINAL, color: true })).toContain('\u001b[');
  expect(listRules(RULES, 'text', TERMINAL)).not.toContain('\u001b');
});
