import { groupPath, ofType, subscriptionPath } from './path-builders.js';
import type { ReadName } from './reads.js';
import {
  LOCK_TYPE,
  PRIVATE_DNS_ZONE_TYPE,
  PRIVATE_ENDPOINT_TYPE,
  ROLE_DEFINITION_TYPE,
  WORKSPACE_TYPE,
} from './resource-types.js';

/** Where the lists that isocheck reads stand: the collector asks there, and the model finds them there. */

/** The lists below a resource: the type of what each holds. */
const CHILD_TYPES = {
  workspaceConnections: 'privateEndpointConnections',
  outboundRules: 'outboundRules',
  endpoints: 'onlineEndpoints',
  deployments: 'deployments',
  computes: 'computes',
  datastores: 'datastores',
  batchEndpoints: 'batchEndpoints',
  zoneGroups: 'privateDnsZoneGroups',
  zoneRecords: 'A',
  zoneLinks: 'virtualNetworkLinks',
} as const satisfies Partial<Readonly<Record<ReadName, string>>>;

/** A read of what lies below a resource. */
export type ChildRead = keyof typeof CHILD_TYPES;

/** Path of a list below a resource: a workspace's endpoints, a zone's links. */
export function childrenPath(parent: string, read: ChildRead): string {
  return `${parent}/${CHILD_TYPES[read]}`;
}

/** The lists of a whole subscription: the type of what each holds. */
const SUBSCRIPTION_TYPES = {
  workspace: WORKSPACE_TYPE,
  privateEndpoint: PRIVATE_ENDPOINT_TYPE,
  privateDnsZone: PRIVATE_DNS_ZONE_TYPE,
} as const satisfies Partial<Readonly<Record<ReadName, string>>>;

/** A read of what lies anywhere in a subscription. */
export type SubscriptionRead = keyof typeof SUBSCRIPTION_TYPES;

/** The type of what a subscription's list holds. */
export function listedType(read: SubscriptionRead): string {
  return SUBSCRIPTION_TYPES[read];
}

/** Path of the list of a subscription's resources of one type. */
export function subscriptionListPath(subscription: string, read: SubscriptionRead): string {
  return ofType(subscriptionPath(subscription), SUBSCRIPTION_TYPES[read]);
}

/** Path of the generic list of all that lies in a group. */
export function groupResourcesPath(subscription: string, group: string): string {
  return `${groupPath(subscription, group)}/resources`;
}

/** Path of the Resource Graph query; the only POST that isocheck sends. */
export const RESOURCE_GRAPH_PATH = ofType('', 'Microsoft.ResourceGraph/resources');

/**
 * Path of the list of a principal's role assignments at, above and below a resource. The filter is part of it: ARM
 * answers another list for each (learn.microsoft.com/azure/role-based-access-control/role-assignments-list-rest,
 * reviewed 2026-11-24).
 */
export function roleAssignmentsPath(resourceId: string, principalId: string): string {
  return `${ofType(resourceId, 'Microsoft.Authorization/roleAssignments')}?$filter=assignedTo('${principalId}')`;
}

/** Path of the list of deny assignments at or above a resource. */
export function denyAssignmentsPath(resourceId: string): string {
  return `${ofType(resourceId, 'Microsoft.Authorization/denyAssignments')}?$filter=atScope()`;
}

/** Path of the list of a subscription's custom roles. */
export function customRolesPath(subscription: string): string {
  return `${ofType(subscriptionPath(subscription), ROLE_DEFINITION_TYPE)}?$filter=type eq 'CustomRole'`;
}

/** Path of the list of every lock in a subscription: on itself, on groups and on resources. */
export function locksPath(subscription: string): string {
  return ofType(subscriptionPath(subscription), LOCK_TYPE);
}

/** Path of the list of a resource's diagnostic settings. */
export function diagnosticSettingsPath(resourceId: string): string {
  return ofType(resourceId, 'Microsoft.Insights/diagnosticSettings');
}
