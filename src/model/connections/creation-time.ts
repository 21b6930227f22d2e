import { READS, type ReadName } from '../../arm/reads.js';
import { idKey } from '../../arm/resource-id.js';
import { both, chain, type Fact, known, map, unread } from '../algebra/fact.js';
import { CONNECTION, WORKSPACE } from '../arm-properties/index.js';
import { inferenceNames } from '../dns/names/inference-names.js';
import type { Connection } from '../resources/connection.js';
import { privateEndpointAt } from '../resources/private-endpoint.js';
import { workspaceOf } from '../resources/workspace.js';

/** A moment as ARM wrote it, and as milliseconds since 1970 to compare it by. */
export interface Moment {
  readonly text: string;
  readonly milliseconds: number;
  /** Where it was read. */
  readonly resourceId: string;
  readonly path: string;
}

/** ARM writes ISO 8601 times, with up to seven decimals; without a zone they are UTC. */
const TIME = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?)\d*(Z|[+-]\d\d:\d\d)?$/i;

/**
 * When the private endpoint of a connection was made: by the connection itself, else by the generic resource list.
 * @returns null where ARM tells in neither place
 */
export function connectionCreatedAt(connection: Connection): Fact<Moment | null> {
  const own = chain(connection.resource.read(CONNECTION.createdAt), (text) =>
    moment(text, connection.resource.id, CONNECTION.createdAt.path, 'workspace'),
  );
  if (own.known && own.value !== null) return own;
  const id = connection.privateEndpointId();
  if (id === null) return own;
  const listed = chain(privateEndpointAt(connection.host.model, id).createdTime(), (text) =>
    moment(text, id, 'createdTime', 'creationTimes'),
  );
  return listed.known && listed.value === null ? own : listed;
}

/** When the workspace that a connection leads into was made; null where ARM does not tell. */
export function workspaceCreatedAt(connection: Connection): Fact<Moment | null> {
  const workspace = workspaceOf(connection);
  return chain(workspace.createdAt(), (text) =>
    moment(text, workspace.id, WORKSPACE.createdAt.path, 'workspace'),
  );
}

/**
 * Whether the complete list of a private endpoint's names holds the one of scoring requests: the wildcard of the
 * region's scoring hosts, or the one that those lead to
 * (learn.microsoft.com/azure/machine-learning/how-to-custom-dns, reviewed 2026-11-24).
 */
export function hasInferenceName(connection: Connection): Fact<boolean> {
  const named = chain(connection.privateEndpoint(), (endpoint) => endpoint.addresses());
  return map(both(named, inferenceNames(workspaceOf(connection))), ([addresses, names]) => {
    const wanted = [
      `*.${names.hostParent}`,
      `${names.wildcard}.${names.apiZone.replace('privatelink.', '')}`,
    ];
    return addresses.some((address) => address.names.some((name) => wanted.includes(name)));
  });
}

function moment(text: string | null, resourceId: string, path: string, read: ReadName): Fact<Moment | null> {
  if (text === null) return known(null);
  const [, time, zone] = TIME.exec(text.trim()) ?? [];
  const milliseconds = time === undefined ? Number.NaN : Date.parse(`${time}${zone ?? 'Z'}`);
  if (!Number.isNaN(milliseconds)) return known({ text, milliseconds, resourceId, path });
  return unread({
    scope: idKey(resourceId),
    operation: READS[read].operation,
    reason: 'unsupported',
    detail: `${path} is ${text}; isocheck knows ISO 8601 times`,
  });
}
