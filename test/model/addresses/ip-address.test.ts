import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalAddress, isInRange, sameAddress } from '../../../src/model/addresses/ip-address.js';

const octet = fc.integer({ min: 0, max: 255 });
const octets = fc.tuple(octet, octet, octet, octet);
const prefixLength = fc.integer({ min: 0, max: 32 });

/** The address as a number: the arithmetic that the library is held against. */
const numberOf = (parts: readonly number[]) => parts.reduce((number, part) => number * 256 + part, 0);

describe('addresses', () => {
  it('of four decimal parts are their own spelling', () => {
    fc.assert(fc.property(octets, (parts) => canonicalAddress(parts.join('.')) === parts.join('.')));
  });

  it.each(['10.1', '0x0a000001', '10.20.0.4/28', '10.20.0.256', '10.20.0', 'fraud', '', ' 10.20.0.4', '*'])(
    '%j is none',
    (text) => {
      expect(canonicalAddress(text)).toBeNull();
      expect(isInRange(text, '0.0.0.0/0')).toBe(false);
      expect(sameAddress(text, '10.20.0.4')).toBe(false);
    },
  );

  it('of IP version 6 compare equal in every spelling', () => {
    expect(sameAddress('FD00:0:0::4', 'fd00::4')).toBe(true);
    expect(sameAddress('fd00::4', 'fd00::5')).toBe(false);
    fc.assert(fc.property(fc.ipV6(), (text) => sameAddress(text, text.toUpperCase())));
  });
});

describe('ranges', () => {
  it('hold the addresses whose leading bits are theirs', () => {
    fc.assert(
      fc.property(octets, octets, prefixLength, (address, network, bits) => {
        const size = 2 ** (32 - bits);
        const expected = Math.floor(numberOf(address) / size) === Math.floor(numberOf(network) / size);
        return isInRange(address.join('.'), `${network.join('.')}/${bits}`) === expected;
      }),
    );
  });

  it('hold their own first and last address, and not their neighbours', () => {
    expect(isInRange('10.20.0.0', '10.20.0.0/24')).toBe(true);
    expect(isInRange('10.20.0.255', '10.20.0.0/24')).toBe(true);
    expect(isInRange('10.20.1.0', '10.20.0.0/24')).toBe(false);
    expect(isInRange('10.19.255.255', '10.20.0.0/24')).toBe(false);
    expect(isInRange('10.20.0.4', '10.20.0.4/32')).toBe(true);
  });

  it('hold no address of the other IP version', () => {
    expect(isInRange('10.20.0.4', 'fd00::/8')).toBe(false);
    expect(isInRange('fd00::4', '10.20.0.0/16')).toBe(false);
    expect(isInRange('fd00::4', 'fd00::/8')).toBe(true);
  });

  it.each(['10.20.0.0', '10.20.0.0/33', '10.20/16', 'fraud', '', '10.20.0.0/-1'])('%j is none', (range) => {
    expect(isInRange('10.20.0.4', range)).toBeNull();
  });
});
