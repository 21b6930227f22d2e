import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Model } from '../../../src/model/bodies/model.js';
import { evaluateRules } from '../../../src/rules/engine/evaluate.js';
import { RULES } from '../../../src/rules/index.js';
import type { Snapshot } from '../../../src/snapshot/format.js';
import { losses, without } from '../../properties/take-away.js';
import type { Estate } from '../../world/estate.js';
import {
  ADDRESS,
  changed,
  HUB_NETWORK,
  HUB_ZONE,
  NAMES,
  OWN_RECORD,
  WILDCARD,
  WILDCARD_ID,
  withoutZoneGroup,
  zoneCalled,
} from './worlds.js';

/*
 * What a few losses do to estates in which several zones, records and networks compete for the answer: no verdict of
 * a dns rule may turn into another one.
 */

const { apiZone, privateEndpoint, virtualNetwork } = NAMES;
const SECOND = privateEndpoint.replace('pe-mlw-fraud', 'pe-second');
const SECOND_ADDRESS = '10.20.0.12';
const OTHER_NETWORK = virtualNetwork.replace('vnet-fraud', 'vnet-clients');
const DNS_RULES = RULES.filter(({ id }) => id.startsWith('dns/'));

const byHand = (estate: Estate, name: string, record: string, network = virtualNetwork) => {
  const zone = zoneCalled(name);
  estate.zone(zone).link(zone, network).record(zone, record, [ADDRESS]);
};

const ESTATES: Readonly<Record<string, () => Estate>> = {
  'two private endpoints that share a zone': changed((estate) =>
    estate
      .network(OTHER_NETWORK)
      .privateEndpoint(SECOND, { network: OTHER_NETWORK, zoneGroup: false })
      .record(apiZone, WILDCARD, [SECOND_ADDRESS]),
  ),
  'the same in peered networks': changed((estate) =>
    estate
      .network(OTHER_NETWORK, { peers: [virtualNetwork] })
      .network(virtualNetwork, { peers: [OTHER_NETWORK] })
      .privateEndpoint(SECOND, { network: OTHER_NETWORK, zoneGroup: false })
      .record(apiZone, WILDCARD, [SECOND_ADDRESS]),
  ),
  'an endpoint with a record of its own, and a wrong wildcard': changed((estate) =>
    estate.record(apiZone, OWN_RECORD, [ADDRESS]).record(apiZone, WILDCARD, ['10.20.0.99']),
  ),
  'zones by hand beside a zone without the record': changed((estate) => {
    estate.world.remove(WILDCARD_ID);
    byHand(estate, 'inference.ml.azure.com', '*.eastus');
  }),
  'a zone by hand for the one host': withoutZoneGroup((estate) =>
    byHand(estate, 'fraud.eastus.inference.ml.azure.com', '@'),
  ),
  "another team's zone by hand": changed((estate) => {
    byHand(estate, 'inference.ml.azure.com', '*.eastus', HUB_NETWORK);
    estate.record(zoneCalled('inference.ml.azure.com'), '*.eastus', ['10.40.0.6']);
  }),
  'two zones without a zone group': withoutZoneGroup((estate) =>
    estate
      .zone(apiZone)
      .link(apiZone, virtualNetwork)
      .zone(HUB_ZONE)
      .link(HUB_ZONE, HUB_NETWORK)
      .record(HUB_ZONE, WILDCARD, [ADDRESS]),
  ),
  'a peered zone without the record': withoutZoneGroup((estate) =>
    estate
      .network(virtualNetwork, { peers: [HUB_NETWORK] })
      .zone(HUB_ZONE)
      .link(HUB_ZONE, HUB_NETWORK),
  ),
};

const verdicts = (snapshot: Snapshot) =>
  evaluateRules(new Model(snapshot), DNS_RULES, {}).map(({ ruleId, target, status }) => ({
    of: `${ruleId} ${target.id.toLowerCase()}`,
    status,
  }));

describe.each(Object.entries(ESTATES))('%s', (_, world) => {
  it('keeps its verdicts, or they become unknown', () => {
    const snapshot = world().world.snapshot();
    const full = new Map(verdicts(snapshot).map(({ of, status }) => [of, status]));
    const few = losses(snapshot).map((lost) =>
      lost.filter((_, position) => position % Math.ceil(lost.length / 6) === 0),
    );
    fc.assert(
      fc.property(few, (lost) => {
        const changedOnes = verdicts(without(snapshot, lost)).filter(
          ({ of, status }) => full.has(of) && status !== full.get(of) && status !== 'unknown',
        );
        expect(changedOnes).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });
});
