import { describe, expect, it } from 'vitest';
import { type Fact, known, unread } from '../../../../src/model/algebra/fact.js';
import { Model } from '../../../../src/model/bodies/model.js';
import { linkState, networkLinks, zoneLink } from '../../../../src/model/dns/zones/zone-link.js';
import { zoneAt } from '../../../../src/model/resources/private-dns-zone.js';
import { privateEndpointAt } from '../../../../src/model/resources/private-endpoint.js';
import { AZURE_DNS, virtualNetworkAt } from '../../../../src/model/resources/virtual-network.js';
import { workspaceAt } from '../../../../src/model/resources/workspace.js';
import {
  ADDRESS,
  changed,
  HUB_NETWORK,
  HUB_ZONE,
  HUB_ZONES,
  NAMES,
  WILDCARD,
  withoutZoneGroup,
  zoneCalled,
} from '../../../rules/dns/worlds.js';
import type { Estate } from '../../../world/estate.js';

const { apiZone, privateEndpoint, virtualNetwork, workspace } = NAMES;
const OWN_LINK = `${apiZone}/virtualNetworkLinks/link-vnet-fraud`;
const LINKS = `${apiZone}/virtualNetworkLinks`;
const FORBIDDEN = '403 AuthorizationFailed';

type Change = (estate: Estate) => unknown;

const modelOf = (change: Change) => new Model(changed(change)().world.snapshot());
const textOf = <T>(fact: Fact<T>): T | string =>
  fact.known ? fact.value : fact.gaps.map(({ detail }) => detail).join('; ');

describe('how zones answer in a network', () => {
  const open = unread({ scope: '/x', operation: 'a/read', reason: 'forbidden', detail: 'hidden' });
  const table: readonly [
    isLinked: boolean,
    anywhere: Fact<boolean>,
    toPeer: Fact<boolean>,
    azureDns: Fact<boolean>,
    state: string,
  ][] = [
    [true, known(true), known(false), known(true), 'here'],
    [true, open, open, open, 'here'],
    [false, known(false), known(false), known(true), 'nowhere'],
    [false, known(false), known(true), known(false), 'nowhere'],
    // What was not read never makes it look better.
    [false, open, known(true), known(false), 'nowhere'],
    [false, known(true), known(false), known(true), 'doubtful'],
    [false, known(true), known(true), known(true), 'resolver'],
    [false, known(true), known(false), known(false), 'resolver'],
    [false, known(true), known(true), known(false), 'resolver'],
    [false, known(true), open, known(true), 'doubtful'],
    [false, known(true), known(false), open, 'doubtful'],
    [false, known(true), open, open, 'doubtful'],
    [false, known(true), known(true), open, 'resolver'],
    [false, known(true), open, known(false), 'resolver'],
  ];
  it.each(table)('linked %s, anywhere %j, to a peer %j, Azure DNS %j: %s', (...row) => {
    const [isLinked, isLinkedAnywhere, isLinkedToPeer, usesAzureDns, state] = row;
    const network = virtualNetworkAt(
      modelOf(() => undefined),
      virtualNetwork,
    );
    const link = { zones: [], network, isLinked, isLinkedAnywhere, isLinkedToPeer, usesAzureDns };
    expect(linkState(link)).toBe(state);
  });
});

describe('the links of a zone, seen from a network', () => {
  /** Whether it is linked here, anywhere and to a peer, and whether the network asks Azure. */
  function linksIn(change: Change, zones: readonly string[] = [apiZone]) {
    const model = modelOf(change);
    const links = networkLinks(
      privateEndpointAt(model, privateEndpoint),
      zones.map((id) => zoneAt(model, id)),
    );
    if (!links.known) return textOf(links);
    const { isLinked, isLinkedAnywhere, isLinkedToPeer, usesAzureDns, network } = links.value;
    expect(network.name).toBe('vnet-fraud');
    return [isLinked, textOf(isLinkedAnywhere), textOf(isLinkedToPeer), textOf(usesAzureDns)];
  }
  const elsewhere =
    (peers: string[], state = 'Completed'): Change =>
    (estate) => {
      estate.world.remove(OWN_LINK);
      estate.network(virtualNetwork, { peers }).link(apiZone, HUB_NETWORK, state);
    };
  const dns =
    (...dnsServers: string[]): Change =>
    (estate) =>
      estate.network(virtualNetwork, { dnsServers });

  const table: readonly [what: string, change: Change, links: ReturnType<typeof linksIn>][] = [
    ['here', () => undefined, [true, true, false, true]],
    [
      'here, spelled otherwise',
      ({ world }) => world.set(OWN_LINK, 'properties.virtualNetwork.id', virtualNetwork.toUpperCase()),
      [true, true, false, true],
    ],
    ['nowhere', ({ world }) => world.remove(OWN_LINK), [false, false, false, true]],
    [
      'nowhere yet',
      ({ world }) => world.set(OWN_LINK, 'properties.virtualNetworkLinkState', 'InProgress'),
      [false, false, false, true],
    ],
    [
      'to nothing',
      ({ world }) => world.set(OWN_LINK, 'properties.virtualNetwork.id', null),
      [false, true, false, true],
    ],
    ['elsewhere', elsewhere([]), [false, true, false, true]],
    ['to a peer', elsewhere([HUB_NETWORK]), [false, true, true, true]],
    ['not yet to a peer', elsewhere([HUB_NETWORK], 'InProgress'), [false, false, false, true]],
    ['a server of its own', dns('10.20.0.9'), [true, true, false, false]],
    ['Azure as the server', dns(AZURE_DNS), [true, true, false, true]],
    ['Azure beside a server', dns(AZURE_DNS, '10.20.0.9'), [true, true, false, false]],
    ['not read', ({ world }) => world.gap('zoneLinks', LINKS), FORBIDDEN],
    [
      'not read to the end, after the one here',
      ({ world }) => world.incomplete('zoneLinks', LINKS),
      [true, true, '429 TooManyRequests', true],
    ],
    [
      'not read to the end, without one here',
      (estate) => {
        elsewhere([])(estate);
        estate.world.incomplete('zoneLinks', LINKS);
      },
      '429 TooManyRequests',
    ],
    [
      'a state that is odd',
      ({ world }) => world.set(OWN_LINK, 'properties.virtualNetworkLinkState', 'Odd'),
      'properties.virtualNetworkLinkState is Odd; isocheck knows Completed or InProgress',
    ],
    [
      'a state that is odd elsewhere',
      (estate) => {
        estate.link(apiZone, HUB_NETWORK, 'Odd');
        estate.world.remove(OWN_LINK);
      },
      [
        false,
        'properties.virtualNetworkLinkState is Odd; isocheck knows Completed or InProgress',
        false,
        true,
      ],
    ],
    [
      'a network that was not read',
      ({ world }) => world.gap('virtualNetwork', virtualNetwork),
      [true, true, FORBIDDEN, FORBIDDEN],
    ],
    [
      'a private endpoint that was not read',
      ({ world }) => world.gap('privateEndpoint', privateEndpoint),
      FORBIDDEN,
    ],
  ];
  it.each(table)('%s', (_, change, links) => expect(linksIn(change)).toEqual(links));

  it('are those of all zones together', () => {
    const hub: Change = (estate) => estate.zone(HUB_ZONE).link(HUB_ZONE, HUB_NETWORK);
    expect(linksIn(hub, [HUB_ZONE])).toEqual([false, true, false, true]);
    expect(linksIn(hub, [HUB_ZONE, apiZone])).toEqual([true, true, false, true]);
    expect(linksIn(hub, [])).toEqual([false, false, false, true]);
  });
});

describe('the zones whose links count', () => {
  const byHand: Change = (estate) => {
    const id = zoneCalled('eastus.inference.ml.azure.com');
    estate.zone(id).record(id, '*', [ADDRESS]).link(id, virtualNetwork).endpoint('churn', 'Disabled');
  };
  const idle: Change = (estate) => estate.zone(apiZone).record(apiZone, WILDCARD, [ADDRESS]);

  function zonesIn(world: () => Estate): readonly string[] | string {
    const model = new Model(world().world.snapshot());
    const [connection] = workspaceAt(model, workspace).inboundConnections().items;
    if (connection === undefined) throw new Error('the world holds no connection');
    const link = zoneLink(connection);
    return link.known ? link.value.zones.map(({ name }) => name) : textOf(link);
  }
  const both =
    (...changes: readonly Change[]): Change =>
    (estate) => {
      for (const change of changes) change(estate);
    };
  const API = ['privatelink.api.azureml.ms'];
  const table: readonly [what: string, world: () => Estate, zones: readonly string[] | string][] = [
    ['the api zone', changed(() => undefined), API],
    ['the api zone before those by hand', changed(byHand), API],
    ['those by hand, each once', withoutZoneGroup(byHand), ['eastus.inference.ml.azure.com']],
    [
      'those by hand before an idle api zone',
      withoutZoneGroup(both(byHand, idle)),
      ['eastus.inference.ml.azure.com'],
    ],
    ['an idle api zone that holds records of the workspace', withoutZoneGroup(idle), API],
    [
      'none that holds nothing of it',
      withoutZoneGroup((estate) => estate.zone(apiZone).record(apiZone, 'other', [ADDRESS])),
      `pe-mlw-fraud has no zone group that names such a zone; none that answers for it was found in the subscriptions searched: ${NAMES.subscription}; the one in resource group rg-fraud is linked to no network`,
    ],
    [
      'open, where the records of an idle one were not read',
      withoutZoneGroup((estate) => {
        estate.zone(apiZone);
        estate.world.gap('zoneRecords', `${apiZone}/A`);
      }),
      FORBIDDEN,
    ],
    [
      'open, where zones by hand may have been missed',
      withoutZoneGroup(({ world }) => world.gap('privateDnsZone', HUB_ZONES)),
      FORBIDDEN,
    ],
  ];
  it.each(table)('%s', (_, world, zones) => expect(zonesIn(world)).toEqual(zones));
});
