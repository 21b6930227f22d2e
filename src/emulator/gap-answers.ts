import type { Gap, GapReason, SnapshotResource } from '../snapshot/format.js';
import {
  armError,
  forbidden,
  resourceNotFound,
  serverError,
  throttled,
  unsupportedApiVersion,
} from './arm-errors.js';
import type { ArmResponse } from './arm-response.js';
import { parameter } from './request.js';

/** What the answer to a gap depends on, beside the gap. */
interface Asked {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
}

/**
 * The answer that makes a client file the gap again: whoever scans the server of a snapshot learns no more than
 * the snapshot tells. Where the gap's detail is what ARM said (`404 SubscriptionNotFound: The subscription…`),
 * ARM's own words are said again. Quick ones are taken: a throttled request may be sent again at once.
 * @param resource the body that the snapshot holds of the scope, where it does
 */
export function gapAnswer(gap: Gap, asked: Asked, resource: SnapshotResource | undefined): ArmResponse {
  return recordedAnswer(gap) ?? standardAnswer(gap, asked, resource);
}

function standardAnswer(
  gap: Gap,
  { path, query }: Asked,
  resource: SnapshotResource | undefined,
): ArmResponse {
  switch (gap.reason) {
    case 'forbidden':
      return forbidden(path, gap.operation);
    case 'not-found':
    case 'not-collected':
      return resourceNotFound(path);
    case 'throttled':
      return throttled(0);
    case 'timeout':
      return { kind: 'dropped' };
    case 'unsupported':
      return unsupportedApiVersion(
        path,
        parameter(query, 'api-version') ?? '',
        resource === undefined ? undefined : [resource.apiVersion],
      );
    case 'error':
      return serverError();
  }
}

/** The statuses that a gap's own words may be answered with: those by which a client comes to the same reason. */
const STATUSES: Readonly<Record<GapReason, RegExp | null>> = {
  // A 401 is left out: it would end the scan that only met one refusal when the snapshot was taken.
  forbidden: /^403$/,
  'not-found': /^404$/,
  throttled: /^429$/,
  unsupported: /^400$/,
  error: /^5\d\d$/,
  timeout: null,
  'not-collected': null,
};

function recordedAnswer({ reason, detail }: Gap): ArmResponse | null {
  const [, status, code, message] = /^(\d{3}) (\w+): (.+?)(?: \(asked to wait: [^)]*\))?$/.exec(detail) ?? [];
  if (status === undefined || code === undefined || message === undefined) return null;
  if (STATUSES[reason]?.test(status) !== true) return null;
  return armError(Number(status), code, message, reason === 'throttled' ? { 'Retry-After': '0' } : {});
}
