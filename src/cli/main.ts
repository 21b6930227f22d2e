#!/usr/bin/env node
import { CommanderError } from 'commander';
import { UsageError } from '../errors.js';
import { tellFailure } from './process/failure.js';
import { cleanUp, endAll, ended } from './process/interruption.js';
import { surviveClosedStreams, tell, writeOutput } from './process/streams.js';
import { createProgram } from './program.js';

/** What a shell makes of an interrupt. */
const INTERRUPTED = 130;

/** Not even a command was named. */
const WRONG_USAGE = 2;

/** The scan could not be made. */
const NOT_MADE = 4;

async function run(words: readonly string[]): Promise<void> {
  const said = { output: '', error: '' };
  try {
    await createProgram(new URL('./stories/', import.meta.url), said).parseAsync(words, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    await writeOutput(said.output);
    if (error.code === 'commander.help') tell(said.error);
    else if (error.exitCode !== 0) throw usageErrorOf(said.error);
    process.exitCode = error.exitCode === 0 ? 0 : WRONG_USAGE;
  }
}

/** Commander's words, `error: unknown option '--foo'\n(Did you mean --food?)`, in the form of our own. */
function usageErrorOf(text: string): UsageError {
  const [first = '', ...more] = text.trim().split('\n');
  return new UsageError(first.replace(/^error: /, ''), [
    ...more.map((line) => line.replace(/^\((D)(.*)\)$/, (_all, _d, rest) => `d${rest}`)),
    'add --help to see what there is',
  ]);
}

/** Ends what is under way, and the process with the exit code of its first failure, whatever else would set one. */
async function fail(error: unknown): Promise<void> {
  if (ended.aborted) return;
  endAll(error);
  const exitCode = await tellFailure(error, process.argv);
  process.exitCode = exitCode;
  process.once('exit', () => {
    process.exitCode = exitCode;
  });
}

// Until a command has ended: one that ends before, for whatever reason, has passed nothing.
process.exitCode = NOT_MADE;
surviveClosedStreams();
const silentEnd = (): void => tell('isocheck: a bug of isocheck: it stopped in the middle; please report it');
process.once('exit', silentEnd);
process.once('SIGINT', () => {
  cleanUp();
  process.off('exit', silentEnd);
  process.exit(INTERRUPTED);
});
process.on('uncaughtException', (error) => void fail(error));
process.on('unhandledRejection', (error) => void fail(error));
run(process.argv.slice(2))
  .catch(fail)
  .finally(() => process.off('exit', silentEnd));
