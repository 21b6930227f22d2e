import { type Command, Option } from 'commander';
import { CLOUD_NAMES, type CloudName } from '../../arm/clouds.js';
import { parseArmEndpoint } from '../../azure/connect/arm-endpoint.js';
import { UsageError } from '../../errors.js';
import type { FailOn, Requirements } from '../../findings/report.js';
import { oneOf } from './nearest.js';
import { parseRequirements } from './requirements.js';
import { globs, type RuleFlags } from './rule-globs.js';

/** Requests that may be under way at once, unless told otherwise. */
export const DEFAULT_CONCURRENCY = 16;
const HIGHEST_CONCURRENCY = 64;

const FAIL_ON = ['error', 'warning', 'never'] as const satisfies readonly FailOn[];

/** What the commands that read from Azure say of what is left out. */
export const WHERE_DEFAULTS_COME_FROM =
  "What is not given comes from AZURE_WORKSPACE, AZURE_RESOURCE_GROUP and AZURE_SUBSCRIPTION_ID, then from the Azure CLI's own files; without a group, the workspace is looked up in the subscription. You are signed in as by the Azure SDKs: az login, a managed identity, or AZURE_CLIENT_ID and the like.";

/** Which workspaces of Azure are read, and from where. */
export interface AzureFlags {
  readonly workspace?: readonly string[];
  readonly resourceGroup?: string;
  readonly subscription?: string;
  readonly cloud?: CloudName;
  readonly armEndpoint?: string;
  readonly concurrency?: number;
}

/** How a report is made of a snapshot, and where it goes. */
export interface ReportFlags extends RuleFlags {
  readonly endpoint?: readonly string[];
  readonly require?: Requirements;
  readonly failOn?: FailOn;
  /** `FORMAT` or `FORMAT=FILE`. */
  readonly output?: readonly string[];
  readonly saveSnapshot?: string;
}

/** How much is told, and how. */
export interface TerminalFlags {
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  /** False by `--no-color`. */
  readonly color: boolean;
}

/** Adds the options that name workspaces. */
export function addWorkspaceOptions(command: Command): Command {
  return command
    .optionsGroup('What is read:')
    .addOption(
      new Option('-w, --workspace <name|id>', 'a workspace by name or resource id; repeatable').argParser(
        repeated,
      ),
    )
    .addOption(new Option('-g, --resource-group <name>', 'the resource group of workspaces given by name'))
    .addOption(new Option('-s, --subscription <id>', 'the subscription of workspaces given by name'));
}

/** `--snapshot`: a saved snapshot in place of Azure. */
export function snapshotOption(): Option {
  return new Option('--snapshot <file>', 'judge a saved snapshot in place of Azure; - is standard input')
    .argParser(fileName('--snapshot'))
    .conflicts(['resourceGroup', 'subscription', 'cloud', 'armEndpoint', 'concurrency']);
}

/** The name of a file to read. */
export function fileName(option: string): (word: string) => string {
  return (word) => {
    if (word !== '') return word;
    throw new UsageError(`${option}: expected the name of a file, found ""`);
  };
}

/** Adds the options that say how Azure is asked. */
export function addAzureOptions(command: Command): Command {
  return command
    .optionsGroup('Azure:')
    .addOption(
      new Option(
        '--cloud <name>',
        `${CLOUD_NAMES.join(', ')} (default: the Azure CLI's, else AzureCloud)`,
      ).argParser((word) => oneOf(CLOUD_NAMES, word, '--cloud')),
    )
    .addOption(
      new Option(
        '--arm-endpoint <url>',
        "where Azure Resource Manager answers, if not at the cloud's address",
      ).argParser(parseArmEndpoint),
    )
    .addOption(
      new Option(
        '--concurrency <number>',
        `requests under way at once, 1 to ${HIGHEST_CONCURRENCY} (default: ${DEFAULT_CONCURRENCY})`,
      ).argParser(concurrency),
    );
}

/** Adds the options that choose rules. */
export function addRuleOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--rules <glob[,glob]>',
        "ask these rules alone, by id: 'dns/*,registry/premium-sku'; repeatable",
      ).argParser(globs('--rules')),
    )
    .addOption(
      new Option('--skip <glob[,glob]>', 'leave these rules out; repeatable').argParser(globs('--skip')),
    );
}

/** Adds the options that say what is demanded of what was read, and what of it is reported. */
export function addJudgingOptions(command: Command): Command {
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
        'error, warning or never: which failures make the exit code 1 (default: error)',
      ).argParser((word) => oneOf(FAIL_ON, word, '--fail-on')),
    );
}

/** Adds the options that say where a report goes. */
export function addReportOptions(command: Command): Command {
  return command
    .optionsGroup('What comes out:')
    .addOption(
      new Option(
        '-o, --output <format[=file]>',
        'text or json; with a file, or to standard output; repeatable (default: text)',
      ).argParser(repeated),
    )
    .addOption(new Option('--save-snapshot <file>', 'also save what was read, to be scanned again offline'));
}

/** Adds the options that say how much is told. */
export function addTerminalOptions(
  command: Command,
  quiet = 'only what failed or is unknown, a line each, and the counts',
  verbose = 'also what passed, and each request on standard error',
): Command {
  return command
    .addOption(new Option('-q, --quiet', quiet).conflicts('verbose'))
    .addOption(new Option('-v, --verbose', verbose))
    .addOption(noColorOption());
}

/** `--no-color`. */
export function noColorOption(): Option {
  return new Option('--no-color', 'no colours, as with NO_COLOR');
}

/** An option that may be given several times. */
export function repeated(value: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, value];
}

function concurrency(word: string): number {
  const number = /^\d{1,4}$/.test(word) ? Number(word) : 0;
  if (number >= 1 && number <= HIGHEST_CONCURRENCY) return number;
  throw new UsageError(`--concurrency: expected a number from 1 to ${HIGHEST_CONCURRENCY}, found "${word}"`);
}
