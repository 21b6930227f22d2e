import { describe, expect, it } from 'vitest';
import { CLOUDS } from '../../src/arm/clouds.js';
import { prefixLength } from '../../src/model/addresses/ip-address.js';
import { storageAccountInHost } from '../../src/model/managed-network/storage-host.js';
import { isWideHost } from '../../src/model/managed-network/wide-host.js';

/** What a wildcard covers, and hosts of FQDN rules that do. */
const WIDE: Readonly<Record<string, readonly string[]>> = {
  everything: ['*', '*.', '*..'],
  'a top domain': ['*.com', '*.COM', '*.io', '*.uk', '*.com.', '*.xn--fiqs8s', '*.azure'],
  'a top domain that nobody knows': ['*.corp', '*.local', '*.1'],
  'a domain of a registry': ['*.co.uk', '*.com.au', '*.gov.uk.', '*.or.at', '*.co', '*.公司.cn', '*.kobe.jp'],
  'a domain of whoever sells names below it': ['*.co.com', '*.com.de', '*.uk.com'],
  "a domain of a company's customers": [
    '*.azurewebsites.net',
    '*.AzureWebsites.net.',
    '*.eastus-01.azurewebsites.net',
    '*.azurewebsites.us',
    '*.azureedge.net',
    '*.trafficmanager.net',
    '*.github.io',
    '*.s3.amazonaws.com',
    '*.cloudfront.net',
  ],
  "storage accounts of Azure's customers": [
    '*.blob.core.windows.net',
    '*.dfs.core.windows.net',
    '*.queue.core.windows.net',
    '*.table.core.windows.net',
    '*.core.windows.net',
    '*.windows.net',
    '*.dfs.core.usgovcloudapi.net',
    '*.blob.core.chinacloudapi.cn',
  ],
  "vaults, registries and machines of Azure's customers": [
    '*.vault.azure.net',
    '*.vaultcore.azure.net',
    '*.azure.net',
    '*.vault.usgovcloudapi.net',
    '*.vault.azure.cn',
    '*.azurecr.io',
    '*.azurecr.us',
    '*.cloudapp.azure.com',
    '*.azure.com',
    '*.azurecontainerapps.io',
  ],
  'any name that ends so': ['*com', '*pypi.org', '*-site.azurewebsites.net', '**.com'],
};

/** What a host leads to, and hosts of FQDN rules that lead there. */
const NARROW: Readonly<Record<string, readonly string[]>> = {
  'no wildcard': ['', 'com', 'pypi.org', 'stlake.blob.core.windows.net', 'azurewebsites.net'],
  'a domain of somebody known': [
    '*.pypi.org',
    '*.bbc.uk',
    '*.a.co.uk',
    '*.microsoft.com',
    '*.pythonhosted.org',
  ],
  'a domain in which a registry sells no names': ['*.ne.de', '*.ac.de', '*.go.us', '*.gob.uk'],
  'what one customer has': [
    '*.app.azurewebsites.net',
    '*.stlake.blob.core.windows.net',
    '*.kv.vault.azure.net',
  ],
  'the end of names below a domain of somebody known': ['*login.microsoft.com'],
  'no wildcard at the start': ['a.*.com', 'a*.com', '.com'],
};

const rows = (table: typeof WIDE) =>
  Object.entries(table).flatMap(([what, hosts]) => hosts.map((host) => [host, what] as const));

describe('a host of an FQDN rule', () => {
  it.each(rows(WIDE))('%s is wide: %s', (host) => {
    expect(isWideHost(host)).toBe(true);
  });

  it.each(rows(NARROW))('%s is not wide: %s', (host) => {
    expect(isWideHost(host)).toBe(false);
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
