import { type Command, Option } from 'commander';
import { UsageError } from '../../errors.js';
import { terminalOf } from '../../terminal/terminal.js';
import { fileName, oneOf, repeated } from '../options/argument-parsers.js';
import {
  type AzureFlags,
  addAzureOptions,
  addWorkspaceOptions,
  snapshotOption,
  WHERE_DEFAULTS_COME_FROM,
} from '../options/azure-options.js';
import { addTerminalOptions, type TerminalFlags } from '../options/terminal-options.js';
import type { DiagnosisFormat } from '../output/diagnosis-output.js';
import { writeOutput } from '../process/streams.js';
import { examples } from './examples.js';

type TroubleshootFlags = AzureFlags &
  TerminalFlags & {
    readonly snapshot?: string;
    readonly error?: string;
    readonly endpoint?: readonly string[];
    readonly deployment?: readonly string[];
    readonly output?: DiagnosisFormat;
  };

const FORMATS = ['text', 'json'] as const satisfies readonly DiagnosisFormat[];

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
      new Option('-o, --output <format>', 'text or json (default: text)').argParser((word) =>
        oneOf(FORMATS, word, '--output'),
      ),
    );
  addTerminalOptions(command, 'nothing on standard error', 'each request on standard error');
  addAzureOptions(command);
  command.action(troubleshoot);
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

async function troubleshoot(word: string | undefined, flags: TroubleshootFlags): Promise<void> {
  refuseContradiction(word, flags);
  const telling = await import('../diagnosing.js');
  const symptom =
    flags.error === undefined
      ? telling.symptomNamed(word)
      : telling.symptomOfText(telling.readErrorText(flags.error), flags.error);
  const read = async () => {
    if (flags.snapshot === undefined) {
      const { takeFromAzure } = await import('../live.js');
      return takeFromAzure(flags, telling.readsOfSymptom(symptom));
    }
    const saved = await telling.readSnapshot({ file: flags.snapshot });
    return flags.workspace === undefined ? saved : telling.selectWorkspaces(saved, flags.workspace);
  };
  const snapshot = await read();
  const { endpoint: endpoints = [], deployment: deployments = [] } = flags;
  telling.refuseUnknownNames(snapshot, { endpoints, deployments });
  const diagnosis = telling.diagnose(snapshot, symptom, { endpoints, deployments });
  const terminal = terminalOf(process.stdout, process.env, flags.color);
  await writeOutput(telling.renderDiagnosis(diagnosis, symptom, flags.output ?? 'text', terminal));
  process.exitCode = diagnosis.exitCode;
}

function refuseContradiction(word: string | undefined, { error, snapshot }: TroubleshootFlags): void {
  if (word !== undefined && error !== undefined) {
    throw new UsageError(`troubleshoot: both a symptom ("${word}") and --error are given`, [
      'leave one of them away: an error text tells its symptom by itself',
    ]);
  }
  if (error === '-' && snapshot === '-') {
    throw new UsageError('--error and --snapshot: both are to be read from standard input');
  }
}
