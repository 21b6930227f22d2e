import { paragraph, span, wholeLine } from '../reporters/text/block.js';
import { render } from '../reporters/text/render.js';
import { RULES } from '../rules/index.js';
import { severityInWords, summarizeRule } from '../rules/rule-summary.js';
import type { Terminal } from './terminal.js';

/** The forms in which rules are listed. */
export type RuleListFormat = 'text' | 'json' | 'markdown';

/** Lists every rule: what holds when it passes, how severe it is, of what it is asked. */
export function listRules(format: RuleListFormat, terminal: Terminal): string {
  switch (format) {
    case 'text':
      return text(terminal);
    case 'json':
      return `${JSON.stringify({ rules: RULES.map(summarizeRule) }, null, 2)}\n`;
    case 'markdown':
      return markdown();
  }
}

function text(terminal: Terminal): string {
  const sections = RULES.map(summarizeRule).map((rule) => [
    wholeLine([span(rule.id, 'strong')]),
    paragraph([span(rule.title)], 2),
    paragraph([span(`${rule.target}: `, 'faint'), span(severityInWords(rule), rule.severity)], 2),
  ]);
  const end = `${RULES.length} rules. More on one: isocheck explain RULE`;
  return render([...sections, [paragraph([span(end, 'faint')])]], terminal);
}

function markdown(): string {
  const rows = RULES.map(summarizeRule).map((rule) => [
    `\`${rule.id}\``,
    rule.title,
    severityInWords(rule),
    rule.target,
  ]);
  const table = [
    ['Rule', 'What holds when it passes', 'Severity', 'Asked of'],
    Array(4).fill('---'),
    ...rows,
  ];
  return table
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`)
    .join('');
}
