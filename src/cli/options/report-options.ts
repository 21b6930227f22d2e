import { type Command, Option } from 'commander';
import type { FailOn, Requirements } from '../../findings/report.js';
import { FORMAT_NAMES } from '../../reporters/formats.js';
import { oneOf, repeated } from './argument-parsers.js';
import { alternatives } from './did-you-mean.js';
import { parseRequirements } from './requirements.js';
import { addRuleOptions, type RuleFlags } from './rule-options.js';
import { addTerminalOptions, type TerminalFlags } from './terminal-options.js';

const FAIL_ON = ['error', 'warning', 'never'] as const satisfies readonly FailOn[];

/** How a report is made of a snapshot, and where it goes. */
export interface ReportFlags extends RuleFlags, TerminalFlags {
  readonly endpoint?: readonly string[];
  readonly require?: Requirements;
  readonly failOn?: FailOn;
  /** `FORMAT` or `FORMAT=FILE`. */
  readonly output?: readonly string[];
  readonly saveSnapshot?: string;
}

/** Adds the options of the commands that make a report: how is judged, where it goes, and how much is told. */
export function addReportOptions(command: Command): Command {
  addJudgingOptions(command);
  addOutputOptions(command);
  return addTerminalOptions(command);
}

function addJudgingOptions(command: Command): Command {
  return addRuleOptions(command.optionsGroup('How it is judged:'))
    .addOption(new Option('--endpoint <name>', 'report this endpoint alone; repeatable').argParser(repeated))
    .addOption(
      new Option(
        '--require <what=private>',
        'inbound=private, outbound=private, workspace=private, with commas between them: what is public there is then an error',
      ).argParser(parseRequirements),
    )
    .addOption(
      new Option(
        '--fail-on <severity>',
        `${alternatives(FAIL_ON)}: which failures make the exit code 1 (default: error)`,
      ).argParser((word) => oneOf(FAIL_ON, word, '--fail-on')),
    );
}

function addOutputOptions(command: Command): Command {
  return command
    .optionsGroup('What comes out:')
    .addOption(
      new Option(
        '-o, --output <format[=file]>',
        `${alternatives(FORMAT_NAMES)}; with a file, or to standard output; repeatable (default: text)`,
      ).argParser(repeated),
    )
    .addOption(new Option('--save-snapshot <file>', 'also save what was read, to be scanned again offline'));
}
