import { setMaxListeners } from 'node:events';
import type { TokenCredential } from '@azure/core-auth';
import type { Cloud } from '../arm/clouds.js';
import type { ReadName } from '../arm/reads.js';
import { idKey } from '../arm/resource-id.js';
import type { WorkspaceReference } from '../arm/workspace-reference.js';
import type { Snapshot } from '../snapshot/format.js';
import { composeSnapshot } from './compose.js';
import { parseArmEndpoint, tokenScope } from './connect/arm-endpoint.js';
import { sharedCredential } from './connect/credential.js';
import type { Session } from './connect/session.js';
import type { Call } from './connect/transport.js';
import { describeRead } from './describe-read.js';
import type { ArmAnswer } from './exchange/arm-answer.js';
import type { KnownAnswers } from './exchange/known-answers.js';
import type { Read } from './exchange/read.js';
import { wantedReads } from './plan/index.js';
import { zoneQuery } from './plan/private-dns.js';
import type { ScanScope } from './plan/scope.js';
import { ownerIds, workspaceIds } from './plan/workspaces.js';
import { judge } from './scan-failure.js';
import { countRounds, walk } from './walk.js';

const MINUTE = 60_000;

/** How far a scan has come. */
export interface Progress {
  /** What is being read, in words. */
  readonly reading: string;
  /** Requests sent so far. */
  readonly calls: number;
}

export interface CollectOptions {
  readonly workspaces: readonly WorkspaceReference[];
  readonly cloud: Cloud;
  /** Address of Azure Resource Manager, https. */
  readonly armEndpoint: string;
  readonly credential: TokenCredential;
  /** The most requests that may be under way at once. */
  readonly concurrency: number;
  /** What may be read, the workspaces themselves among it; all when absent. */
  readonly reads?: ReadonlySet<ReadName>;
  /** The time to note in the snapshot, ISO 8601: every rule takes it for now. */
  readonly takenAt: string;
  readonly toolVersion: string;
  /** Certificates to trust in place of Node's own, PEM. */
  readonly trust?: string;
  readonly onProgress?: (progress: Progress) => void;
  readonly onCall?: (call: Call) => void;
  /** Ends the scan at once; `collectSnapshot` then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** How long the scan may stand waiting between attempts, all calls together; 60 seconds. */
  readonly maximumThrottleWaitMs?: number;
  /** The longest that one request may take; 60 seconds. */
  readonly requestTimeoutMs?: number;
}

export interface Collected {
  readonly snapshot: Snapshot;
  /** Requests sent, pages and repeated attempts included. */
  readonly calls: number;
  /** The depth of dependency among the reads. */
  readonly rounds: number;
}

/**
 * Reads from Azure what the rules ask about the workspaces. Only GETs and one Resource Graph query are sent.
 * @returns a snapshot in which each thing that could not be read is a gap
 * @throws UsageError for an endpoint that is not https, or a name that several workspaces bear; ScanError when the
 *   scan cannot be made: no sign-in, a workspace that is not there or may not be read, Azure out of reach
 */
export async function collectSnapshot(options: CollectOptions): Promise<Collected> {
  const { cloud, signal } = options;
  const endpoint = parseArmEndpoint(options.armEndpoint);
  const scope: ScanScope = { workspaces: options.workspaces, cloud, reads: options.reads };
  signal?.throwIfAborted();
  const stop = new AbortController();
  // As many listeners as there are requests under way: no leak.
  setMaxListeners(0, stop.signal);
  const interrupt = (): void => stop.abort(signal?.reason);
  signal?.addEventListener('abort', interrupt, { once: true });
  try {
    const session = await begin(options, endpoint, stop.signal);
    const plan = (known: KnownAnswers): Iterable<Read> => wantedReads(scope, known);
    const answers = await walk(
      plan,
      async (read) => {
        try {
          const answer = await report(session, read, options);
          judge(answer, { scope, endpoint, reached: session.reached });
          return answer;
        } catch (error) {
          stop.abort(error);
          throw error;
        }
      },
      () => session.busy,
    );
    return {
      snapshot: composeSnapshot(answers, {
        takenAt: options.takenAt,
        cloud: cloud.name,
        toolVersion: options.toolVersion,
        workspaces: workspaceIds(scope, answers).map((id) => answers.resource(id)?.id ?? id),
        sought: new Set(ownerIds(scope, answers).map(idKey)),
      }),
      calls: session.calls,
      rounds: countRounds(plan, answers),
    };
  } finally {
    signal?.removeEventListener('abort', interrupt);
  }
}

/** Signs in and loads the SDKs, at the same time: both take a while, and a missing sign-in is to be told first. */
async function begin(options: CollectOptions, endpoint: string, signal: AbortSignal): Promise<Session> {
  options.onProgress?.({ reading: 'signing in', calls: 0 });
  const credential = sharedCredential(options.credential);
  const scope = tokenScope(endpoint, options.cloud);
  const { cloud, workspaces, trust, onCall } = options;
  const session = import('./connect/session.js').then(({ openSession }) =>
    openSession({
      endpoint,
      tokenScope: scope,
      credential,
      concurrency: options.concurrency,
      requestTimeoutMs: options.requestTimeoutMs ?? MINUTE,
      maximumThrottleWaitMs: options.maximumThrottleWaitMs ?? MINUTE,
      signal,
      userAgent: `isocheck/${options.toolVersion}`,
      graphQuery: zoneQuery(cloud),
      anySubscription: workspaces[0]?.subscription ?? '',
      ...(trust === undefined ? {} : { trust }),
      ...(onCall === undefined ? {} : { onCall }),
    }),
  );
  const interrupted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  // Asked for as the clients will ask, so that they find it.
  const token = credential.getToken([scope], { enableCae: true, abortSignal: signal });
  const [opened] = await Promise.race([Promise.all([session, token]), interrupted]);
  return opened;
}

async function report(session: Session, read: Read, { onProgress }: CollectOptions): Promise<ArmAnswer> {
  const reading = describeRead(read);
  onProgress?.({ reading, calls: session.calls });
  const answer = await session.ask(read);
  onProgress?.({ reading, calls: session.calls });
  return answer;
}
