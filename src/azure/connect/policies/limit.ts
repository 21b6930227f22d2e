import type { PipelinePolicy } from '@azure/core-rest-pipeline';
import type { Limiter } from '../limiter.js';

/**
 * Keeps the requests under way below a limit that all clients share. It stands behind the retries: a wait between
 * two attempts holds no place.
 */
export function limitPolicy(limiter: Limiter, signal: AbortSignal): PipelinePolicy {
  return {
    name: 'isocheckLimitPolicy',
    async sendRequest(request, next) {
      const leave = await limiter.enter(signal);
      try {
        return await next(request);
      } finally {
        leave();
      }
    },
  };
}
