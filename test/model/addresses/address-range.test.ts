import { describe, expect, it } from 'vitest';
import { coverage, kindOfRange } from '../../../src/model/addresses/address-range.js';

describe('how much of a range lies in another', () => {
  it.each([
    ['172.17.0.0/16', '172.17.4.0/24', 'all'],
    ['172.17.0.0/16', '172.17.0.0/16', 'all'],
    ['172.17.0.0/16', '172.16.0.0/12', 'part'],
    ['172.17.0.0/16', '172.18.0.0/16', 'none'],
    ['10.20.0.0/24', '10.20.0.4', 'all'],
    ['10.20.0.4', '10.20.0.0/24', 'part'],
    ['10.20.0.4', '10.20.0.4', 'all'],
    ['0.0.0.0/0', '10.20.0.0/24', 'all'],
    ['::/0', '10.20.0.0/24', 'none'],
    ['10.20.0.0/24', 'fd00::/8', 'none'],
    ['fd00::/8', 'fd00:1::/32', 'all'],
  ])('%s of %s: %s', (outer, inner, expected) => {
    expect(coverage(outer, inner)).toBe(expected);
  });

  it.each(['', 'VirtualNetwork', '10.0.0.1-10.0.0.9', '10.0.0.0/33', '10.1'])('%j is no range', (text) => {
    expect(coverage(text, '10.0.0.0/8')).toBeNull();
    expect(coverage('10.0.0.0/8', text)).toBeNull();
  });
});

describe('what the addresses of a range are good for', () => {
  it.each([
    ['16.17.18.19', 'public'],
    ['16.17.18.0/24', 'public'],
    ['172.32.0.0/11', 'public'],
    ['10.1.2.3', 'private'],
    ['172.31.255.0/24', 'private'],
    ['192.168.0.0/16', 'private'],
    ['100.64.0.1', 'reserved'],
    ['127.0.0.1/32', 'reserved'],
    ['169.254.1.1', 'reserved'],
    ['203.0.113.0/24', 'reserved'],
    ['239.1.1.1', 'reserved'],
    ['255.255.255.255', 'reserved'],
    ['0.0.0.0/0', 'mixed'],
    ['8.0.0.0/5', 'mixed'],
    ['2001:db8::1', 'ipv6'],
    ['::/0', 'ipv6'],
    ['rubbish', null],
    ['10.0.0.0/99', null],
    ['', null],
  ])('%s: %s', (text, expected) => {
    expect(kindOfRange(text)).toBe(expected);
  });
});
