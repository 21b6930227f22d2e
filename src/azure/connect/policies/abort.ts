import type { PipelinePolicy } from '@azure/core-rest-pipeline';

/** Ties each request, and the waits between its attempts, to the signal that ends the scan. */
export function abortPolicy(signal: AbortSignal): PipelinePolicy {
  return {
    name: 'isocheckAbortPolicy',
    sendRequest(request, next) {
      request.abortSignal = signal;
      return next(request);
    },
  };
}
