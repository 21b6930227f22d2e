import { UsageError } from '../errors.js';

/** A workspace as the user named it; without a group it is looked up in the subscription. */
export interface WorkspaceReference {
  readonly subscription: string;
  readonly group?: string;
  readonly name: string;
}

/** What a `--workspace` value tells by itself: a name alone, or every part of an id. */
export type NamedWorkspace = Pick<WorkspaceReference, 'name'> & Partial<WorkspaceReference>;

const ID =
  /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/Microsoft\.MachineLearningServices\/workspaces\/([^/]+)\/?$/i;

/** Letters, digits, `-` and `_`; ARM checks the length. */
const NAME = /^[a-z0-9][a-z0-9_-]*$/i;

/**
 * Reads a workspace's name or its full resource id, in any casing.
 * @throws UsageError when the text is neither
 */
export function parseWorkspaceReference(text: string): NamedWorkspace {
  const trimmed = text.trim();
  const [, subscription, group, name] = ID.exec(trimmed) ?? [];
  if (subscription !== undefined && group !== undefined && name !== undefined && NAME.test(name)) {
    return { subscription, group, name };
  }
  if (NAME.test(trimmed)) return { name: trimmed };
  throw new UsageError(`"${text}" is neither a workspace's name nor its resource id`, [
    'a resource id reads /subscriptions/SUBSCRIPTION/resourceGroups/GROUP/providers/Microsoft.MachineLearningServices/workspaces/NAME',
    'az ml workspace list --query "[].id" -o tsv',
  ]);
}

/** The resource id of a workspace whose group is known. */
export function workspaceId(subscription: string, group: string, name: string): string {
  return `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.MachineLearningServices/workspaces/${name}`;
}
