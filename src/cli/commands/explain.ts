import type { Command } from 'commander';
import { noColorOption } from '../options/terminal-options.js';
import { examples } from './examples.js';
import type { ExplainFlags } from './explain-action.js';

/** Adds `isocheck explain`, which tells all about one rule. */
export function addExplainCommand(program: Command): void {
  const command = program
    .command('explain')
    .summary('tell all about one rule')
    .description(
      'Tells about a rule: why it is there, what follows if it fails, when it would be wrong, how to mend what it finds, which facts and permissions it takes, and the pages it comes from.',
    )
    .argument('<rule>', 'its id, as reports and `isocheck rules` give it')
    .addOption(noColorOption())
    .action(async (id: string, flags: ExplainFlags) => {
      const { explain } = await import('./explain-action.js');
      await explain(id, flags);
    });
  examples(command, [['isocheck explain registry/premium-sku', 'why the registry has to be Premium']]);
}
