import { UsageError } from '../errors.js';
import { resourcePath } from './path-builders.js';
import { parseResourceId } from './resource-id.js';
import { WORKSPACE_TYPE } from './resource-types.js';

/** A workspace as the user named it; without a group it is looked up in the subscription. */
export interface WorkspaceReference {
  readonly subscription: string;
  readonly group?: string;
  readonly name: string;
}

/** What a `--workspace` value tells by itself: a name alone, or every part of an id. */
export type NamedWorkspace = Pick<WorkspaceReference, 'name'> & Partial<WorkspaceReference>;

/** Letters, digits, `-` and `_`; ARM checks the length. */
const NAME = /^[a-z0-9][a-z0-9_-]*$/i;

/** What somebody has to know who looks for one among the workspaces. */
export const NO_WORKSPACE_OF_FOUNDRY =
  'an Azure AI Foundry resource (Microsoft.CognitiveServices/accounts) and its own projects are no workspaces';

/** Azure AI Foundry resources that have no workspace behind them. */
const FOUNDRY = 'microsoft.cognitiveservices/accounts';

/**
 * Reads a workspace's name or its full resource id, in any casing.
 * @throws UsageError when the text is neither
 */
export function parseWorkspaceReference(text: string): NamedWorkspace {
  const trimmed = text.trim();
  if (NAME.test(trimmed)) return { name: trimmed };
  const id = parseResourceId(trimmed);
  if (id !== null && id.type === WORKSPACE_TYPE.toLowerCase() && NAME.test(id.name)) {
    return { subscription: id.subscription, group: id.group, name: id.name };
  }
  const other = id?.type;
  if (other === FOUNDRY || other?.startsWith(`${FOUNDRY}/`)) {
    throw new UsageError(
      `${trimmed} is an Azure AI Foundry resource, and no Azure Machine Learning workspace`,
      [
        'isocheck judges workspaces of Microsoft.MachineLearningServices, hubs and the projects of hubs among them',
      ],
    );
  }
  throw new UsageError(`"${text}" is neither a workspace's name nor its resource id`, [
    `a resource id reads ${workspaceId('SUBSCRIPTION', 'GROUP', 'NAME')}`,
    'az ml workspace list --query "[].id" -o tsv',
  ]);
}

/** The resource id of a workspace whose group is known. */
export function workspaceId(subscription: string, group: string, name: string): string {
  return resourcePath(subscription, group, WORKSPACE_TYPE, name);
}
