import { describe, expect, it } from 'vitest';
import { reachOf, type ServiceTagReach } from '../../../src/model/managed-network/service-tag.js';

const rule = (
  serviceTag: string,
  addressPrefixes: readonly string[] = [],
  action: 'Allow' | 'Deny' = 'Allow',
) => ({
  type: 'ServiceTag' as const,
  serviceTag,
  protocol: 'TCP',
  portRanges: '443',
  action,
  addressPrefixes,
});

const anybody = (words: string): ServiceTagReach => ({ kind: 'anybody', words });
const inRegion = (words: string): ServiceTagReach => ({ kind: 'anybody-in-region', words });
const limited = (words: string): ServiceTagReach => ({ kind: 'limited', words });

describe('how far a service tag rule reaches', () => {
  const table: readonly [rule: ReturnType<typeof rule>, reach: ServiceTagReach][] = [
    [rule('Internet'), anybody('the whole internet')],
    [rule('INTERNET'), anybody('the whole internet')],
    [rule('AzureCloud'), anybody("every address of Azure, other customers' included")],
    [rule('AzureCloud.EastUS'), inRegion("every address of Azure in EastUS, other customers' included")],
    [rule('Storage'), anybody("every storage account of Azure, other customers' included")],
    [rule('Storage.'), anybody("every storage account of Azure, other customers' included")],
    [rule('storage.eastus'), inRegion("every storage account of Azure in eastus, other customers' included")],
    [rule('AzureMonitor'), limited('the addresses of AzureMonitor')],
    [rule('StorageSyncService'), limited('the addresses of StorageSyncService')],
    [rule('AzureFrontDoor.FirstParty'), limited('the addresses of AzureFrontDoor.FirstParty')],
    [rule(''), limited('the addresses of ')],
    [rule('Internet', [], 'Deny'), { kind: 'nothing' }],
    [rule('Internet', ['0.0.0.0/0'], 'Deny'), { kind: 'nothing' }],
    // Address prefixes hold in place of the tag.
    [rule('Internet', ['203.0.113.0/24']), limited('the addresses 203.0.113.0/24')],
    [rule('AzureMonitor', ['0.0.0.0/0']), anybody('every address in 0.0.0.0/0')],
    [rule('AzureMonitor', ['8.0.0.0/7']), anybody('every address in 8.0.0.0/7')],
    [rule('AzureMonitor', ['8.0.0.0/8']), limited('the addresses 8.0.0.0/8')],
    [rule('AzureMonitor', ['1.2.3.4', '5.6.7.0/24']), limited('the addresses 1.2.3.4, 5.6.7.0/24')],
    [rule('AzureMonitor', ['1.2.3.4', '::/0']), anybody('every address in ::/0')],
    [rule('AzureMonitor', ['1.2.3.4', 'VirtualNetwork']), { kind: 'unreadable', value: 'VirtualNetwork' }],
    // One that is known to be wide is enough.
    [rule('AzureMonitor', ['VirtualNetwork', '0.0.0.0/1']), anybody('every address in 0.0.0.0/1')],
  ];
  it.each(table)('%j', (each, reach) => expect(reachOf(each)).toEqual(reach));
});
