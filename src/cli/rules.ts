import { type Command, Option } from 'commander';
import { examples } from './examples.js';
import { oneOf } from './nearest.js';
import type { TerminalFlags } from './options.js';
import type { RuleSummary } from './rule-summary.js';
import { writeOutput } from './streams.js';
import { type Terminal, terminalOf } from './terminal.js';

const FORMATS = ['text', 'json', 'markdown'] as const;
type Format = (typeof FORMATS)[number];

/** Adds `isocheck rules`, which lists what is checked. */
export function addRulesCommand(program: Command): void {
  const command = program
    .command('rules')
    .description('list the rules: what is checked, how severe it is, and of what it is asked')
    .addOption(
      new Option('-o, --output <format>', 'text, json or markdown (default: text)').argParser((word) =>
        oneOf(FORMATS, word, '--output'),
      ),
    )
    .addOption(new Option('--no-color', 'no colours; NO_COLOR and FORCE_COLOR are honoured too'))
    .action(async (flags: { output?: Format } & TerminalFlags) => {
      const terminal = terminalOf(process.stdout, process.env, flags.color);
      await writeOutput(await listRules(flags.output ?? 'text', terminal));
      process.exitCode = 0;
    });
  examples(command, [
    ['isocheck rules', 'every rule, a few words on each'],
    [
      "isocheck rules -o json | jq -r '.rules[].operations[]' | sort -u",
      'the permissions that they take together',
    ],
  ]);
}

async function listRules(format: Format, terminal: Terminal): Promise<string> {
  const [{ RULES }, { summarizeRule, severityInWords }] = await Promise.all([
    import('../rules/index.js'),
    import('./rule-summary.js'),
  ]);
  const rules = RULES.map(summarizeRule);
  switch (format) {
    case 'json':
      return `${JSON.stringify({ rules }, null, 2)}\n`;
    case 'markdown':
      return markdown(rules, severityInWords);
    case 'text':
      return text(rules, severityInWords, terminal);
  }
}

type SeverityInWords = (rule: RuleSummary) => string;

function markdown(rules: readonly RuleSummary[], severity: SeverityInWords): string {
  const rows = rules.map((rule) =>
    [`\`${rule.id}\``, rule.title, severity(rule), rule.target].map((cell) => cell.replaceAll('|', '\\|')),
  );
  const table = [
    ['Rule', 'What holds when it passes', 'Severity', 'Asked of'],
    ['---', '---', '---', '---'],
    ...rows,
  ];
  return table.map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

async function text(
  rules: readonly RuleSummary[],
  severity: SeverityInWords,
  terminal: Terminal,
): Promise<string> {
  const [{ paragraph, span, wholeLine }, { render }] = await Promise.all([
    import('../reporters/text/block.js'),
    import('../reporters/text/render.js'),
  ]);
  const sections = rules.map((rule) => [
    wholeLine([span(rule.id, 'strong')]),
    paragraph([span(rule.title)], 2),
    paragraph([span(`${rule.target}: `, 'faint'), span(severity(rule), rule.severity)], 2),
  ]);
  return render(
    [...sections, [paragraph([span(`${rules.length} rules. More on one: isocheck explain RULE`, 'faint')])]],
    terminal,
  );
}
