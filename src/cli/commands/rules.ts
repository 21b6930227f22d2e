import { type Command, Option } from 'commander';
import { oneOf } from '../options/argument-parsers.js';
import { alternatives } from '../options/did-you-mean.js';
import { roleScope } from '../options/role-scope.js';
import { RULE_LIST_FORMATS } from '../options/rule-list-formats.js';
import { addRuleOptions } from '../options/rule-options.js';
import { noColorOption } from '../options/terminal-options.js';
import { examples } from './examples.js';
import type { RulesFlags } from './rules-action.js';

const FORMATS = [...RULE_LIST_FORMATS, 'azure-role'] as const;

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
      new Option('-o, --output <format>', `${alternatives(FORMATS)} (default: text)`).argParser((word) =>
        oneOf(FORMATS, word, '--output'),
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
      const { rules } = await import('./rules-action.js');
      await rules(flags);
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
