import { UsageError } from '../../errors.js';
import { terminalOf } from '../../terminal/terminal.js';
import { selectRules } from '../input/rule-selection.js';
import type { RuleListFormat } from '../options/rule-list-formats.js';
import type { RuleFlags } from '../options/rule-options.js';
import type { TerminalFlags } from '../options/terminal-options.js';
import { listPermissions, listRole } from '../output/permission-list.js';
import { listRules } from '../output/rule-list.js';
import { writeOutput } from '../process/streams.js';

export type RulesFlags = Pick<TerminalFlags, 'color'> &
  RuleFlags & {
    readonly output?: RuleListFormat | 'azure-role';
    readonly permissions?: true;
    readonly scope?: readonly string[];
  };

/** Lists the rules, or the permissions that they take. */
export async function rules(flags: RulesFlags): Promise<void> {
  refuseContradiction(flags);
  const { output = 'text', permissions = false, scope = [] } = flags;
  const chosen = selectRules(flags);
  const terminal = terminalOf(process.stdout, process.env, flags.color);
  if (output === 'azure-role') await writeOutput(listRole(chosen, scope));
  else if (permissions) await writeOutput(listPermissions(chosen, output));
  else await writeOutput(listRules(chosen, output, terminal));
  process.exitCode = 0;
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
