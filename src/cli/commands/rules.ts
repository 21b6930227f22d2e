import { type Command, Option } from 'commander';
import { UsageError } from '../../errors.js';
import { terminalOf } from '../../terminal/terminal.js';
import { oneOf } from '../options/argument-parsers.js';
import { roleScope } from '../options/role-scope.js';
import type { RuleFlags } from '../options/rule-options.js';
import { addRuleOptions } from '../options/rule-options.js';
import { noColorOption, type TerminalFlags } from '../options/terminal-options.js';
import type { RuleListFormat } from '../output/rule-list.js';
import { writeOutput } from '../process/streams.js';
import { examples } from './examples.js';

const FORMATS = ['text', 'json', 'markdown', 'azure-role'] as const satisfies readonly (
  | RuleListFormat
  | 'azure-role'
)[];

type RulesFlags = Pick<TerminalFlags, 'color'> &
  RuleFlags & {
    readonly output?: (typeof FORMATS)[number];
    readonly permissions?: true;
    readonly scope?: readonly string[];
  };

/** Adds `isocheck rules`, which lists what is checked. */
export function addRulesCommand(program: Command): void {
  const command = program
    .command('rules')
    .summary('list what is checked, or the permissions that it takes')
    .description(
      'Lists the rules: what holds when one passes, how severe it is, of what it is asked; or the permissions that they take together, as a list or as an Azure custom role.',
    );
  addRuleOptions(command)
    .addOption(
      new Option('-o, --output <format>', 'text, json, markdown or azure-role (default: text)').argParser(
        (word) => oneOf(FORMATS, word, '--output'),
      ),
    )
    .addOption(new Option('--permissions', 'the actions that the rules take, in place of the rules'))
    .addOption(
      new Option(
        '--scope <id>',
        'of -o azure-role: where the role may be assigned, a subscription, resource group or management group; repeatable',
      ).argParser(roleScope),
    )
    .addOption(noColorOption())
    .action(async (flags: RulesFlags) => {
      refuseContradiction(flags);
      const { listPermissions, listRole, listRules, selectRules } = await import('../catalogue.js');
      const { output = 'text', permissions = false, scope = [] } = flags;
      const rules = selectRules(flags);
      const terminal = terminalOf(process.stdout, process.env, flags.color);
      if (output === 'azure-role') await writeOutput(listRole(rules, scope));
      else if (permissions) await writeOutput(listPermissions(rules, output));
      else await writeOutput(listRules(rules, output, terminal));
      process.exitCode = 0;
    });
  examples(command, [
    ['isocheck rules', 'every rule, a few words on each'],
    ["isocheck rules --rules 'dns/*' --permissions", 'what may have to be read for the DNS rules'],
    [
      'isocheck rules -o azure-role --scope /subscriptions/ID > role.json',
      'a role for az role definition create --role-definition @role.json',
    ],
  ]);
}

function refuseContradiction({ output, permissions, scope }: RulesFlags): void {
  if (output === 'azure-role') {
    if (scope !== undefined) return;
    throw new UsageError('-o azure-role: no scope is named', [
      'say where the role may be assigned: --scope /subscriptions/ID',
    ]);
  }
  if (scope !== undefined) throw new UsageError('--scope: it belongs to -o azure-role alone');
  if (permissions === true && output === 'markdown') {
    throw new UsageError('--permissions: expected -o text, json or azure-role, found markdown');
  }
}
