import type { Command } from 'commander';
import { addReportOptions, type ReportFlags } from '../options/report-options.js';
import { examples } from './examples.js';

/**
 * Adds `isocheck demo`, which tells a story: a whole scan, through the Azure SDKs, of a server in this process.
 * @param stories the folder that they lie in
 */
export function addDemoCommand(program: Command, stories: URL): void {
  const command = program
    .command('demo')
    .summary('a whole scan without Azure')
    .description(
      'Scans a server inside isocheck, through the Azure SDKs: a whole scan without Azure or an account.',
    )
    .argument('[story]', 'which one; without it they are listed and the default one is told');
  addReportOptions(command);
  command.action(async (name: string | undefined, flags: ReportFlags) => {
    const { demo } = await import('./demo-action.js');
    await demo(stories, name, flags);
  });
  examples(command, [
    ['isocheck demo', 'lists the stories and tells the default one'],
    ['isocheck demo private -v', 'a workspace without a fault, with every check and every call'],
  ]);
}
