import type { Evidence } from '../../findings/report.js';
import { possible } from '../../model/algebra/fact.js';
import { PRIVATE_ENDPOINT } from '../../model/arm-properties/index.js';
import { workspaceOf } from '../../model/resources/workspace.js';
import { fail, pass, unknown } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { isInbound } from '../judgements/inbound-connection.js';
import { recreatePrivateEndpoint, ZONE_READS } from '../remedies/private-endpoint-commands.js';

/**
 * Private endpoints of a workspace that were made before this day have no name for scoring requests
 * (learn.microsoft.com/azure/machine-learning/how-to-secure-online-endpoint).
 */
const FIRST_DAY = '2022-05-24T00:00:00Z';
const FIRST = Date.parse(FIRST_DAY);

export default defineRule({
  id: 'private-endpoint/creation-date',
  title: 'the private endpoint is new enough for scoring requests',
  severity: 'error',
  target: 'connection',
  docs: {
    why: 'A private endpoint that was made before 2022-05-24 has no name for scoring requests and has to be made again. The day is told by the connection or by the generic resource list; where neither tells, by the workspace (its private endpoints are not older) or by the names of the private endpoint.',
    consequence:
      'Scoring requests to a closed endpoint do not reach it: its host name has no private address.',
    severity: 'error when an endpoint is closed or private inbound is required, else warning.',
    wrongWhen:
      'A private endpoint of an earlier day that the service has given the name for scoring requests since is reported by its day alone: dns/inference-record tells whether the record is there.',
    example: {
      read: 'workspaceConnections',
      type: 'Microsoft.MachineLearningServices/workspaces/privateEndpointConnections',
      failing: { systemData: { createdAt: '2022-05-23T12:00:00Z' } },
      mended: { systemData: { createdAt: '2026-11-24T12:00:00Z' } },
      notInBicep:
        "The day is the service's own: once the private endpoint is deleted, deploying its template makes it anew.",
    },
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-secure-online-endpoint',
        reviewed: '2026-11-24',
      },
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-custom-dns',
        reviewed: '2026-11-24',
      },
    ],
  },
  applies: { needs: ['attribution'], when: isInbound },
  needs: [],
  considers: ['createdAt', 'workspaceCreatedAt', 'hasInferenceName', 'hasClosedEndpoint'],
  remedyReads: ZONE_READS,
  check: (facts, { target, required }) => {
    const { createdAt, workspaceCreatedAt, hasInferenceName, hasClosedEndpoint } = facts;
    const endpoint = target.privateEndpoint();
    const name = endpoint.known ? endpoint.value.name : target.name;
    const old = (message: string, evidence: Evidence) =>
      fail({
        severity: required.inbound === 'private' || possible(hasClosedEndpoint) ? 'error' : 'warning',
        message,
        evidence: [evidence],
        remedy: {
          summary: `This deletes ${name} and makes it again in its subnet: the workspace has no private way through it in between, and its addresses may change.`,
          commands: endpoint.known ? recreatePrivateEndpoint(endpoint.value, workspaceOf(target)) : [],
        },
      });

    if (createdAt.known && createdAt.value !== null) {
      const { text, milliseconds, resourceId, path } = createdAt.value;
      if (milliseconds >= FIRST) return pass(`Private endpoint ${name} was made ${dayOf(milliseconds)}.`);
      return old(
        `Private endpoint ${name} was made ${dayOf(milliseconds)}, before 2022-05-24: it has no name for scoring requests.`,
        { resourceId, path, actual: text, expected: `${FIRST_DAY} or later` },
      );
    }
    if (
      workspaceCreatedAt.known &&
      workspaceCreatedAt.value !== null &&
      workspaceCreatedAt.value.milliseconds >= FIRST
    ) {
      return pass(
        `The workspace was made ${dayOf(workspaceCreatedAt.value.milliseconds)}, and private endpoint ${name} is not older.`,
      );
    }
    if (!hasInferenceName.known) return unknown(createdAt, workspaceCreatedAt, hasInferenceName);
    if (hasInferenceName.value) return pass(`Private endpoint ${name} has a name for scoring requests.`);
    return old(
      `Private endpoint ${name} has no name for scoring requests, as those made before 2022-05-24 have none.`,
      {
        resourceId: target.privateEndpointId() ?? target.id,
        path: PRIVATE_ENDPOINT.networkInterfaces.path,
        actual: 'no name for scoring requests',
        expected: 'a name for scoring requests',
      },
    );
  },
});

/** The day of a moment in UTC, which is enough for a reader. */
function dayOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, '2022-05-24'.length);
}
