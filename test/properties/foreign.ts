import { at } from '../../src/arm/property.js';
import { isJsonObject } from '../../src/json.js';
import type { Snapshot } from '../../src/snapshot/format.js';

/**
 * Lower-cased ids of the connections of workspaces whose private endpoint was refused and lies in a subscription of
 * which the snapshot shows nothing else. Such a one may be Microsoft's or anybody's and does not count as an inbound
 * connection: what asks of these does not apply to it, whatever it would say if it could be read, for else every
 * workspace that Synapse or Data Factory is connected to would stay unknown for good. This is one of two exceptions; the
 * other one is what a zone group says that it wrote.
 */
export function foreignConnections(snapshot: Snapshot): ReadonlySet<string> {
  const refused = new Set(
    snapshot.gaps
      .filter(({ reason }) => reason === 'forbidden' || reason === 'not-found')
      .map(({ scope }) => scope),
  );
  const seen = new Set(
    [
      ...snapshot.workspaces,
      ...Object.keys(snapshot.resources),
      ...Object.keys(snapshot.collections),
      ...snapshot.gaps.map(({ scope }) => scope).filter((scope) => !scope.includes('/privateendpoints/')),
    ].map(subscriptionOf),
  );
  const foreign = new Set<string>();
  for (const { body } of Object.values(snapshot.resources)) {
    const embedded = at(body, 'properties.privateEndpointConnections');
    for (const connection of [body, ...(Array.isArray(embedded) ? embedded : [])].filter(isJsonObject)) {
      const endpoint = at(connection, 'properties.privateEndpoint.id');
      const { id } = connection;
      if (typeof endpoint !== 'string' || typeof id !== 'string') continue;
      if (refused.has(endpoint.toLowerCase()) && !seen.has(subscriptionOf(endpoint))) {
        foreign.add(id.toLowerCase());
      }
    }
  }
  return foreign;
}

function subscriptionOf(id: string): string {
  return id.toLowerCase().split('/').slice(0, 3).join('/');
}
