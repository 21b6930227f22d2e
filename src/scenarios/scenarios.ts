import type { Direction, Finding, Generation, Scenario } from '../findings/report.js';
import { chain, type Fact } from '../model/algebra/fact.js';
import type { Model } from '../model/bodies/model.js';
import { egressLeftovers } from '../model/connections/egress-leftovers.js';
import { workspacesIn } from '../model/ownership/owners.js';
import type { Connection } from '../model/resources/connection.js';
import { type Deployment, type DeploymentGeneration, deploymentsOf } from '../model/resources/deployment.js';
import { type Endpoint, endpointsOf } from '../model/resources/endpoint.js';
import type { ManagedNetworkMode } from '../model/resources/workspace.js';
import { inboundConditions, outboundConditions, supportedBy } from './conditions.js';
import { deploymentPath } from './deployment-path.js';
import { type Condition, FindingIndex } from './finding-index.js';

/**
 * Places every deployment (and every endpoint without one) in the documented matrix of inbound by outbound
 * (learn.microsoft.com/azure/machine-learning/concept-secure-online-endpoint, reviewed 2026-11-24), with the
 * findings that decide whether the place is supported.
 */
export function placeScenarios(model: Model, findings: readonly Finding[]): Scenario[] {
  const index = new FindingIndex(findings);
  return workspacesIn(model).flatMap((workspace) =>
    endpointsOf(workspace).items.flatMap((endpoint) => {
      const deployments = deploymentsOf(endpoint);
      const inbound = inboundConditions(endpoint, index);
      const rows = deployments.items.map((deployment) => rowOf(endpoint, deployment, inbound, index));
      return rows.length > 0 && deployments.gaps.length === 0
        ? rows
        : [...rows, rowWithout(endpoint, inbound, index)];
    }),
  );
}

function rowOf(
  endpoint: Endpoint,
  deployment: Deployment,
  inbound: readonly Condition[],
  index: FindingIndex,
): Scenario {
  const generation = deployment.generation();
  const conditions = [...inbound, ...outboundConditions(deployment, generation, index)];
  return {
    workspace: endpoint.workspace.name,
    endpoint: endpoint.name,
    deployment: deployment.name,
    inbound: inboundOf(endpoint),
    outbound: outboundOf(endpoint, generation),
    generation: generation.known ? GENERATIONS[generation.value] : 'unknown',
    supported: isKubernetes(endpoint) ? null : supportedBy(conditions),
    path: `${deploymentPath(deployment)}.`,
    conditions: shownOnce(conditions),
  };
}

/** An endpoint that has no deployment, or whose deployments could not all be listed. */
function rowWithout(endpoint: Endpoint, inbound: readonly Condition[], index: FindingIndex): Scenario {
  const unlisted = deploymentsOf(endpoint).gaps.length > 0;
  const mode = modeOf(endpoint);
  const conditions = [...inbound, ...(unlisted ? index.unlistedDeployments(endpoint) : [])];
  const kubernetes = isKubernetes(endpoint);
  return {
    workspace: endpoint.workspace.name,
    endpoint: endpoint.name,
    deployment: null,
    inbound: inboundOf(endpoint),
    outbound: unlisted && !kubernetes ? 'unknown' : 'not-applicable',
    generation: kubernetes
      ? 'kubernetes'
      : !mode.known
        ? 'unknown'
        : mode.value === 'disabled'
          ? 'none'
          : 'managed',
    supported: kubernetes ? null : supportedBy(conditions),
    path: unlisted ? 'The deployments were not read.' : 'There is no deployment.',
    conditions: shownOnce(conditions),
  };
}

/** Inbound and outbound share conditions. */
function shownOnce(conditions: readonly Condition[]): Scenario['conditions'] {
  return [...new Set(conditions.map(({ shown }) => shown))];
}

const GENERATIONS: Readonly<Record<DeploymentGeneration, Generation>> = {
  'legacy-private': 'legacy',
  'legacy-public': 'none',
  managed: 'managed',
  kubernetes: 'kubernetes',
};

function inboundOf(endpoint: Endpoint): Direction {
  if (isKubernetes(endpoint)) return 'not-applicable';
  const closed = endpoint.isClosed();
  if (!closed.known) return 'unknown';
  return closed.value ? 'private' : 'public';
}

/**
 * Where a deployment is let out to. One that is older than the managed network may still leave by the way that it was
 * made with, and then nobody can tell.
 */
function outboundOf(endpoint: Endpoint, generation: Fact<DeploymentGeneration>): Direction {
  if (!generation.known) return 'unknown';
  switch (generation.value) {
    case 'kubernetes':
      return 'not-applicable';
    case 'legacy-private':
      return 'private';
    case 'legacy-public':
      return 'public';
    case 'managed': {
      const mode = modeOf(endpoint);
      const leftovers = leftoversOf(endpoint);
      if (!mode.known || !leftovers.known || leftovers.value.length > 0) return 'unknown';
      return mode.value === 'approved' ? 'private' : 'public';
    }
  }
}

function isKubernetes(endpoint: Endpoint): boolean {
  const kubernetes = endpoint.isKubernetes();
  return kubernetes.known && kubernetes.value;
}

function leftoversOf(endpoint: Endpoint): Fact<readonly Connection[]> {
  return chain(endpoint.workspace.owner(), (owner) => egressLeftovers(owner));
}

function modeOf(endpoint: Endpoint): Fact<ManagedNetworkMode> {
  return chain(endpoint.workspace.owner(), (owner) => owner.managedNetworkMode());
}
