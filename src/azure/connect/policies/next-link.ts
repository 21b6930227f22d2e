import type { PipelinePolicy } from '@azure/core-rest-pipeline';
import { Recording } from '../recording.js';

/**
 * Asks for the next page of a list at exactly the address that ARM gave. The clients take its query apart and cut
 * a value at its second `=`, with which many of ARM's paging tokens end
 * (github.com/Azure/azure-sdk-for-js, core-client, urlHelpers.ts).
 */
export function nextLinkPolicy(): PipelinePolicy {
  return {
    name: 'isocheckNextLinkPolicy',
    sendRequest(request, next) {
      const { read, next: address } = Recording.current();
      if (address !== undefined && read.form !== 'query') request.url = address;
      return next(request);
    },
  };
}
