import { both, chain, complete, type Fact, known, map } from '../../algebra/fact.js';
import type { Resource } from '../../bodies/resource.js';
import type { Connection } from '../../resources/connection.js';
import type { PrivateEndpoint } from '../../resources/private-endpoint.js';
import { workspaceOf } from '../../resources/workspace.js';
import { inferenceNames } from '../names/inference-names.js';
import { workspaceNames } from '../names/workspace-names.js';
import { answeringZones, noZone } from './answering-zones.js';
import { apiZones } from './api-zones.js';
import { networkLinks, type ZoneReach } from './zone-link.js';
import { zoneSearchGaps } from './zone-search.js';

/** The zone of a workspace's notebooks, seen from one of its private endpoints. */
export interface NotebooksZone {
  /** Name of the zone. */
  readonly name: string;
  readonly endpoint: PrivateEndpoint;
  /** The zone groups of the private endpoint. */
  readonly groups: readonly Resource[];
  /** Where the zones of that name answer; null where none does, though an api zone was found. */
  readonly link: ZoneReach | null;
}

/**
 * The notebooks zone of a connection whose private endpoint was read. Where not even an api zone was found, or
 * not all zones were listed, it may lie where nobody looked, and nothing is known.
 */
export function notebooksZone(connection: Connection): Fact<NotebooksZone> {
  const workspace = workspaceOf(connection);
  const names = both(workspaceNames(workspace), inferenceNames(workspace));
  return chain(both(names, connection.privateEndpoint()), ([[{ notebooks }, inference], endpoint]) => {
    const isSearched = zoneSearchGaps(endpoint.model).length === 0;
    const search = { name: notebooks.zone, isOwn: notebooks.isRecord };
    const link = chain(answeringZones(endpoint, search), (zones): Fact<ZoneReach | null> => {
      if (zones !== null)
        return networkLinks(
          endpoint,
          zones.items.map(({ zone }) => zone),
        );
      return chain(apiZones(endpoint, inference), (api) =>
        api === null || !isSearched ? noZone(endpoint, notebooks.zone) : known(null),
      );
    });
    return map(both(link, complete(endpoint.zoneGroups())), ([found, groups]) => ({
      name: notebooks.zone,
      endpoint,
      groups,
      link: found,
    }));
  });
}
