import { idKey } from '../arm/resource-id.js';
import { type Fact, possible } from '../model/algebra/fact.js';
import type { Connection } from '../model/resources/connection.js';
import type { Deployment, DeploymentGeneration } from '../model/resources/deployment.js';
import type { Endpoint } from '../model/resources/endpoint.js';
import { registryOf } from '../model/resources/registry.js';
import type { Workspace } from '../model/resources/workspace.js';
import type { Condition, FindingIndex } from './finding-index.js';

/**
 * The conditions of inbound: of private inbound the workspace's private endpoint, made on or after 2022-05-24, and
 * dependencies in its subscription; of every managed endpoint v1 legacy mode off.
 */
export function inboundConditions(endpoint: Endpoint, index: FindingIndex): Condition[] {
  const kubernetes = endpoint.isKubernetes();
  if (kubernetes.known && kubernetes.value) return [];
  const owner = ownerOf(endpoint);
  const closed = endpoint.isClosed();
  const always = [index.condition('workspace/v1-legacy-mode', owner.id)];
  if (closed.known && !closed.value) return always;
  return [
    ...always,
    index.condition('workspace/dependency-subscription', owner.id),
    index.condition('endpoint/private-inbound-path', endpoint.id),
    ...creationDate(owner, index),
  ];
}

/** The conditions of outbound, by the way a deployment is let out. */
export function outboundConditions(
  deployment: Deployment,
  generation: Fact<DeploymentGeneration>,
  index: FindingIndex,
): Condition[] {
  const owner = ownerOf(deployment.endpoint);
  const ofDeployment = (ruleId: string) => index.condition(ruleId, deployment.id);
  if (!generation.known) return [ofDeployment('deployment/egress-public-network-access')];
  switch (generation.value) {
    case 'kubernetes':
      return [];
    case 'managed':
      return [
        index.condition('managed-network/provisioned', owner.id),
        index.condition('managed-network/required-rules', owner.id),
        ofDeployment('managed-network/predating-deployments'),
        ...ofRegistry(owner, ['registry/premium-sku'], index),
      ];
    case 'legacy-private':
      return [
        index.condition('workspace/private-endpoint', owner.id),
        index.condition('workspace/dependency-subscription', owner.id),
        ...ofRegistry(owner, ['registry/premium-sku', 'registry/egress-private-endpoint'], index),
        ofDeployment('deployment/unreachable-image'),
        ofDeployment('deployment/mlflow-no-code'),
        ofDeployment('deployment/model-storage'),
        ofDeployment('deployment/code-storage'),
      ];
    case 'legacy-public':
      return [
        ofDeployment('deployment/public-egress-needs-public-workspace'),
        ofDeployment('deployment/public-egress-private-registry'),
        ofDeployment('deployment/public-egress-private-storage'),
      ];
  }
}

/** Whether a row is supported: one condition that does not hold decides; else one that is open leaves it open. */
export function supportedBy(conditions: readonly Condition[]): boolean | null {
  if (conditions.some(({ holds }) => holds === false)) return false;
  return conditions.every(({ holds }) => holds === true) ? true : null;
}

/**
 * One private endpoint that lets clients in and is new enough is enough. Where connections may be hidden, none that
 * was read proves that there is no such one.
 */
function creationDate(owner: Workspace, index: FindingIndex): Condition[] {
  const connections = owner.inboundConnections();
  const conditions = [
    ...connections.items
      .filter((connection) => possible(connection.isApproved()))
      .map((connection) => creationDateOf(connection, index)),
    ...connections.gaps.map(({ scope }) => index.condition('private-endpoint/creation-date', scope)),
  ];
  const rank = ({ shown }: Condition) => (shown.status === 'pass' ? 0 : shown.status === 'unknown' ? 1 : 2);
  return conditions
    .filter(({ shown }) => shown.status !== 'not-applicable')
    .sort((first, second) => rank(first) - rank(second))
    .slice(0, 1);
}

/** Of one that is new enough, and of which it was not read whether it lets clients in, that is what is open. */
function creationDateOf(connection: Connection, index: FindingIndex): Condition {
  const condition = index.condition('private-endpoint/creation-date', connection.id);
  return condition.shown.status !== 'pass' || connection.isApproved().known
    ? condition
    : index.condition('private-endpoint/connection-state', connection.id);
}

/** A registry that nobody could name stands in the findings by the key of its workspace. */
function ofRegistry(owner: Workspace, ruleIds: readonly string[], index: FindingIndex): Condition[] {
  const registry = registryOf(owner);
  if (!registry.known) return ruleIds.map((ruleId) => index.condition(ruleId, idKey(owner.id)));
  const { value } = registry;
  return value === null ? [] : ruleIds.map((ruleId) => index.condition(ruleId, value.id));
}

/** The workspace whose network settings hold; the endpoint's own where that can't be told. */
function ownerOf(endpoint: Endpoint): Workspace {
  const owner = endpoint.workspace.owner();
  return owner.known ? owner.value : endpoint.workspace;
}
