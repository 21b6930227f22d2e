import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Model } from '../../../../src/model/bodies/model.js';
import { lookUp } from '../../../../src/model/dns/zones/record-lookup.js';
import { zoneAt } from '../../../../src/model/resources/private-dns-zone.js';
import { zoneCalled } from '../../../rules/dns/worlds.js';
import { Estate } from '../../../world/estate.js';

/** A zone with these records. */
function zoneWith(name: string, records: readonly string[], change?: (estate: Estate, id: string) => void) {
  const estate = new Estate('fraud');
  const id = zoneCalled(name);
  estate.zone(id);
  for (const record of records) estate.record(id, record, ['10.20.0.6']);
  change?.(estate, id);
  return zoneAt(new Model(estate.world.snapshot()), id);
}

/** The name of the record that answers, null for none; undefined where that was not read. */
function answer(zone: ReturnType<typeof zoneWith>, host: string): string | null | undefined {
  const record = lookUp(zone, host);
  return record.known ? (record.value?.name ?? null) : undefined;
}

const HOST = 'fraud.eastus.inference.ml.azure.com';

describe('the record that answers for a host', () => {
  it.each([
    ['inference.ml.azure.com', ['*.eastus'], '*.eastus'],
    ['inference.ml.azure.com', ['fraud.eastus', '*.eastus'], 'fraud.eastus'],
    ['inference.ml.azure.com', ['Fraud.EastUS'], 'fraud.eastus'],
    ['inference.ml.azure.com', ['*'], '*'],
    ['inference.ml.azure.com', ['*', 'claims.westus'], '*'],
    // A name that exists, if only because of what stands below it, hides the wildcards above it.
    ['inference.ml.azure.com', ['*', 'claims.eastus'], null],
    ['inference.ml.azure.com', ['*', 'eastus'], null],
    ['inference.ml.azure.com', ['*.westus', 'claims.eastus'], null],
    ['inference.ml.azure.com', ['eastus'], null],
    ['inference.ml.azure.com', [], null],
    ['eastus.inference.ml.azure.com', ['*'], '*'],
    ['eastus.inference.ml.azure.com', ['fraud'], 'fraud'],
    ['eastus.inference.ml.azure.com', ['@'], null],
    [HOST, ['@'], '@'],
    [HOST, ['*'], null],
    ['ml.azure.com', ['*.inference'], '*.inference'],
    ['ml.azure.com', ['fraud.eastus.inference'], 'fraud.eastus.inference'],
  ])('in zone %s with %j is %j', (name, records, expected) => {
    expect(answer(zoneWith(name, records), HOST)).toBe(expected);
  });

  it('is not known to be absent, nor a wildcard, while later pages of the records are missing', () => {
    const missing = (estate: Estate, id: string) => estate.world.incomplete('zoneRecords', `${id}/A`);
    expect(answer(zoneWith('inference.ml.azure.com', [], missing), HOST)).toBeUndefined();
    expect(answer(zoneWith('inference.ml.azure.com', ['*.eastus'], missing), HOST)).toBeUndefined();
    expect(answer(zoneWith('inference.ml.azure.com', ['fraud.eastus'], missing), HOST)).toBe('fraud.eastus');
  });

  it('is the host itself, or a wildcard of a name above it', () => {
    const label = fc.constantFrom('a', 'b', '*');
    const name = fc.array(label, { minLength: 1, maxLength: 3 }).map((labels) => labels.join('.'));
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 6 }), name, (records, relative) => {
        const found = answer(zoneWith('example.org', records), `${relative}.example.org`);
        if (found === null) return !records.includes(relative);
        if (found === relative) return records.includes(relative);
        return found?.startsWith('*') === true && `.${relative}`.endsWith(found.slice(1));
      }),
      { numRuns: 200 },
    );
  });
});
