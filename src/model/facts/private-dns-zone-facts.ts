import type { PrivateDnsZone } from '../private-dns-zone.js';
import { fact } from './define.js';

/** Facts of a private DNS zone that can answer for a workspace. */
export const privateDnsZoneFacts = {
  isLinked: fact(['zoneLinks'], (target: PrivateDnsZone) => target.isLinked()),
} as const;
