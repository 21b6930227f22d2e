import type { KnownAnswers } from '../exchange/known-answers.js';
import type { Read } from '../exchange/read.js';
import { computeReads } from './computes.js';
import { endpointReads } from './endpoints.js';
import { identityReads } from './identities.js';
import { endpointSecurityReads } from './network-security.js';
import { peeredNetworkReads } from './peered-networks.js';
import { privateDnsReads } from './private-dns.js';
import { privateEndpointReads, relevantPrivateEndpoints } from './private-endpoints.js';
import type { ScanScope } from './scope.js';
import { workspaceReads } from './workspaces.js';

/**
 * Everything that a scan wants to read, going by what is known so far: what was asked for already is named again.
 * Asked again after each answer, it unfolds the whole scan; it looks at nothing but its arguments.
 */
export function* wantedReads(scope: ScanScope, known: KnownAnswers): Generator<Read> {
  const { reads } = scope;
  for (const read of allReads(scope, known)) {
    // Without the workspaces there is no scan.
    if (reads === undefined || read.name === 'workspace' || reads.has(read.name)) yield read;
  }
}

function* allReads(scope: ScanScope, known: KnownAnswers): Generator<Read> {
  yield* workspaceReads(scope, known);
  yield* computeReads(scope, known);
  yield* endpointReads(scope, known);
  yield* identityReads(scope, known);
  const privateEndpoints = relevantPrivateEndpoints(scope, known);
  yield* privateEndpointReads(scope, privateEndpoints);
  yield* endpointSecurityReads(privateEndpoints, known);
  yield* privateDnsReads(scope, known, privateEndpoints);
  yield* peeredNetworkReads(scope, known, privateEndpoints);
}
