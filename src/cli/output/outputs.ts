import { resolve } from 'node:path';
import { UsageError } from '../../errors.js';
import type { Report } from '../../findings/report.js';
import { FORMAT_NAMES, type FormatName } from '../../reporters/formats.js';
import { REPORTERS } from '../../reporters/index.js';
import { terminalOf } from '../../terminal/terminal.js';
import { oneOf } from '../options/argument-parsers.js';
import type { ReportFlags } from '../options/report-options.js';
import type { TerminalFlags } from '../options/terminal-options.js';
import { writeOutput } from '../process/streams.js';
import { checkWritable } from './file-faults.js';
import { writeFileWhole } from './output-file.js';

/** A report in one format at one place. */
export interface Output {
  readonly format: FormatName;
  /** Absent for standard output. */
  readonly file?: string;
}

/**
 * Reads the values of `--output`: `FORMAT`, or `FORMAT=FILE` with `-` for standard output. Without any, text goes to
 * standard output.
 * @throws UsageError for an unknown format, a place that cannot be written (that of `--save-snapshot` included), or
 *   one place for two things
 */
export function parseOutputs({ output = ['text'], saveSnapshot }: ReportFlags): readonly Output[] {
  const outputs = output.map(parseOutput);
  const places = new Set<string>();
  if (saveSnapshot !== undefined) {
    if (saveSnapshot === '-') {
      throw new UsageError('--save-snapshot: standard output is for the report', [
        'name a file, or only take a snapshot: isocheck snapshot --output -',
      ]);
    }
    checkWritable(saveSnapshot, '--save-snapshot');
    places.add(resolve(saveSnapshot));
  }
  for (const { file } of outputs) {
    const place = file === undefined ? '-' : resolve(file);
    if (places.has(place)) {
      throw new UsageError(`--output: two things go to ${file ?? 'standard output'}`, [
        'give one of them a file of its own: --output FORMAT=FILE',
      ]);
    }
    places.add(place);
    if (file !== undefined) checkWritable(file, '--output');
  }
  return outputs;
}

function parseOutput(value: string): Output {
  const [word = '', ...rest] = value.split('=');
  const format = oneOf(FORMAT_NAMES, word, '--output');
  const file = rest.join('=');
  return rest.length === 0 || file === '-' ? { format } : { format, file };
}

/**
 * Writes a report to each of its places. Files are neither coloured nor laid out for the terminal.
 * @throws UsageError when one cannot be written
 */
export async function writeReport(
  report: Report,
  outputs: readonly Output[],
  { verbose = false, quiet = false, color }: TerminalFlags,
): Promise<void> {
  for (const { format, file } of outputs) {
    const terminal =
      file === undefined ? terminalOf(process.stdout, process.env, color) : terminalOf({}, {}, false);
    const text = REPORTERS[format](report, { ...terminal, verbose, quiet });
    if (file === undefined) await writeOutput(text);
    else writeFileWhole(file, text, '--output');
  }
}
