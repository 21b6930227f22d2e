import { type Command, Option } from 'commander';
import { examples } from './examples.js';
import { oneOf } from './nearest.js';
import { noColorOption, type TerminalFlags } from './options.js';
import type { RuleListFormat } from './rule-list.js';
import { writeOutput } from './streams.js';
import { terminalOf } from './terminal.js';

const FORMATS = ['text', 'json', 'markdown'] as const satisfies readonly RuleListFormat[];

type RulesFlags = Pick<TerminalFlags, 'color'> & { readonly output?: RuleListFormat };

/** Adds `isocheck rules`, which lists what is checked. */
export function addRulesCommand(program: Command): void {
  const command = program
    .command('rules')
    .summary('list what is checked')
    .description('Lists the rules: what holds when one passes, how severe it is, of what it is asked.')
    .addOption(
      new Option('-o, --output <format>', 'text, json or markdown (default: text)').argParser((word) =>
        oneOf(FORMATS, word, '--output'),
      ),
    )
    .addOption(noColorOption())
    .action(async ({ output = 'text', color }: RulesFlags) => {
      const { listRules } = await import('./catalogue.js');
      await writeOutput(listRules(output, terminalOf(process.stdout, process.env, color)));
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
