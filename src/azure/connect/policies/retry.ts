import {
  type PipelinePolicy,
  type PipelineResponse,
  type RetryModifiers,
  type RetryStrategy,
  retryPolicy,
} from '@azure/core-rest-pipeline';
import { transportFault } from '../transport-fault.js';
import type { WaitBudget } from '../wait-budget.js';

/** Attempts after the first for a server's fault or a dropped connection. */
const FAULT_RETRIES = 3;
/** Attempts after the first for throttling that names no wait; where it names one, time alone is the bound. */
const THROTTLE_RETRIES = 6;
const FIRST_DELAY = 200;
const LONGEST_DELAY = 15_000;
const SERVER_FAULTS: ReadonlySet<number> = new Set([408, 500, 502, 503, 504]);
const NO_RETRY: RetryModifiers = { skipStrategy: true };

/**
 * Sends a request again after a throttling answer, a server's fault or a dropped connection, as long as the wait
 * fits into the budget of the whole scan. An answer that is not worth or not allowed another attempt is passed on.
 * @param random a number from 0 to 1, to keep the calls that failed together from coming back together
 */
export function armRetryPolicy(budget: WaitBudget, random: () => number = Math.random): PipelinePolicy {
  // The strategy alone says when to stop; the policy's own limit must not cut a long throttling short.
  return retryPolicy([armRetryStrategy(budget, random)], { maxRetries: Number.MAX_SAFE_INTEGER });
}

function armRetryStrategy(budget: WaitBudget, random: () => number): RetryStrategy {
  const backOff = (attempt: number) => {
    const full = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** attempt);
    return full / 2 + (full / 2) * random();
  };
  const wait = (milliseconds: number): RetryModifiers =>
    budget.take(milliseconds) ? { retryAfterInMs: milliseconds } : NO_RETRY;

  return {
    name: 'armRetryStrategy',
    retry({ retryCount, response, responseError }) {
      if (response?.status === 429) {
        const asked = retryAfter(response);
        if (asked !== undefined && asked > 0) return wait(asked);
        if (retryCount >= THROTTLE_RETRIES) return NO_RETRY;
        if (asked === undefined) return wait(backOff(retryCount));
        // A wait of zero that does not help must not become a loop without a pause.
        return wait(retryCount === 0 ? 0 : backOff(retryCount - 1));
      }
      if (retryCount >= FAULT_RETRIES) return NO_RETRY;
      if (response !== undefined) {
        if (!SERVER_FAULTS.has(response.status)) return NO_RETRY;
        return wait(Math.max(retryAfter(response) ?? 0, backOff(retryCount)));
      }
      return transportFault(responseError)?.kind === 'dropped' ? wait(backOff(retryCount)) : NO_RETRY;
    },
  };
}

/**
 * The wait that an answer asks for, in milliseconds: `Retry-After` in seconds or as a date, or Azure's own headers
 * in milliseconds (learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling).
 */
function retryAfter({ headers }: PipelineResponse): number | undefined {
  for (const name of ['retry-after-ms', 'x-ms-retry-after-ms']) {
    const value = headers.get(name)?.trim();
    if (value !== undefined && /^\d+$/.test(value)) return Number(value);
  }
  const value = headers.get('Retry-After')?.trim() ?? '';
  if (/^\d+(?:\.\d+)?$/.test(value)) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}
