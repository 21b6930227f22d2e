import type { Command } from 'commander';
import { Option } from 'commander';
import { UsageError } from '../errors.js';
import type { AnyRule } from '../rules/rule.js';
import { examples } from './examples.js';
import { didYouMean } from './nearest.js';
import type { TerminalFlags } from './options.js';
import { writeOutput } from './streams.js';
import { type Terminal, terminalOf } from './terminal.js';

/** Adds `isocheck explain`, which tells all about one rule. */
export function addExplainCommand(program: Command): void {
  const command = program
    .command('explain')
    .description('tell about a rule: why it is there, what follows if it fails, what it reads, its sources')
    .argument('<rule>', 'its id, as reports and `isocheck rules` give it')
    .addOption(new Option('--no-color', 'no colours; NO_COLOR and FORCE_COLOR are honoured too'))
    .action(async (id: string, flags: TerminalFlags) => {
      const { RULES } = await import('../rules/index.js');
      const terminal = terminalOf(process.stdout, process.env, flags.color);
      await writeOutput(await explain(findRule(RULES, id), terminal));
      process.exitCode = 0;
    });
  examples(command, [['isocheck explain registry/premium-sku', 'why the registry has to be Premium']]);
}

function findRule(rules: readonly AnyRule[], id: string): AnyRule {
  const wanted = id.trim().toLowerCase();
  const found = rules.find((rule) => rule.id === wanted);
  if (found !== undefined) return found;
  const ids = rules.map((rule) => rule.id);
  const holding = wanted.length < 3 ? [] : ids.filter((each) => each.includes(wanted));
  const hints = holding.length > 0 ? holding : didYouMean(wanted, ids);
  throw new UsageError(`no rule is named "${id}"`, [
    ...(holding.length > 0
      ? ['rules with that in their names:', ...hints.map((each) => `  ${each}`)]
      : hints),
    'all rules: isocheck rules',
  ]);
}

async function explain(rule: AnyRule, terminal: Terminal): Promise<string> {
  const [{ paragraph, span, wholeLine }, { render }, { summarizeRule, severityInWords }] = await Promise.all([
    import('../reporters/text/block.js'),
    import('../reporters/text/render.js'),
    import('./rule-summary.js'),
  ]);
  const { docs, facts } = rule;
  const summary = summarizeRule(rule);
  const named = (title: string, text: string) => [span(title, 'strong'), span(text)];
  const part = (title: string, text: string) => [
    wholeLine([span(title, 'strong')]),
    paragraph([span(text)], 2),
  ];
  const factNames = [...new Set([...facts.applies, ...facts.needs, ...facts.considers])];
  return render(
    [
      [wholeLine([span(rule.id, 'strong')]), paragraph([span(rule.title)])],
      [
        paragraph(named('Asked of   ', rule.target), 0, 11),
        paragraph(named('Severity   ', docs.severity ?? severityInWords(summary)), 0, 11),
      ],
      part('Why', docs.why),
      part('If it stays so', docs.consequence),
      [
        wholeLine([span('What it reads', 'strong')]),
        paragraph([span(factNames.join(', '))], 2),
        ...summary.operations.map((operation) => wholeLine([span(operation, 'faint')], 4)),
      ],
      [
        wholeLine([span('Sources', 'strong')]),
        ...docs.sources.map(({ url, reviewed }) =>
          wholeLine([span(url), span(`  (reviewed ${reviewed})`, 'faint')], 2),
        ),
      ],
    ],
    terminal,
  );
}
