import { anyIn, chain, found, known } from '../algebra/fact.js';
import { fact } from '../algebra/fact-definition.js';
import { connectionCreatedAt, hasInferenceName, workspaceCreatedAt } from '../connections/creation-time.js';
import { isOfManagedNetwork } from '../connections/managed-network-connection.js';
import { inferenceAddress } from '../dns/records/inference-address.js';
import { inferenceRecord } from '../dns/records/inference-record.js';
import { apiRecordFaults, notebooksRecordFault } from '../dns/records/workspace-records.js';
import { dnsServers, hostsToTry } from '../dns/servers/dns-servers.js';
import { hubResolvers } from '../dns/servers/hub-resolvers.js';
import { notebooksZone } from '../dns/zones/notebooks-zone.js';
import { groupZonesOf } from '../dns/zones/zone-group.js';
import { zoneLink } from '../dns/zones/zone-link.js';
import { hasClosedEndpoint } from '../ownership/served.js';
import { computesOf } from '../resources/compute.js';
import type { Connection } from '../resources/connection.js';
import { workspaceOf } from '../resources/workspace.js';
import { WAY_IN } from './workspace-facts.js';

/** What decides which private DNS zones answer for a private endpoint, and what they say. */
const ZONES = [
  ...WAY_IN,
  'endpoints',
  'zoneGroups',
  'resourceGraph',
  'privateDnsZone',
  'zoneRecords',
  'zoneLinks',
  'virtualNetwork',
] as const;

/** Facts of a private endpoint connection of a workspace that is not an egress one. */
export const connectionFacts = {
  attribution: fact(WAY_IN, (target: Connection) => target.attribution()),
  /** Whether it is the managed network's own, or may be taken for it. */
  isOfManagedNetwork: fact(WAY_IN, isOfManagedNetwork),
  status: fact(['workspace'], (target: Connection) => target.status()),
  /** Whether another connection of the workspace is an Approved way in. */
  hasOtherApproved: fact(WAY_IN, (target: Connection) =>
    anyIn(workspaceOf(target).inboundConnections(), (other) =>
      other.id === target.id ? known(false) : other.isWayIn(),
    ),
  ),
  /** When its private endpoint was made; null where ARM does not tell. */
  createdAt: fact(['workspace', 'privateEndpoint', 'creationTimes'], connectionCreatedAt),
  workspaceCreatedAt: fact(['workspace'], workspaceCreatedAt),
  /** Whether the names of its private endpoint hold the one of scoring requests. */
  hasInferenceName: fact(['workspace', 'privateEndpoint', 'networkInterface'], hasInferenceName),
  hasClosedEndpoint: fact(['workspace', 'endpoints'], (target: Connection) =>
    hasClosedEndpoint(workspaceOf(target)),
  ),
  /** Whether private DNS knows the names of scoring requests. */
  inferenceRecord: fact(ZONES, inferenceRecord),
  /** Where the records of scoring requests lead. */
  inferenceAddress: fact([...ZONES, 'networkInterface'], inferenceAddress),
  /** In which networks the zones of its records answer. */
  zoneLink: fact(ZONES, zoneLink),
  /** The zones in which its zone groups keep records; empty without a zone group, or one that names a zone. */
  groupZones: fact([...WAY_IN, 'zoneGroups'], (target: Connection) =>
    chain(target.privateEndpoint(), (endpoint) => found(groupZonesOf(endpoint))),
  ),
  /** Where the zone of its notebooks answers. */
  notebooksZone: fact(ZONES, notebooksZone),
  /** Whether the workspace has a compute instance, on which people work with notebooks. */
  hasComputeInstance: fact(['workspace', 'computes'], (target: Connection) =>
    anyIn(computesOf(workspaceOf(target)), (compute) => compute.isInstance()),
  ),
  /** What is at fault with the records of its API. */
  apiRecordFaults: fact([...ZONES, 'networkInterface'], apiRecordFaults),
  /** What is at fault with the record of its notebooks. */
  notebooksRecordFault: fact([...ZONES, 'networkInterface'], notebooksRecordFault),
  /** Which of its network's own DNS servers stand in a peered network that the api zone is linked to. */
  hubResolvers: fact(ZONES, hubResolvers),
  /** The DNS servers of its network that are not Azure's. */
  dnsServers: fact(['privateEndpoint', 'virtualNetwork'], dnsServers),
  hostsToTry: fact(['workspace', 'endpoints'], hostsToTry),
} as const;
