import { UsageError } from '../errors.js';
import { paragraph, type Section, span, wholeLine } from '../reporters/text/block.js';
import { render } from '../reporters/text/render.js';
import { RULES } from '../rules/index.js';
import type { AnyRule } from '../rules/rule.js';
import { severityInWords, summarizeRule } from '../rules/rule-summary.js';
import { alternatives, didYouMean } from './nearest.js';
import type { Terminal } from './terminal.js';

/**
 * Tells all about one rule.
 * @throws UsageError for an id that no rule has, with those that were perhaps meant
 */
export function explainRule(id: string, terminal: Terminal): string {
  const rule = findRule(id);
  const { docs } = rule;
  const severity = docs.severity ?? severityInWords(summarizeRule(rule));
  return render(
    [
      [wholeLine([span(rule.id, 'strong')]), paragraph([span(rule.title)])],
      [
        paragraph([span('Asked of  ', 'strong'), span(rule.target)], 0, 10),
        paragraph([span('Severity  ', 'strong'), span(severity)], 0, 10),
      ],
      [heading('Why'), paragraph([span(docs.why)], 2)],
      [heading('If it stays so'), paragraph([span(docs.consequence)], 2)],
      reads(rule),
      [
        heading('Sources'),
        ...docs.sources.flatMap(({ url, reviewed }) => [
          wholeLine([span(url)], 2),
          wholeLine([span(`reviewed ${reviewed}`, 'faint')], 4),
        ]),
      ],
    ],
    terminal,
  );
}

function reads(rule: AnyRule): Section {
  const { applies, needs, considers } = rule.facts;
  const names = [...new Set([...applies, ...needs, ...considers])];
  return [
    heading('What it reads'),
    paragraph([span(`Facts: ${names.join(', ')}`)], 2, 4),
    wholeLine([span('Permissions:')], 2),
    ...summarizeRule(rule).operations.map((operation) => wholeLine([span(operation)], 4)),
  ];
}

function heading(text: string) {
  return wholeLine([span(text, 'strong')]);
}

function findRule(id: string): AnyRule {
  const wanted = id.trim().toLowerCase();
  const found = RULES.find((rule) => rule.id === wanted);
  if (found !== undefined) return found;
  const ids = RULES.map((rule) => rule.id);
  const holding = wanted.length < 3 ? [] : ids.filter((each) => each.includes(wanted));
  throw new UsageError(`no rule is named "${id}"`, [
    ...(holding.length > 0 ? [`did you mean ${alternatives(holding)}?`] : didYouMean(wanted, ids)),
    'all rules: isocheck rules',
  ]);
}
