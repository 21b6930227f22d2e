import { describe, expect, it } from 'vitest';
import { nameOf, parseResourceId } from '../../../../src/arm/resource-id.js';
import { Model } from '../../../../src/model/bodies/model.js';
import { hubResolvers } from '../../../../src/model/dns/servers/hub-resolvers.js';
import { AZURE_DNS } from '../../../../src/model/resources/virtual-network.js';
import { workspaceAt } from '../../../../src/model/resources/workspace.js';
import {
  changed,
  HUB_NETWORK,
  HUB_ZONE,
  NAMES,
  withoutZoneGroup,
  ZONE_GROUP,
  zoneCalled,
} from '../../../rules/dns/worlds.js';
import type { Estate } from '../../../world/estate.js';

const { apiZone, privateEndpoint, virtualNetwork, workspace } = NAMES;
const SPOKE = HUB_NETWORK.replace('vnet-hub', 'vnet-spoke');
const SERVER = '10.50.0.4';

/** Each resolver as `server in network, by the zone's group`; or what the gaps say. */
function resolversIn(world: () => Estate): readonly string[] | string {
  const model = new Model(world().world.snapshot());
  const [connection] = workspaceAt(model, workspace).inboundConnections().items;
  if (connection === undefined) throw new Error('the world holds no connection');
  const resolvers = hubResolvers(connection);
  if (!resolvers.known) return resolvers.gaps.map(({ detail }) => detail).join('; ');
  return resolvers.value.map(
    ({ server, network, zone }) => `${server} in ${network.name}, by ${parseResourceId(zone.id)?.group}`,
  );
}

interface Options {
  readonly servers?: readonly string[];
  readonly prefixes?: readonly string[];
  readonly peers?: readonly string[];
  readonly linked?: readonly string[];
}

/** The network asks these servers and has these peers; the hub has these ranges; the api zone is linked to these. */
const inHub =
  (
    {
      servers = [SERVER],
      prefixes = ['10.50.0.0/16'],
      peers = [HUB_NETWORK],
      linked = [HUB_NETWORK],
    }: Options = {},
    change: (estate: Estate) => unknown = () => undefined,
  ) =>
  (estate: Estate) => {
    estate
      .network(virtualNetwork, { dnsServers: [...servers], peers: [...peers] })
      .network(HUB_NETWORK, { prefixes: [...prefixes] })
      .network(SPOKE, { prefixes: ['10.60.0.0/16'] });
    for (const network of linked) estate.link(apiZone, network);
    change(estate);
  };

const HUB = `${SERVER} in vnet-hub, by rg-fraud`;
const FORBIDDEN = '403 AuthorizationFailed';

describe('the DNS servers in a peered network that the api zone is linked to', () => {
  const table: readonly [
    what: string,
    world: (estate: Estate) => unknown,
    found: readonly string[] | string,
  ][] = [
    ['one', inHub(), [HUB]],
    ['none where Azure itself answers', inHub({ servers: [] }), []],
    ['none where Azure is named as the server', inHub({ servers: [AZURE_DNS] }), []],
    ['none outside its ranges', inHub({ servers: ['10.51.0.4'] }), []],
    ['those inside its ranges alone', inHub({ servers: ['10.51.0.4', SERVER, AZURE_DNS] }), [HUB]],
    [
      'one in a second range',
      inHub({ servers: ['172.16.0.4'], prefixes: ['10.50.0.0/16', '172.16.0.0/24'] }),
      ['172.16.0.4 in vnet-hub, by rg-fraud'],
    ],
    ['none in a network that is not peered', inHub({ peers: [] }), []],
    ['none in a network that another one is peered with', inHub({ peers: [SPOKE] }), []],
    [
      'one where the peering stands in the body of the hub alone',
      inHub({ peers: [] }, (estate) =>
        estate.network(HUB_NETWORK, { prefixes: ['10.50.0.0/16'], peers: [virtualNetwork] }),
      ),
      [HUB],
    ],
    [
      'none by a peering that is not connected',
      inHub({}, ({ world }) =>
        world.set(virtualNetwork, 'properties.virtualNetworkPeerings', [
          { properties: { peeringState: 'Initiated', remoteVirtualNetwork: { id: HUB_NETWORK } } },
        ]),
      ),
      [],
    ],
    ['none in a network that the zone is not linked to', inHub({ linked: [] }), []],
    [
      'none by a link that is being made',
      inHub({ linked: [] }, (estate) => estate.link(apiZone, HUB_NETWORK, 'InProgress')),
      [],
    ],
    [
      'none by a link whose state is not told',
      inHub({ linked: [] }, (estate) => estate.link(apiZone, HUB_NETWORK, 'Odd')),
      [],
    ],
    [
      'none by the link of a zone of another name',
      inHub({ linked: [] }, (estate) => {
        const other = zoneCalled('privatelink.notebooks.azure.net');
        estate.link(other, HUB_NETWORK);
      }),
      [],
    ],
    ['none in the network itself', inHub({ servers: ['10.20.0.9'], peers: [], linked: [] }), []],
    [
      'each in its own network',
      inHub({
        servers: ['10.60.0.4', SERVER],
        peers: [HUB_NETWORK, SPOKE],
        linked: [HUB_NETWORK, SPOKE],
      }),
      [HUB, '10.60.0.4 in vnet-spoke, by rg-fraud'],
    ],
    [
      'each server of a network',
      inHub({ servers: [SERVER, '10.50.0.5'] }),
      [HUB, '10.50.0.5 in vnet-hub, by rg-fraud'],
    ],
    // What was not read of links and networks leaves them out.
    [
      'none in a hub that was not read',
      inHub({}, ({ world }) => world.gap('virtualNetwork', HUB_NETWORK)),
      [],
    ],
    ['none in a range that is none', inHub({ prefixes: ['10.50'] }), []],
    [
      'none by links that were not read',
      inHub({}, ({ world }) => world.gap('zoneLinks', `${apiZone}/virtualNetworkLinks`)),
      [],
    ],
    [
      'open where the network was not read',
      inHub({}, ({ world }) => world.gap('virtualNetwork', virtualNetwork)),
      FORBIDDEN,
    ],
    [
      'open where the private endpoint was not read',
      inHub({}, ({ world }) => world.gap('privateEndpoint', privateEndpoint)),
      FORBIDDEN,
    ],
    [
      'open where the zone groups were not read',
      inHub({}, ({ world }) => world.gap('zoneGroups', ZONE_GROUP)),
      FORBIDDEN,
    ],
    [
      'open where the workspace has no region',
      inHub({}, ({ world }) => world.unset(workspace, 'location')),
      'location is absent',
    ],
  ];
  it.each(table)('%s', (_, change, found) => expect(resolversIn(changed(change))).toEqual(found));

  it('are those of each zone that answers, and none where none was found', () => {
    const base = { dnsServers: [SERVER], peers: [HUB_NETWORK] };
    const hub = { prefixes: ['10.50.0.0/16'] };
    const linkedThere = withoutZoneGroup((estate) =>
      estate
        .network(virtualNetwork, base)
        .network(HUB_NETWORK, hub)
        .zone(HUB_ZONE)
        .link(HUB_ZONE, HUB_NETWORK),
    );
    expect(resolversIn(linkedThere)).toEqual([`${SERVER} in vnet-hub, by rg-network-hub`]);
    const noZone = withoutZoneGroup((estate) =>
      estate.network(virtualNetwork, base).network(HUB_NETWORK, hub),
    );
    expect(resolversIn(noZone)).toEqual([]);
    expect(nameOf(HUB_ZONE)).toBe(nameOf(apiZone));
  });
});
