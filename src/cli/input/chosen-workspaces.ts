import { CLOUDS, type Cloud } from '../../arm/clouds.js';
import { parseWorkspaceReference, type WorkspaceReference } from '../../arm/workspace-reference.js';
import type { Default, Defaults } from '../../azure/defaults.js';
import { UsageError } from '../../errors.js';
import type { AzureFlags } from '../options/azure-options.js';
import { didYouMean } from '../options/did-you-mean.js';

/** Which workspaces are meant, and in which cloud. */
export interface ChosenWorkspaces {
  readonly workspaces: readonly WorkspaceReference[];
  readonly cloud: Cloud;
  /** What was not given on the command line, and where it was found: a line each. */
  readonly found: readonly string[];
}

/**
 * Puts together which workspaces are meant: from the command line first, then from the user's surroundings. A
 * workspace's group may stay open: it is then looked up in the subscription.
 * @param folder of the Azure CLI's files, for the message when something is missing
 * @throws UsageError when nothing tells the workspace or its subscription, or when two arguments contradict
 */
export function chooseWorkspaces(flags: AzureFlags, defaults: Defaults, folder: string): ChosenWorkspaces {
  const used = new Set<string>();
  const use = <T extends string>(name: string, found: Default<T>): T => {
    used.add(`${name} ${found.value}: from ${found.from}`);
    return found.value;
  };
  const missing = (what: string, option: string, variable: string): UsageError =>
    new UsageError(`no ${what} is named`, [
      `name one: ${option}`,
      `looked at: ${variable}, and the Azure CLI's files in ${folder}; az itself was not started`,
      ...defaults.notes,
    ]);

  const subscription = (): string => {
    if (flags.subscription !== undefined)
      return subscriptionId(flags.subscription, '--subscription', defaults);
    if (defaults.subscription === undefined)
      throw missing('subscription', '--subscription ID', 'AZURE_SUBSCRIPTION_ID');
    return subscriptionId(use('subscription', defaults.subscription), defaults.subscription.from, defaults);
  };
  const group = (): string | undefined =>
    flags.resourceGroup ?? (defaults.group === undefined ? undefined : use('resource group', defaults.group));
  const names = (): readonly string[] => {
    if (flags.workspace !== undefined) return flags.workspace;
    if (defaults.workspace === undefined)
      throw missing('workspace', '--workspace NAME, or its resource id', 'AZURE_WORKSPACE');
    return [use('workspace', defaults.workspace)];
  };

  const named = names().map(parseWorkspaceReference);
  refuseContradiction(flags, named, defaults);
  const references = named.map((each): WorkspaceReference => {
    const ownGroup = each.group ?? group();
    return {
      subscription: each.subscription ?? subscription(),
      ...(ownGroup === undefined ? {} : { group: ownGroup }),
      name: each.name,
    };
  });
  const cloud = flags.cloud ?? (defaults.cloud === undefined ? 'AzureCloud' : use('cloud', defaults.cloud));
  return { workspaces: distinct(references), cloud: CLOUDS[cloud], found: [...used] };
}

const SUBSCRIPTION_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The Azure CLI's users name a subscription by its name too. */
function subscriptionId(text: string, where: string, { subscriptions }: Defaults): string {
  if (SUBSCRIPTION_ID.test(text)) return text;
  const matching = subscriptions.filter(({ name }) => name.toLowerCase() === text.toLowerCase());
  const [only, another] = matching;
  if (only !== undefined && another === undefined) return only.id;
  if (only !== undefined) {
    throw new UsageError(`${where}: ${matching.length} subscriptions are named "${text}"`, [
      `name one by its id: ${matching.map(({ id }) => id).join(', ')}`,
    ]);
  }
  const names = subscriptions.map(({ name }) => name);
  throw new UsageError(
    `${where}: expected the id of a subscription, or the name of one that the Azure CLI knows, found "${text}"`,
    [...didYouMean(text, names), 'az account list --query "[].{id:id, name:name}" -o table'],
  );
}

/** An id says where its workspace lies; another group or subscription beside it can only be a mistake. */
function refuseContradiction(
  flags: AzureFlags,
  named: readonly Partial<WorkspaceReference>[],
  defaults: Defaults,
): void {
  if (named.some(({ subscription }) => subscription === undefined)) return;
  const wanted = [
    { option: '--resource-group', value: flags.resourceGroup, own: named.map(({ group }) => group) },
    {
      option: '--subscription',
      value: flags.subscription && subscriptionId(flags.subscription, '--subscription', defaults),
      own: named.map(({ subscription }) => subscription),
    },
  ];
  for (const { option, value, own } of wanted) {
    const other = own.find((each) => each?.toLowerCase() !== value?.toLowerCase());
    if (value === undefined || other === undefined) continue;
    throw new UsageError(
      `${option}: ${value} contradicts the resource id of --workspace, which says ${other}`,
    );
  }
}

function distinct(references: readonly WorkspaceReference[]): readonly WorkspaceReference[] {
  const byKey = new Map<string, WorkspaceReference>();
  for (const reference of references) {
    const { subscription, group = '', name } = reference;
    byKey.set(`${subscription}/${group}/${name}`.toLowerCase(), reference);
  }
  return [...byKey.values()];
}
