import { type PagePart, type PageSection, pageOf } from '../../catalogue/rule-page.js';
import { UsageError } from '../../errors.js';
import type { AnyRule } from '../../rules/engine/rule.js';
import { RULES } from '../../rules/index.js';
import { type Block, paragraph, type Section, span, wholeLine } from '../../terminal/block.js';
import { render } from '../../terminal/render.js';
import type { Terminal } from '../../terminal/terminal.js';
import { alternatives, didYouMean } from '../options/did-you-mean.js';

const INDENT = 2;

/**
 * Tells all about one rule.
 * @throws UsageError for an id that no rule has, with those that were perhaps meant
 */
export function explainRule(id: string, terminal: Terminal): string {
  const page = pageOf(findRule(id));
  const hang = 2 + Math.max(...page.inShort.map(({ name }) => name.length));
  return render(
    [
      [heading(page.id), paragraph([span(page.title)])],
      page.inShort.map(({ name, value }) =>
        paragraph([span(name, 'strong'), span(`${' '.repeat(hang - name.length)}${value}`)], 0, hang),
      ),
      ...page.sections.flatMap(sectionsOf),
    ],
    terminal,
  );
}

/** A section of the page, parted where blank lines make it easier to read, and where its code has some. */
function sectionsOf({ heading: words, parts }: PageSection): Section[] {
  const sections: Block[][] = [[heading(words)]];
  parts.forEach((part, index) => {
    const before = parts[index - 1];
    const [first = [], ...more] = blocksOf(part);
    if (before === undefined || belongsTo(part, before)) sections.at(-1)?.push(...first);
    else sections.push(first);
    sections.push(...more);
  });
  return sections;
}

/** Sources stand in a list, and what a sentence ends in a colon for stands below it. */
function belongsTo(part: PagePart, before: PagePart): boolean {
  return before.kind === 'text' ? before.text.endsWith(':') : before.kind === part.kind;
}

function heading(words: string): Block {
  return wholeLine([span(words, 'strong')]);
}

/** The lines of a part, with a blank line after each group but the last. What is to be copied stays whole. */
function blocksOf(part: PagePart): Block[][] {
  switch (part.kind) {
    case 'text':
      return [[paragraph([span(part.text)], INDENT)]];
    case 'list':
      return [part.items.map((item) => wholeLine([span(item)], 2 * INDENT))];
    case 'source':
      return [
        [
          wholeLine([span(part.source.url)], INDENT),
          wholeLine([span(`reviewed ${part.source.reviewed}`, 'faint')], 2 * INDENT),
        ],
      ];
    case 'code': {
      const lineOf = part.language === 'sh' ? commandLine : codeLine;
      const groups = part.code.trimEnd().split('\n\n');
      return groups.map((group) => group.split('\n').map(lineOf));
    }
  }
}

function commandLine(command: string): Block {
  return wholeLine([span('$ ', 'faint'), span(command, 'command')], 2 * INDENT);
}

function codeLine(line: string): Block {
  const words = line.trimStart();
  return wholeLine([span(words, 'command')], 2 * INDENT + line.length - words.length);
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
