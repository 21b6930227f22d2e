import { describe, expect, it } from 'vitest';
import type { Coverage } from '../../../src/model/addresses/address-range.js';
import { rangesSide, serviceSide, virtualNetworkSide } from '../../../src/model/network/traffic-side.js';

type Cases = readonly (readonly [prefix: string, covered: Coverage])[];

const EVERYWHERE: Cases = [
  ['*', 'all'],
  ['Any', 'all'],
  ['0.0.0.0/0', 'all'],
];

describe('a subnet', () => {
  const side = rangesSide(['10.20.0.0/24', '10.20.1.0/24']);
  const cases: Cases = [
    ...EVERYWHERE,
    ['VirtualNetwork', 'all'],
    ['10.20.0.0/16', 'all'],
    ['10.20.0.0/24', 'part'],
    ['10.20.1.7', 'part'],
    ['10.21.0.0/16', 'none'],
    // A tag stands for public addresses, of a service or of a region of it.
    ['Storage', 'none'],
    ['Storage.EastUS', 'none'],
    ['AzureLoadBalancer', 'none'],
    // Nobody knows what that is.
    ['Storage/EastUS', 'part'],
    ['-', 'part'],
  ];
  it.each(cases)('%s covers %s of it', (prefix, covered) => {
    expect(side(prefix)).toBe(covered);
  });
});

describe('a virtual network with its peers', () => {
  const side = virtualNetworkSide(['10.20.0.0/16', '52.1.0.0/16']);
  const cases: Cases = [
    ...EVERYWHERE,
    ['virtualnetwork', 'all'],
    ['Internet', 'none'],
    ['Storage.EastUS', 'none'],
    ['10.20.0.0/16', 'part'],
    // A peer may have these.
    ['10.99.0.0/16', 'part'],
    ['52.1.2.0/24', 'part'],
    ['20.0.0.0/16', 'none'],
    ['fd00::/8', 'none'],
    ['Storage/EastUS', 'part'],
  ];
  it.each(cases)('%s covers %s of it', (prefix, covered) => {
    expect(side(prefix)).toBe(covered);
  });
});

describe('a service', () => {
  const side = serviceSide('Storage', 'eastus');
  const cases: Cases = [
    ...EVERYWHERE,
    ['Internet', 'all'],
    ['AzureCloud', 'all'],
    ['Storage', 'all'],
    ['Storage.EastUS', 'all'],
    ['AzureCloud.EastUS', 'all'],
    ['Storage.WestUS', 'part'],
    ['AzureCloud.WestUS', 'part'],
    ['AzureKeyVault', 'none'],
    ['VirtualNetwork', 'none'],
    ['20.0.0.0/8', 'part'],
    ['10.0.0.0/8', 'none'],
    ['198.51.100.0/24', 'none'],
    ['fd00::/8', 'none'],
    ['Storage/EastUS', 'part'],
  ];
  it.each(cases)('%s covers %s of it', (prefix, covered) => {
    expect(side(prefix)).toBe(covered);
  });

  it('has no region of its own where none counts', () => {
    expect(serviceSide('AzureResourceManager', null)('AzureResourceManager')).toBe('all');
    expect(serviceSide('AzureResourceManager', null)('AzureResourceManager.EastUS')).toBe('part');
  });
});
