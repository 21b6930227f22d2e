import { type RuleSummary, severityInWords, summarizeRule } from '../../catalogue/rule-summary.js';
import type { AnyRule } from '../../rules/engine/rule.js';
import { paragraph, span, wholeLine } from '../../terminal/block.js';
import { render } from '../../terminal/render.js';
import type { Terminal } from '../../terminal/terminal.js';
import type { RuleListFormat } from '../options/rule-list-formats.js';

/** Lists rules: what holds when it passes, how severe it is, of what it is asked. */
export function listRules(rules: readonly AnyRule[], format: RuleListFormat, terminal: Terminal): string {
  const summaries = rules.map(summarizeRule);
  switch (format) {
    case 'text':
      return text(summaries, terminal);
    case 'json':
      return `${JSON.stringify({ rules: summaries }, null, 2)}\n`;
    case 'markdown':
      return markdown(summaries);
  }
}

function text(rules: readonly RuleSummary[], terminal: Terminal): string {
  const sections = rules.map((rule) => [
    wholeLine([span(rule.id, 'strong')]),
    paragraph([span(rule.title)], 2),
    paragraph([span(`${rule.target}: `, 'faint'), span(severityInWords(rule), rule.severity)], 2),
  ]);
  const end = `${rules.length} ${rules.length === 1 ? 'rule' : 'rules'}. More on one: isocheck explain RULE`;
  return render([...sections, [paragraph([span(end, 'faint')])]], terminal);
}

function markdown(rules: readonly RuleSummary[]): string {
  const rows = rules.map((rule) => [`\`${rule.id}\``, rule.title, severityInWords(rule), rule.target]);
  const table = [
    ['Rule', 'What holds when it passes', 'Severity', 'Asked of'],
    Array(4).fill('---'),
    ...rows,
  ];
  return table
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`)
    .join('');
}
