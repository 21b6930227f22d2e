import type { PipelinePolicy } from '@azure/core-rest-pipeline';
import { failureOfResponse } from '../failure.js';
import { Recording, RecordingFailed } from '../recording.js';
import { transportFailure } from '../transport-fault.js';

/**
 * Files each answer, as ARM sent it, with the read that its request belongs to, and each failure too. It stands
 * between the client's deserialization and the retries: it sees raw text, and only what the retries ended with.
 */
export function recordingPolicy(): PipelinePolicy {
  return {
    name: 'isocheckRecordingPolicy',
    async sendRequest(request, next) {
      const recording = Recording.current();
      try {
        const response = await next(request);
        if (response.status === 200) recording.file(response.bodyAsText ?? '');
        else recording.fail(failureOfResponse(response));
        return response;
      } catch (error) {
        const failure = error instanceof RecordingFailed ? null : transportFailure(error);
        if (failure !== null) recording.fail(failure);
        throw error;
      }
    },
  };
}
