import { chain } from '../algebra/fact.js';
import { fact } from '../algebra/fact-definition.js';
import { ZONE_LINK } from '../arm-properties/index.js';
import type { ZoneLink } from '../resources/private-dns-zone.js';

/** Facts of a link of a private DNS zone to a virtual network. */
export const virtualNetworkLinkFacts = {
  /** Whether the machines of the network register themselves in the zone. */
  registrationEnabled: fact(['zoneLinks'], (target: ZoneLink) =>
    chain(target.resource, (resource) => resource.read(ZONE_LINK.registrationEnabled)),
  ),
  state: fact(['zoneLinks'], (target: ZoneLink) => target.state),
} as const;
