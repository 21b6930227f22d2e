import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse as parseIni } from 'ini';
import { CLOUD_NAMES, type CloudName } from '../arm/clouds.js';
import { isJsonObject, type JsonObject } from '../json.js';

/** A value that the user did not give on the command line, with where it was found, in words. */
export interface Default<T extends string = string> {
  readonly value: T;
  /** `AZURE_SUBSCRIPTION_ID`, or the path of a file and what in it. */
  readonly from: string;
}

/** A subscription that the Azure CLI knows. */
interface KnownSubscription {
  readonly id: string;
  readonly name: string;
}

/** What the user's surroundings say about what to scan. */
export interface Defaults {
  readonly subscription?: Default;
  readonly group?: Default;
  readonly workspace?: Default;
  /** The cloud of the default subscription. */
  readonly cloud?: Default<CloudName>;
  /** For a subscription that is given by its name. */
  readonly subscriptions: readonly KnownSubscription[];
  /** Files that were there and could not be used: worth telling when a value is missing. */
  readonly notes: readonly string[];
}

/**
 * Variables that name a part, in the order in which they count: the Azure SDKs' own, those that Azure Machine
 * Learning sets in its jobs (AZUREML_ARM_…), and those by which the Azure CLI takes the defaults of its configuration
 * (AZURE_DEFAULTS_…, learn.microsoft.com/cli/azure/azure-cli-configuration, reviewed 2026-11-24).
 */
const VARIABLES = {
  subscription: ['AZURE_SUBSCRIPTION_ID', 'AZUREML_ARM_SUBSCRIPTION'],
  group: ['AZURE_RESOURCE_GROUP', 'AZUREML_ARM_RESOURCEGROUP', 'AZURE_DEFAULTS_GROUP'],
  workspace: ['AZURE_WORKSPACE', 'AZUREML_ARM_WORKSPACE_NAME', 'AZURE_DEFAULTS_WORKSPACE'],
} as const;

/**
 * Finds subscription, group, workspace and cloud in the environment, and then in the Azure CLI's own files, which
 * are read and never written; `az` is not started. A file that cannot be used is passed over with a note.
 * @param homeDirectory where `.azure` lies, unless AZURE_CONFIG_DIR names another folder
 */
export async function findDefaults(
  env: Readonly<Record<string, string | undefined>>,
  homeDirectory: string,
): Promise<Defaults> {
  const folder = env['AZURE_CONFIG_DIR'] || join(homeDirectory, '.azure');
  const notes: string[] = [];
  const [profile, config] = await Promise.all([
    readProfile(join(folder, 'azureProfile.json'), notes),
    readConfig(join(folder, 'config'), notes),
  ]);
  const subscription = fromEnvironment(env, VARIABLES.subscription) ?? profile.chosen();
  const group = fromEnvironment(env, VARIABLES.group) ?? config.default('group');
  const workspace = fromEnvironment(env, VARIABLES.workspace) ?? config.default('workspace');
  const cloud = subscription === undefined ? undefined : profile.cloudOf(subscription.value);
  return {
    ...(subscription === undefined ? {} : { subscription }),
    ...(group === undefined ? {} : { group }),
    ...(workspace === undefined ? {} : { workspace }),
    ...(cloud === undefined ? {} : { cloud }),
    subscriptions: profile.subscriptions,
    notes,
  };
}

function fromEnvironment(
  env: Readonly<Record<string, string | undefined>>,
  names: readonly string[],
): Default | undefined {
  for (const name of names) {
    const value = env[name]?.trim();
    if (value) return { value, from: name };
  }
  return undefined;
}

/** What `az account list` shows; the file is the CLI's own. */
interface Profile {
  readonly subscriptions: readonly KnownSubscription[];
  /** The subscription that `az account set` chose. */
  chosen(): Default | undefined;
  cloudOf(subscription: string): Default<CloudName> | undefined;
}

async function readProfile(path: string, notes: string[]): Promise<Profile> {
  const accounts = accountsOf(await readText(path, notes), path, notes);
  const known = accounts.flatMap((account) => {
    const { id, name, environmentName, isDefault } = account;
    if (typeof id !== 'string' || id === '') return [];
    const label = typeof name === 'string' ? name : id;
    return [{ id, name: label, environmentName, isDefault: isDefault === true }];
  });
  return {
    subscriptions: known.map(({ id, name }) => ({ id, name })),
    chosen() {
      const account = known.find(({ isDefault }) => isDefault);
      return account && { value: account.id, from: `${path} (az account show)` };
    },
    cloudOf(subscription) {
      const account = known.find(({ id }) => id.toLowerCase() === subscription.toLowerCase());
      const value = CLOUD_NAMES.find((name) => name === account?.environmentName);
      return value && { value, from: `${path} (az account show)` };
    },
  };
}

function accountsOf(text: string, path: string, notes: string[]): readonly JsonObject[] {
  if (text.trim() === '') return [];
  try {
    const profile: unknown = JSON.parse(text);
    if (isJsonObject(profile) && Array.isArray(profile['subscriptions'])) {
      return profile['subscriptions'].filter(isJsonObject);
    }
    notes.push(`${path} was passed over: it holds no list of subscriptions`);
  } catch {
    notes.push(`${path} was passed over: it is not JSON`);
  }
  return [];
}

interface CliConfiguration {
  /** What `az configure --defaults` set. */
  default(name: 'group' | 'workspace'): Default | undefined;
}

async function readConfig(path: string, notes: string[]): Promise<CliConfiguration> {
  const sections: unknown = parseIni(await readText(path, notes));
  const defaults = isJsonObject(sections) ? sections['defaults'] : undefined;
  return {
    default(name) {
      const value = isJsonObject(defaults) && Object.hasOwn(defaults, name) ? defaults[name] : undefined;
      if (typeof value !== 'string' || value.trim() === '') return undefined;
      return { value: value.trim(), from: `${path} (az configure --defaults)` };
    },
  };
}

/** The text of a file without the byte order mark that the Azure CLI writes; empty when there is no such file. */
async function readText(path: string, notes: string[]): Promise<string> {
  try {
    return (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'error';
    if (code !== 'ENOENT' && code !== 'ENOTDIR') notes.push(`${path} was passed over: ${code}`);
    return '';
  }
}
