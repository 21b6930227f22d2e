import { diagnosticSettingsPath } from '../../arm/list-paths.js';
import type { JsonObject } from '../../json.js';
import type { KnownAnswers } from '../exchange/known-answers.js';
import { childrenRead, collectionRead, type Read } from '../exchange/read.js';
import { assetReads } from './assets.js';
import { textAt } from './body.js';
import type { ScanScope } from './scope.js';
import { hasManagedNetwork, ownerOf, workspaceIds } from './workspaces.js';

/** The list of a workspace's online endpoints. */
export function endpointsRead(workspace: string): Read {
  return childrenRead('endpoints', workspace);
}

/** Whether an endpoint runs in a Kubernetes cluster: such a one names it, and the flags of managed ones say nothing. */
export function isKubernetes(endpoint: JsonObject): boolean {
  return textAt(endpoint, 'properties', 'compute') !== undefined;
}

/** The online endpoints of the workspaces that were asked for, their deployments, and what these are made of. */
export function* endpointReads(scope: ScanScope, known: KnownAnswers): Generator<Read> {
  for (const workspace of workspaceIds(scope, known)) {
    const endpoints = endpointsRead(workspace);
    yield endpoints;
    const owner = known.body(ownerOf(workspace, known));
    const hasLegacyEgress = owner !== undefined && !hasManagedNetwork(owner);
    const guid = textAt(known.body(workspace) ?? {}, 'properties', 'workspaceId') ?? null;
    for (const { id, body: endpoint = {} } of known.to(endpoints)?.items ?? []) {
      const deployments = childrenRead('deployments', id);
      yield deployments;
      const bodies = (known.to(deployments)?.items ?? []).map(({ body = {} }) => body);
      for (const body of bodies) yield* assetReads({ id: workspace, guid }, body);
      // What Azure Monitor gets is cut short for these alone.
      if (hasLegacyEgress && !isKubernetes(endpoint) && bodies.some(isSentOutPrivately)) {
        yield collectionRead('diagnosticSettings', diagnosticSettingsPath(id));
      }
    }
  }
}

function isSentOutPrivately(deployment: JsonObject): boolean {
  return textAt(deployment, 'properties', 'egressPublicNetworkAccess')?.toLowerCase() === 'disabled';
}
