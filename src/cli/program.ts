import { Command } from 'commander';
import { terminalOf } from '../terminal/terminal.js';
import { VERSION } from '../version.js';
import { addDemoCommand } from './commands/demo.js';
import { EXIT_CODES, examples } from './commands/examples.js';
import { addExplainCommand } from './commands/explain.js';
import { addRulesCommand } from './commands/rules.js';
import { addScanCommand } from './commands/scan.js';
import { addSnapshotCommand } from './commands/snapshot.js';
import { addTroubleshootCommand } from './commands/troubleshoot.js';

/** What commander says, to be written by whoever runs the program. */
export interface Said {
  /** Help and version. */
  output: string;
  /** What was wrong with the arguments. */
  error: string;
}

/**
 * The whole command line. Each command loads what it needs when it runs, so that none pays for another.
 * @param stories folder of the demo's stories
 */
export function createProgram(stories: URL, said: Said): Command {
  const program = new Command('isocheck')
    .description(
      'Tells whether the network isolation of an Azure Machine Learning workspace and its online endpoints works, and is as closed as you think. It only reads.',
    )
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .configureOutput({
      writeOut: (text) => {
        said.output += text;
      },
      writeErr: (text) => {
        said.error += text;
      },
      getOutHelpWidth: () => terminalOf(process.stdout, process.env, false).width,
      getErrHelpWidth: () => terminalOf(process.stderr, process.env, false).width,
    })
    .exitOverride();
  addScanCommand(program);
  addTroubleshootCommand(program);
  addSnapshotCommand(program);
  addRulesCommand(program);
  addExplainCommand(program);
  addDemoCommand(program, stories);
  examples(program, [
    ['isocheck demo', 'a whole scan against a server inside isocheck: no Azure, no account'],
    ['isocheck scan -w mlw-fraud -g rg-fraud', 'scan a workspace'],
    ['isocheck scan -w mlw-fraud --require inbound=private -o json', 'demand private inbound, for a program'],
  ]);
  program.addHelpText('after', EXIT_CODES);
  return program;
}
