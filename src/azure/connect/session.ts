import type { TokenCredential } from '@azure/core-auth';
import type { HttpClient } from '@azure/core-rest-pipeline';
import type { ArmAnswer } from '../exchange/arm-answer.js';
import type { Read } from '../exchange/read.js';
import { ApiVersions } from './api-versions.js';
import { ask } from './ask.js';
import { loadClients } from './clients.js';
import { Limiter } from './limiter.js';
import { type Call, Transport } from './transport.js';
import { WaitBudget } from './wait-budget.js';

export interface SessionOptions {
  readonly endpoint: string;
  readonly tokenScope: string;
  readonly credential: TokenCredential;
  readonly concurrency: number;
  readonly requestTimeoutMs: number;
  readonly maximumThrottleWaitMs: number;
  readonly signal: AbortSignal;
  readonly userAgent: string;
  readonly graphQuery: string;
  readonly anySubscription: string;
  readonly trust?: string;
  readonly onCall?: (call: Call) => void;
  /** Where requests go; the network unless told otherwise. */
  readonly http?: HttpClient;
}

/** The SDK clients of one scan, and the one way to ask through them. */
export interface Session {
  ask(read: Read): Promise<ArmAnswer>;
  /** Requests sent so far. */
  readonly calls: number;
  /** Whether anything ever answered. */
  readonly reached: boolean;
  /** Whether requests wait for their turn. */
  readonly busy: boolean;
}

/**
 * Loads the SDKs and makes ready to ask. This module and what it imports belong to a live scan alone: import it
 * when one begins.
 */
export async function openSession(options: SessionOptions): Promise<Session> {
  const { endpoint, tokenScope, credential, signal, userAgent, graphQuery, anySubscription } = options;
  const limiter = new Limiter(options.concurrency);
  const transport = new Transport({
    timeoutMs: options.requestTimeoutMs,
    signal,
    ...(options.onCall === undefined ? {} : { onCall: options.onCall }),
    ...(options.http === undefined ? {} : { http: options.http }),
  });
  const clientsOf = await loadClients({
    endpoint,
    credential,
    tokenScope,
    http: transport,
    limiter,
    budget: new WaitBudget(options.maximumThrottleWaitMs),
    signal,
    userAgent,
    ...(options.trust === undefined ? {} : { trust: options.trust }),
  });
  const versions = new ApiVersions();
  return {
    ask: (read) => ask(read, { clientsOf, versions, endpoint, graphQuery, anySubscription, signal }),
    get calls() {
      return transport.calls;
    },
    get reached() {
      return transport.reached;
    },
    get busy() {
      return limiter.waiting > 0;
    },
  };
}
