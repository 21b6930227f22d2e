import { readFileSync } from 'node:fs';
import { UsageError } from '../../errors.js';
import { symptomOf } from '../../troubleshoot/error-text.js';
import { SYMPTOM_NAMES, type Symptom, type SymptomName } from '../../troubleshoot/symptom.js';
import { SYMPTOMS } from '../../troubleshoot/symptoms.js';
import { didYouMean } from '../options/did-you-mean.js';

/**
 * The symptom of a name.
 * @throws UsageError for none or an unknown one, with all that there are
 */
export function symptomNamed(word: string | undefined): Symptom {
  if (word === undefined) throw new UsageError('no symptom is named', listed());
  const name = SYMPTOM_NAMES.find((each) => each === word.trim().toLowerCase());
  if (name !== undefined) return SYMPTOMS[name];
  throw new UsageError(`no symptom is named "${word}"`, [...didYouMean(word, SYMPTOM_NAMES), ...listed()]);
}

/**
 * The symptom that an error text tells of.
 * @param file where it came from, for the message
 * @throws UsageError for a text that fits none, with all that there are
 */
export function symptomOfText(text: string, file: string): Symptom {
  const name: SymptomName | null = symptomOf(text);
  if (name !== null) return SYMPTOMS[name];
  throw new UsageError(`--error: the text of ${named(file)} fits no symptom that isocheck knows`, listed());
}

/**
 * Reads the text of an error.
 * @param file `-` for standard input
 * @throws UsageError when it can't be read, or is empty
 */
export function readErrorText(file: string): string {
  let text: string;
  try {
    text = readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new UsageError(
      `--error: ${named(file)} cannot be read: ${REASONS[code] ?? (code || 'unknown reason')}`,
    );
  }
  if (text.trim() === '') throw new UsageError(`--error: ${named(file)} is empty`);
  return text;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'you may not read it',
};

function named(file: string): string {
  return file === '-' ? 'standard input' : file;
}

/** Names alone would not tell which one fits. */
function listed(): readonly string[] {
  const width = Math.max(...SYMPTOM_NAMES.map(({ length }) => length));
  return ['symptoms:', ...SYMPTOM_NAMES.map((name) => `  ${name.padEnd(width)}  ${SYMPTOMS[name].seen}`)];
}
