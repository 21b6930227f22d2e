import type { ZoneLink } from '../private-dns-zone.js';
import { fact } from './define.js';

/** Facts of a link of a private DNS zone to a virtual network. */
export const virtualNetworkLinkFacts = {
  state: fact(['zoneLinks'], (target: ZoneLink) => target.state),
} as const;
