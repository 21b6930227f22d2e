import { type Command, Option } from 'commander';
import { DIAGNOSIS_FORMAT_NAMES } from '../../reporters/formats.js';
import { fileName, oneOf, repeated } from '../options/argument-parsers.js';
import {
  addAzureOptions,
  addWorkspaceOptions,
  snapshotOption,
  WHERE_DEFAULTS_COME_FROM,
} from '../options/azure-options.js';
import { alternatives } from '../options/did-you-mean.js';
import { addTerminalOptions } from '../options/terminal-options.js';
import { examples } from './examples.js';
import type { TroubleshootFlags } from './troubleshoot-action.js';

const EXIT_CODES = `
Exit codes:
  0    every step passed, or is yours to take
  1    a cause was found
  2    wrong usage, an unknown symptom, or an error text that fits none
  3    no cause was found, but a step is unknown
  4    Azure could not be read: no sign-in, no such workspace, out of reach
  130  interrupted
`;

/** Adds `isocheck troubleshoot`, which walks through the documented troubleshooting. */
export function addTroubleshootCommand(program: Command): void {
  const command = program
    .command('troubleshoot')
    .summary('find the cause of something that fails')
    .description(
      `Walks through the documented troubleshooting of a symptom, step by step, and stops at the first cause, with what mends it. What Azure Resource Manager can't tell is left to you, with the command to run. ${WHERE_DEFAULTS_COME_FROM}`,
    )
    .argument('[symptom]', 'what is seen; without it and without --error they are listed');
  addWorkspaceOptions(command)
    .addOption(snapshotOption())
    .optionsGroup('What is wrong:')
    .addOption(
      new Option(
        '--error <file>',
        "the service's error text, which tells the symptom; - is standard input",
      ).argParser(fileName('--error')),
    )
    .addOption(new Option('--endpoint <name>', 'the endpoint that is meant; repeatable').argParser(repeated))
    .addOption(
      new Option('--deployment <name>', 'the deployment that is meant; repeatable').argParser(repeated),
    )
    .optionsGroup('What comes out:')
    .addOption(
      new Option(
        '-o, --output <format>',
        `${alternatives(DIAGNOSIS_FORMAT_NAMES)} (default: text)`,
      ).argParser((word) => oneOf(DIAGNOSIS_FORMAT_NAMES, word, '--output')),
    );
  addTerminalOptions(command, 'nothing on standard error', 'each request on standard error');
  addAzureOptions(command);
  command.action(async (symptom: string | undefined, flags: TroubleshootFlags) => {
    const { troubleshoot } = await import('./troubleshoot-action.js');
    await troubleshoot(symptom, flags);
  });
  examples(command, [
    [
      'isocheck troubleshoot host-not-resolved -w mlw-fraud --endpoint fraud',
      'why the scoring host is not resolved',
    ],
    ['isocheck troubleshoot --error error.txt -w mlw-fraud', 'what an error text of the service is about'],
    ['isocheck troubleshoot image-download-error --snapshot seen.json', 'offline, from a saved snapshot'],
  ]);
  command.addHelpText('after', EXIT_CODES);
}
