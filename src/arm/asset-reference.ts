import { childPath } from './path-builders.js';
import { nameOf, subscriptionOf } from './resource-id.js';
import { workspaceId } from './workspace-reference.js';

/** How a deployment names an environment, a model or code. */
export interface AssetReference {
  /** The Azure ML registry it lies in; null for one of a workspace. */
  readonly registry: string | null;
  readonly name: string;
  /** Either a version or a label is there; the other one is null. */
  readonly version: string | null;
  readonly label: string | null;
  /** The id by which ARM can be asked for it; null for one of a registry, a label, or an unknown workspace. */
  readonly versionId: string | null;
}

/** The workspace from which a reference is read. */
export interface ReferringWorkspace {
  readonly id: string;
  /** Stands in `azureml://locations/…/workspaces/<guid>/…`; null where it is not known. */
  readonly guid: string | null;
}

/** The kinds of assets, as ARM's paths name them. */
export type AssetKind = 'environments' | 'models' | 'codes';

/** The path of a version or a label, by kind of asset; each is held against every deployment. */
const PATHS: Readonly<Record<AssetKind, RegExp>> = {
  environments: /^(.*\/)environments\/([^/]+)\/(versions|labels)\/([^/]+)$/i,
  models: /^(.*\/)models\/([^/]+)\/(versions|labels)\/([^/]+)$/i,
  codes: /^(.*\/)codes\/([^/]+)\/(versions|labels)\/([^/]+)$/i,
};

/**
 * Reads a reference to an environment, a model or code in any documented form: `azureml:name:1`, `azureml:name@latest`,
 * an ARM id (also after `azureml:`), and the `azureml://` ids of a registry, a workspace, or a location
 * (learn.microsoft.com/azure/machine-learning/reference-yaml-core-syntax#referencing-an-azure-machine-learning-asset,
 * reviewed 2026-11-24; the `azureml://` forms as the Python SDK azure-ai-ml reads them).
 * @returns null for a form that nobody documents
 */
export function parseAssetReference(
  kind: AssetKind,
  text: string,
  workspace: ReferringWorkspace,
): AssetReference | null {
  const reference = text.trim();
  const short = /^azureml:([^/:@]+)(?::([^/:@]+)|@([^/:@]+))$/i.exec(reference);
  if (short !== null) {
    const [, name = '', version = null, label = null] = short;
    return inWorkspace(kind, workspace.id, name, version, label);
  }
  const path = PATHS[kind].exec(reference.replace(/^azureml:(?=\/subscriptions\/)/i, ''));
  if (path === null) return null;
  const [, parent = '', name = '', word = '', value = ''] = path;
  const version = word.toLowerCase() === 'versions' ? value : null;
  const label = version === null ? value : null;
  const registry = /^(?:azureml:\/\/|\/subscriptions\/.*\/)registries\/([^/]+)\/$/i.exec(parent)?.[1];
  if (registry !== undefined) return { registry, name, version, label, versionId: null };
  const owner = workspaceAt(parent, workspace);
  if (owner === undefined) return null;
  if (owner === null) return { registry: null, name, version, label, versionId: null };
  return inWorkspace(kind, owner, name, version, label);
}

function inWorkspace(
  kind: AssetKind,
  workspace: string,
  name: string,
  version: string | null,
  label: string | null,
): AssetReference {
  const versionId =
    version === null ? null : childPath(childPath(workspace, kind, name), 'versions', version);
  return { registry: null, name, version, label, versionId };
}

/**
 * The id of the workspace that a path leads through, up to the slash before `datastores/`, `models/` and the like.
 * @returns null where it can't be told which one that is, undefined for a path that leads through none
 */
export function workspaceAt(parent: string, workspace: ReferringWorkspace): string | null | undefined {
  if (/^azureml:\/\/$/i.test(parent)) return workspace.id;
  const arm = /^(\/subscriptions\/.*\/workspaces\/[^/]+)\/$/i.exec(parent)?.[1];
  if (arm !== undefined) return arm;
  const located = /^azureml:\/\/locations\/[^/]+\/workspaces\/([^/]+)\/$/i.exec(parent)?.[1]?.toLowerCase();
  if (located !== undefined) {
    const own = [workspace.guid, nameOf(workspace.id)].some((each) => each?.toLowerCase() === located);
    return own ? workspace.id : null;
  }
  const long =
    /^azureml:\/\/(?:subscriptions\/([^/]+)\/)?resourceGroups\/([^/]+)\/(?:providers\/[^/]+\/)?workspaces\/([^/]+)\/$/i;
  const [whole, subscription, group = '', name = ''] = long.exec(parent) ?? [];
  if (whole === undefined) return undefined;
  return workspaceId(subscription ?? subscriptionOf(workspace.id) ?? '', group, name);
}
