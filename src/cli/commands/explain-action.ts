import { terminalOf } from '../../terminal/terminal.js';
import type { TerminalFlags } from '../options/terminal-options.js';
import { explainRule } from '../output/rule-explanation.js';
import { writeOutput } from '../process/streams.js';

export type ExplainFlags = Pick<TerminalFlags, 'color'>;

/** Tells all about one rule. */
export async function explain(id: string, { color }: ExplainFlags): Promise<void> {
  await writeOutput(explainRule(id, terminalOf(process.stdout, process.env, color)));
  process.exitCode = 0;
}
