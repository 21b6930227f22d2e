import type { Known } from '../answers.js';
import type { Read } from '../read.js';
import { privateDnsReads } from './private-dns.js';
import { privateEndpointReads } from './private-endpoints.js';
import type { ScanScope } from './scope.js';
import { workspaceReads } from './workspaces.js';

/**
 * Everything that a scan wants to read, going by what is known so far: what was asked for already is named again.
 * Asked again after each answer, it unfolds the whole scan; it looks at nothing but its arguments.
 */
export function* wantedReads(scope: ScanScope, known: Known): Generator<Read> {
  const { reads } = scope;
  for (const read of allReads(scope, known)) {
    if (reads === undefined || reads.has(read.name)) yield read;
  }
}

function* allReads(scope: ScanScope, known: Known): Generator<Read> {
  yield* workspaceReads(scope, known);
  yield* privateEndpointReads(scope, known);
  yield* privateDnsReads(scope, known);
}
