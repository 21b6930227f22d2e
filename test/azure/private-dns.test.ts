import { describe, expect, it } from 'vitest';
import { CLOUDS } from '../../src/arm/clouds.js';
import { isRelevantZone, zoneQuery } from '../../src/azure/plan/private-dns.js';
import { Estate } from '../world/estate.js';
import { scan } from './scan.js';

describe('a zone that can answer for a workspace', () => {
  it.each([
    ['privatelink.api.azureml.ms', true],
    ['PrivateLink.API.azureml.ms', true],
    ['privatelink.notebooks.azure.net', true],
    ['inference.ml.azure.com', true],
    ['eastus.inference.ml.azure.com', true],
    ['fraud.eastus.inference.ml.azure.com', true],
    ['ml.azure.com', true],
    ['azure.com', true],
    ['com', false],
    ['notinference.ml.azure.com', false],
    ['privatelink.blob.core.windows.net', false],
    ['privatelink.api.ml.azure.us', false],
    ['example.com', false],
  ])('%s: %s', (zone, relevant) => {
    expect(isRelevantZone(zone, CLOUDS.AzureCloud)).toBe(relevant);
  });

  it('is sought by name in the whole tenant, and only ids come back', () => {
    expect(zoneQuery(CLOUDS.AzureUSGovernment)).toBe(
      "resources | where type =~ 'microsoft.network/privatednszones' | where name in~ ('privatelink.api.ml.azure.us', 'privatelink.notebooks.usgovcloudapi.net', 'inference.ml.azure.us', 'ml.azure.us', 'azure.us', 'privatelink.blob.core.usgovcloudapi.net', 'privatelink.file.core.usgovcloudapi.net', 'privatelink.queue.core.usgovcloudapi.net', 'privatelink.table.core.usgovcloudapi.net', 'privatelink.dfs.core.usgovcloudapi.net', 'privatelink.vaultcore.usgovcloudapi.net', 'privatelink.azurecr.us') or name endswith '.inference.ml.azure.us' | project id | order by id asc",
    );
  });

  it.each(['AzureCloud', 'AzureUSGovernment', 'AzureChinaCloud'] as const)(
    'has its records read in %s',
    async (cloud) => {
      const estate = new Estate('fraud', { cloud }).endpoint('fraud', 'Disabled');
      const { snapshot, rounds } = await scan(estate.world.snapshot());
      expect(snapshot.cloud).toBe(cloud);
      expect(snapshot.gaps).toEqual([]);
      expect(rounds).toBe(3);
      for (const name of [CLOUDS[cloud].apiZone, CLOUDS[cloud].notebooksZone]) {
        const zone = estate.names.apiZone.replace(/[^/]+$/, name).toLowerCase();
        expect(snapshot.collections[`${zone}/a`]).toMatchObject({ complete: true });
        expect(snapshot.collections[`${zone}/a`]?.members).not.toEqual([]);
      }
    },
  );
});
