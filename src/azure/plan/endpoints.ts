import { diagnosticSettingsPath } from '../../arm/list-paths.js';
import { derived } from '../../model/algebra/derived.js';
import { certain, map, not, possible } from '../../model/algebra/fact.js';
import { WORKSPACE } from '../../model/arm-properties/index.js';
import type { Resource } from '../../model/bodies/resource.js';
import { egressOf } from '../../model/resources/deployment.js';
import { isKubernetes } from '../../model/resources/endpoint.js';
import { hasManagedNetwork } from '../../model/resources/workspace.js';
import type { KnownAnswers } from '../exchange/known-answers.js';
import { childrenRead, collectionRead, type Read } from '../exchange/read.js';
import { assetReads } from './assets.js';
import type { ScanScope } from './scope.js';
import { ownerOf, workspaceIds } from './workspaces.js';

/** The list of a workspace's online endpoints. */
export function endpointsRead(workspace: string): Read {
  return childrenRead('endpoints', workspace);
}

/** Whether an endpoint may be a managed one. */
export const isManagedEndpoint = derived((endpoint: Resource) => !certain(isKubernetes(endpoint)));

/** The online endpoints of the workspaces that were asked for, their deployments, and what these are made of. */
export function* endpointReads(scope: ScanScope, known: KnownAnswers): Generator<Read> {
  for (const workspace of workspaceIds(scope, known)) {
    const endpoints = endpointsRead(workspace);
    yield endpoints;
    const owner = known.resource(ownerOf(workspace, known));
    const hasLegacyEgress = owner !== undefined && possible(not(hasManagedNetwork(owner)));
    const guid = known.resource(workspace)?.read(WORKSPACE.guid);
    const place = { id: workspace, guid: guid?.known === true ? guid.value : null };
    for (const endpoint of known.broughtBy(endpoints)) {
      const deployments = childrenRead('deployments', endpoint.id);
      yield deployments;
      const bodies = known.broughtBy(deployments);
      for (const body of bodies) yield* assetReads(place, body);
      // What Azure Monitor gets is cut short for these alone.
      if (hasLegacyEgress && isManagedEndpoint(endpoint) && bodies.some(isSentOutPrivately)) {
        yield collectionRead('diagnosticSettings', diagnosticSettingsPath(endpoint.id));
      }
    }
  }
}

const isSentOutPrivately = derived((deployment: Resource) =>
  possible(map(egressOf(deployment), (egress) => egress === 'private')),
);
