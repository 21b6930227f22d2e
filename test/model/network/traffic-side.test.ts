import { describe, expect, it } from 'vitest';
import {
  rangesSide,
  serviceSide,
  type TrafficSide,
  virtualNetworkSide,
} from '../../../src/model/network/traffic-side.js';

type Row = readonly [prefix: string, covers: ReturnType<TrafficSide>];

function test(side: TrafficSide, rows: readonly Row[]): void {
  it.each(rows)('%s: %s', (prefix, covers) => expect(side(prefix)).toBe(covers));
}

/** Prefixes that hold every address, however they are written. */
const EVERYWHERE: readonly Row[] = [
  ['*', 'all'],
  ['Any', 'all'],
  ['0.0.0.0/0', 'all'],
];

describe('how much of a subnet a prefix covers', () => {
  test(rangesSide(['10.20.0.0/24', '10.20.1.0/24']), [
    ...EVERYWHERE,
    ['VirtualNetwork', 'all'],
    ['virtualnetwork', 'all'],
    ['Internet', 'none'],
    ['AzureLoadBalancer', 'none'],
    ['Storage.EastUS', 'none'],
    ['10.0.0.0/8', 'all'],
    ['10.20.0.0/23', 'all'],
    ['10.20.0.0/24', 'part'],
    ['10.20.0.128/25', 'part'],
    ['10.20.1.7', 'part'],
    ['10.20.2.0/24', 'none'],
    ['20.0.0.0/8', 'none'],
    ['::/0', 'none'],
    // What isocheck does not understand may cover some of it.
    ['10.20.0.0-10.20.0.9', 'part'],
    ['', 'part'],
  ]);
});

describe('how much of a virtual network a prefix covers', () => {
  test(virtualNetworkSide(['10.20.0.0/16', '20.30.0.0/16']), [
    ...EVERYWHERE,
    ['VirtualNetwork', 'all'],
    ['Internet', 'none'],
    ['AzureCloud.eastus', 'none'],
    // Its peers have private addresses that nobody but Azure knows.
    ['10.20.0.0/16', 'part'],
    ['10.0.0.0/8', 'part'],
    ['192.168.0.0/16', 'part'],
    ['100.64.0.0/10', 'part'],
    ['0.0.0.0/1', 'part'],
    ['20.30.1.0/24', 'part'],
    ['20.0.0.0/8', 'part'],
    ['20.31.0.0/16', 'none'],
    ['16.17.18.19', 'none'],
    ['::/0', 'none'],
    ['fd00::/8', 'none'],
    ['16.17.18.0-16.17.18.9', 'part'],
  ]);
});

describe('how much of a service a prefix covers', () => {
  test(serviceSide('AzureResourceManager', null), [
    ...EVERYWHERE,
    ['Internet', 'all'],
    ['AzureCloud', 'all'],
    ['azureresourcemanager', 'all'],
    ['AzureResourceManager.EastUS', 'part'],
    ['AzureCloud.EastUS', 'part'],
    ['AzureResource', 'none'],
    ['Storage', 'none'],
    ['VirtualNetwork', 'none'],
    ['20.0.0.0/8', 'part'],
    ['16.17.18.19', 'part'],
    ['0.0.0.0/1', 'part'],
    ['10.0.0.0/8', 'none'],
    ['203.0.113.0/24', 'none'],
    ['::/0', 'none'],
    ['16.17.18.0-16.17.18.9', 'part'],
  ]);
});

describe('how much of a region of a service a prefix covers', () => {
  test(serviceSide('Storage', 'eastus'), [
    ...EVERYWHERE,
    ['Internet', 'all'],
    ['AzureCloud', 'all'],
    ['Storage', 'all'],
    ['Storage.EastUS', 'all'],
    ['AzureCloud.EastUS', 'all'],
    ['Storage.EastUS2', 'part'],
    ['AzureCloud.WestUS', 'part'],
    ['StorageSyncService', 'none'],
    ['Sql.EastUS', 'none'],
  ]);
});

describe('how much of a part of a service a prefix covers', () => {
  test(serviceSide('AzureFrontDoor.FirstParty', null), [
    ['AzureFrontDoor.FirstParty', 'all'],
    ['azurefrontdoor.firstparty', 'all'],
    ['AzureFrontDoor.Frontend', 'part'],
    ['AzureFrontDoor', 'part'],
  ]);
});
