import { describe, expect, it } from 'vitest';
import { CLOUDS } from '../../src/arm/clouds.js';
import { prefixLength } from '../../src/model/addresses/ip-address.js';
import { storageAccountInHost } from '../../src/model/managed-network/storage-host.js';
import { isWholeTopDomain } from '../../src/model/managed-network/wide-host.js';

describe('a whole top domain', () => {
  it.each(['*', '*.', '*.com', '*.COM', '*.io', '*.co.uk', '*.com.au', '*.gov.uk.'])('is %s', (host) => {
    expect(isWholeTopDomain(host)).toBe(true);
  });

  it.each([
    '',
    'com',
    'pypi.org',
    '*.pypi.org',
    '*.azure.net',
    '*.bbc.uk',
    'a.*.com',
    '*.a.co.uk',
    '*.co.com',
  ])('is not %s', (host) => {
    expect(isWholeTopDomain(host)).toBe(false);
  });
});

describe('the storage account in a host', () => {
  it.each([
    ['stlake.blob.core.windows.net', 'stlake'],
    ['STLAKE.dfs.core.windows.net.', 'stlake'],
    ['stlake.z6.web.core.windows.net', 'stlake'],
    ['stlake-secondary.queue.core.windows.net', 'stlake'],
    ['stlake.z01.blob.storage.azure.net', 'stlake'],
    ['*.blob.core.windows.net', '*'],
    ['*.core.windows.net', '*'],
    ['core.windows.net', null],
    ['blob.core.windows.net', null],
    ['stlake.vault.core.windows.net', null],
    ['stlake.blob.core.usgovcloudapi.net', null],
    ['stlake.blob.core.windows.net.example', null],
    ['', null],
  ])('%s is %s', (host, account) => {
    expect(storageAccountInHost(host, CLOUDS.AzureCloud)).toBe(account);
  });

  it('ends as the cloud has it', () => {
    expect(storageAccountInHost('st.blob.core.usgovcloudapi.net', CLOUDS.AzureUSGovernment)).toBe('st');
    expect(storageAccountInHost('st.blob.core.windows.net', CLOUDS.AzureChinaCloud)).toBeNull();
  });
});

describe('the length of a prefix', () => {
  it.each([
    ['0.0.0.0/0', 0],
    ['10.0.0.0/8', 8],
    ['198.51.100.7', 32],
    ['2001:db8::/32', 32],
    ['2001:db8::1', 128],
    ['::/0', 0],
    ['10.0.0.0/33', null],
    ['10.0/8', null],
    ['office', null],
    ['', null],
  ])('%s has %s', (range, length) => {
    expect(prefixLength(range)).toBe(length);
  });
});
