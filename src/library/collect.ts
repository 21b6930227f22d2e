import type { CloudName } from '../arm/clouds.js';
import { CLOUDS } from '../arm/clouds.js';
import { parseWorkspaceReference, type WorkspaceReference } from '../arm/workspace-reference.js';
import { UsageError } from '../errors.js';
import type { Snapshot } from '../snapshot/format.js';
import { VERSION } from '../version.js';

/** What gives tokens: any credential of the Azure SDKs, or an object of one's own. */
export interface TokenCredential {
  getToken(
    scopes: string | string[],
    options?: object,
  ): Promise<{ token: string; expiresOnTimestamp: number } | null>;
}

/** What ends a scan: the signal of any AbortController. */
export interface EndSignal {
  readonly aborted: boolean;
  readonly reason?: unknown;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** How far a scan has come. */
export interface CollectProgress {
  /** What is being read, in words. */
  readonly reading: string;
  /** Requests sent so far. */
  readonly calls: number;
}

/** One request that was sent; without query and headers, where tokens may be. */
export interface CollectCall {
  readonly method: string;
  readonly path: string;
  /** The answer's status, or the code of what went wrong. */
  readonly status: number | string;
  readonly milliseconds: number;
}

export interface CollectSettings {
  /** Resource ids of workspaces, or names with their subscription; a missing group is looked up. */
  readonly workspaces: readonly (string | WorkspaceReference)[];
  /** `AzureCloud` unless told otherwise. */
  readonly cloud?: CloudName;
  /** Address of Azure Resource Manager, https; the cloud's own unless told otherwise. */
  readonly armEndpoint?: string;
  /** DefaultAzureCredential unless told otherwise. */
  readonly credential?: TokenCredential;
  /** The most requests that may be under way at once; 16 unless told otherwise. */
  readonly concurrency?: number;
  /** Certificates to trust in place of Node's own, PEM. */
  readonly trust?: string;
  readonly onProgress?: (progress: CollectProgress) => void;
  readonly onCall?: (call: CollectCall) => void;
  /** Ends the scan at once; `collect` then rejects with the signal's reason. */
  readonly signal?: EndSignal;
}

/**
 * Reads workspaces and all that their isolation depends on from Azure. It only reads. The Azure SDKs are loaded when
 * it is first called.
 * @returns a snapshot in which each thing that could not be read is a gap
 * @throws UsageError for wrong settings; ScanError when the scan cannot be made: no sign-in, a workspace that is not
 *   there or may not be read, Azure out of reach
 */
export async function collect(settings: CollectSettings): Promise<Snapshot> {
  const { cloud: cloudName = 'AzureCloud', signal, concurrency = 16, trust, onProgress, onCall } = settings;
  const cloud = CLOUDS[cloudName];
  const workspaces = settings.workspaces.map(referenceOf);
  if (workspaces.length === 0) throw new UsageError('no workspace is named');
  const [{ collectSnapshot }, { defaultCredential }] = await Promise.all([
    import('../azure/collect-snapshot.js'),
    import('../azure/connect/credential.js'),
  ]);
  const end = new AbortController();
  const abort = (): void => end.abort(signal?.reason);
  if (signal?.aborted === true) abort();
  signal?.addEventListener('abort', abort);
  try {
    const { snapshot } = await collectSnapshot({
      workspaces,
      cloud,
      armEndpoint: settings.armEndpoint ?? cloud.armEndpoint,
      credential: settings.credential ?? defaultCredential(cloud),
      concurrency,
      takenAt: new Date().toISOString(),
      toolVersion: VERSION,
      signal: end.signal,
      ...(trust === undefined ? {} : { trust }),
      ...(onProgress === undefined ? {} : { onProgress }),
      ...(onCall === undefined ? {} : { onCall }),
    });
    return snapshot;
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}

function referenceOf(workspace: string | WorkspaceReference): WorkspaceReference {
  if (typeof workspace !== 'string') return workspace;
  const { subscription, ...rest } = parseWorkspaceReference(workspace);
  if (subscription === undefined) {
    throw new UsageError(`"${workspace}" is a name alone: its subscription is not known`, [
      'give its resource id, or { subscription, group, name }',
    ]);
  }
  return { subscription, ...rest };
}
