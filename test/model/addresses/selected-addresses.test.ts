import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/json.js';
import { pathOfSelected, selectedAddresses } from '../../../src/model/addresses/selected-addresses.js';
import { Resource } from '../../../src/model/bodies/resource.js';

const body = (properties: JsonObject, apiVersion = '2025-09-01') =>
  new Resource('/ws', 'a/read', { apiVersion, body: { id: '/ws', properties } });

/** The addresses, null for every network, or what the gaps say. */
function selectedIn(properties: JsonObject, apiVersion?: string): readonly string[] | string | null {
  const addresses = selectedAddresses(body(properties, apiVersion));
  return addresses.known ? addresses.value : addresses.gaps.map(({ detail }) => detail).join('; ');
}

const acls = (defaultAction: string | null, ...values: readonly string[]): JsonObject => ({
  networkAcls: { defaultAction, ipRules: values.map((value) => ({ value })) },
});
const UNKNOWN = (path: string, version = '2025-09-01') =>
  `properties.${path} is not known to api-version ${version}, which was asked`;
const ALL_UNKNOWN = ['ipAllowlist', 'networkAcls.ipRules'].map((path) => UNKNOWN(path)).join('; ');

describe('the addresses that a workspace is limited to', () => {
  const table: readonly [properties: JsonObject, addresses: ReturnType<typeof selectedIn>][] = [
    [{ ipAllowlist: [] }, null],
    [{ ipAllowlist: ['1.2.3.4'] }, ['1.2.3.4']],
    [{ ipAllowlist: ['1.2.3.4', '5.6.7.0/24', '1.2.3.4'] }, ['1.2.3.4', '5.6.7.0/24']],
    [acls('Allow'), null],
    [acls('Deny'), []],
    [acls('deny'), []],
    [acls('Deny', '1.2.3.4'), ['1.2.3.4']],
    // Addresses that are listed hold, whatever the default.
    [acls('Allow', '1.2.3.4'), ['1.2.3.4']],
    [acls(null, '1.2.3.4'), ['1.2.3.4']],
    [{ ipAllowlist: ['1.2.3.4'], ...acls('Deny', '5.6.7.8', '1.2.3.4') }, ['1.2.3.4', '5.6.7.8']],
    [{ ipAllowlist: [], ...acls('Deny') }, []],
    // An answer that carries neither tells nothing; one that carries one of them tells all.
    [{}, ALL_UNKNOWN],
    [{ ipAllowlist: null }, ALL_UNKNOWN],
    [{ networkAcls: { defaultAction: 'Deny' } }, []],
    [{ networkAcls: { ipRules: [] } }, null],
    [{ ipAllowlist: 'all' }, 'properties.ipAllowlist is all; isocheck knows an array'],
    [
      { networkAcls: { ipRules: [{ value: '1.2.3.4' }, { action: 'Allow' }] } },
      'properties.networkAcls.ipRules holds {"action":"Allow"}; isocheck knows objects with a value',
    ],
    [
      { networkAcls: { ipRules: [{ value: 7 }] } },
      'properties.networkAcls.ipRules holds {"value":7}; isocheck knows objects with a value',
    ],
    [acls('Odd', '1.2.3.4'), 'properties.networkAcls.defaultAction is Odd; isocheck knows Allow or Deny'],
  ];
  it.each(table)('%j: %j', (properties, addresses) => expect(selectedIn(properties)).toEqual(addresses));

  it('are none where a preview that knows them leaves them out', () => {
    expect(selectedIn({}, '2025-10-01-preview')).toBeNull();
  });

  it.each([
    ['1.2.3.4', 'properties.ipAllowlist'],
    ['5.6.7.8', 'properties.networkAcls.ipRules'],
    ['9.9.9.9', 'properties.networkAcls.ipRules'],
  ])('%s stands in %s', (address, path) => {
    const resource = body({ ipAllowlist: ['1.2.3.4'], ...acls('Deny', '5.6.7.8', '1.2.3.4') });
    expect(pathOfSelected(resource, address)).toBe(path);
    expect(pathOfSelected(body(acls('Deny', address)), address)).toBe('properties.networkAcls.ipRules');
  });
});
