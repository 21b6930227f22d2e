import { type Command, Option } from 'commander';
import { CLOUD_NAMES, type CloudName } from '../../arm/clouds.js';
import { parseArmEndpoint } from '../../azure/connect/arm-endpoint.js';
import { UsageError } from '../../errors.js';
import { fileName, oneOf, repeated } from './argument-parsers.js';

/** Requests that may be under way at once, unless told otherwise. */
export const DEFAULT_CONCURRENCY = 16;
const HIGHEST_CONCURRENCY = 64;

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

function concurrency(word: string): number {
  const number = /^\d{1,4}$/.test(word) ? Number(word) : 0;
  if (number >= 1 && number <= HIGHEST_CONCURRENCY) return number;
  throw new UsageError(`--concurrency: expected a number from 1 to ${HIGHEST_CONCURRENCY}, found "${word}"`);
}
