import type { PipelinePolicy } from '@azure/core-rest-pipeline';
import { Recording } from '../recording.js';

/**
 * Puts the read's own api-version into each address. The clients know one version each (some take it as an option,
 * some do not), while reads through one client differ in theirs, and a version may have to be tried again in an older one.
 * It stands behind the concurrency limit: what other reads have found out meanwhile counts.
 */
export function apiVersionPolicy(): PipelinePolicy {
  return {
    name: 'isocheckApiVersionPolicy',
    sendRequest(request, next) {
      request.url = withApiVersion(request.url, Recording.current().apiVersion);
      return next(request);
    },
  };
}

/** Sets the api-version of an address and leaves every other character of it alone: paging tokens are not ours to write anew. */
export function withApiVersion(address: string, apiVersion: string): string {
  const mark = address.indexOf('?');
  const [path, query] = mark < 0 ? [address, ''] : [address.slice(0, mark), address.slice(mark + 1)];
  const others = query.split('&').filter((part) => part !== '' && !/^api-version(?:=|$)/i.test(part));
  return `${path}?${[...others, `api-version=${apiVersion}`].join('&')}`;
}
