import { UsageError } from '../../errors.js';
import type { DiagnosisFormatName } from '../../reporters/formats.js';
import { DIAGNOSIS_REPORTERS } from '../../reporters/index.js';
import type { Snapshot } from '../../snapshot/format.js';
import { readSnapshot } from '../../snapshot/read.js';
import { terminalOf } from '../../terminal/terminal.js';
import { diagnose, readsOfSymptom } from '../../troubleshoot/diagnose.js';
import { refuseUnknownNames } from '../input/known-names.js';
import { selectWorkspaces } from '../input/selected-workspaces.js';
import { readErrorText, symptomNamed, symptomOfText } from '../input/symptom-choice.js';
import { takeFromAzure } from '../input/take-from-azure.js';
import type { AzureFlags } from '../options/azure-options.js';
import type { TerminalFlags } from '../options/terminal-options.js';
import { writeOutput } from '../process/streams.js';

export type TroubleshootFlags = AzureFlags &
  TerminalFlags & {
    readonly snapshot?: string;
    readonly error?: string;
    readonly endpoint?: readonly string[];
    readonly deployment?: readonly string[];
    readonly output?: DiagnosisFormatName;
  };

/** Walks through the steps of a symptom, and tells what came of them. */
export async function troubleshoot(word: string | undefined, flags: TroubleshootFlags): Promise<void> {
  refuseContradiction(word, flags);
  const symptom =
    flags.error === undefined ? symptomNamed(word) : symptomOfText(readErrorText(flags.error), flags.error);
  const read = async (): Promise<Snapshot> => {
    if (flags.snapshot === undefined) return takeFromAzure(flags, readsOfSymptom(symptom));
    const saved = await readSnapshot({ file: flags.snapshot });
    return flags.workspace === undefined ? saved : selectWorkspaces(saved, flags.workspace);
  };
  const snapshot = await read();
  const { endpoint: endpoints = [], deployment: deployments = [] } = flags;
  refuseUnknownNames(snapshot, { endpoints, deployments });
  const diagnosis = diagnose(snapshot, symptom, { endpoints, deployments });
  const terminal = terminalOf(process.stdout, process.env, flags.color);
  await writeOutput(DIAGNOSIS_REPORTERS[flags.output ?? 'text'](diagnosis, symptom, terminal));
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
