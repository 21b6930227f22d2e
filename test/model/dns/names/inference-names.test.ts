import { describe, expect, it } from 'vitest';
import type { CloudName } from '../../../../src/arm/clouds.js';
import { Model } from '../../../../src/model/bodies/model.js';
import {
  type InferenceNames,
  inferenceNames,
  isInferenceHost,
  isInferenceRecord,
  ownRecord,
  scoringHost,
} from '../../../../src/model/dns/names/inference-names.js';
import { endpointsOf } from '../../../../src/model/resources/endpoint.js';
import { workspaceAt } from '../../../../src/model/resources/workspace.js';
import { Estate } from '../../../world/estate.js';
import { namesOf } from '../../../world/names.js';
import { World } from '../../../world/world.js';

function namesIn(cloud: CloudName, region: string, change: (estate: Estate) => void = () => undefined) {
  const names = namesOf('fraud', { region, guid: '5D0B9C1E-7F2A-4C3B-9D4E-6A7B8C9D0E1F' });
  const estate = new Estate('fraud', { cloud }, new World(), names).endpoint('Fraud', 'Disabled');
  change(estate);
  const workspace = workspaceAt(new Model(estate.world.snapshot()), names.workspace);
  return { workspace, names: inferenceNames(workspace), endpoint: endpointsOf(workspace).items[0] };
}

function known(cloud: CloudName, region: string): InferenceNames {
  const { names } = namesIn(cloud, region);
  if (!names.known) throw new Error('the names are known');
  return names.value;
}

const GUID = '5d0b9c1e-7f2a-4c3b-9d4e-6a7b8c9d0e1f';

describe('the names of scoring requests', () => {
  it.each([
    ['AzureCloud', 'eastus', 'privatelink.api.azureml.ms', 'inference.ml.azure.com', 'api.azureml.ms'],
    [
      'AzureUSGovernment',
      'usgovvirginia',
      'privatelink.api.ml.azure.us',
      'inference.ml.azure.us',
      'api.ml.azure.us',
    ],
    [
      'AzureChinaCloud',
      'chinaeast2',
      'privatelink.api.ml.azure.cn',
      'inference.ml.azure.cn',
      'api.ml.azure.cn',
    ],
  ] as const)('in %s', (cloud, region, apiZone, suffix, publicZone) => {
    expect(known(cloud, region)).toEqual({
      apiZone,
      wildcard: `*.${GUID}.inference.${region}`,
      hostParent: `${region}.${suffix}`,
      workspaceHost: `${GUID}.workspace.${region}.${publicZone}`,
    });
  });

  it.each(['East US 2', 'eastus2', 'EastUS2', ' eastus 2'])('of region %j', (region) => {
    expect(known('AzureCloud', region).hostParent).toBe('eastus2.inference.ml.azure.com');
  });

  it('are unread where the workspace tells no GUID or no region', () => {
    const { names } = namesIn('AzureCloud', 'eastus', ({ world, names: { workspace } }) =>
      world.unset(workspace, 'location').unset(workspace, 'properties.workspaceId'),
    );
    expect(names.known ? [] : names.gaps.map(({ detail }) => detail)).toEqual([
      'properties.workspaceId is absent',
      'location is absent',
    ]);
  });

  it('of one endpoint', () => {
    const { names, endpoint } = namesIn('AzureCloud', 'eastus');
    if (!names.known || endpoint === undefined) throw new Error('the names are known');
    expect(ownRecord(names.value, endpoint)).toBe(`fraud.${GUID}.inference.eastus`);
    expect(scoringHost(names.value, endpoint)).toBe('fraud.eastus.inference.ml.azure.com');
  });

  it.each([[null], ['not an address'], ['']])('of an endpoint whose scoring address is %j', (uri) => {
    const { names, endpoint } = namesIn('AzureCloud', 'eastus', ({ world, names: { workspace } }) =>
      world.set(`${workspace}/onlineEndpoints/Fraud`, 'properties.scoringUri', uri),
    );
    if (!names.known || endpoint === undefined) throw new Error('the names are known');
    expect(scoringHost(names.value, endpoint)).toBe('fraud.eastus.inference.ml.azure.com');
  });

  it.each([
    [`*.${GUID}.inference.eastus`, true],
    [`fraud.${GUID}.inference.eastus`, true],
    [`a.b.${GUID}.inference.eastus`, false],
    [`${GUID}.inference.eastus`, false],
    [`*.${GUID}.inference.westus`, false],
    [`${GUID}.workspace.eastus`, false],
    ['*.11111111-2222-4333-8444-555555555555.inference.eastus', false],
  ])('record %s is one of the workspace: %s', (record, expected) => {
    expect(isInferenceRecord(known('AzureCloud', 'eastus'), record)).toBe(expected);
  });

  it.each([
    ['*.eastus.inference.ml.azure.com', true],
    ['fraud.eastus.inference.ml.azure.com', true],
    [`*.${GUID}.inference.eastus.api.azureml.ms`, true],
    ['*.westus.inference.ml.azure.com', false],
    [`${GUID}.workspace.eastus.api.azureml.ms`, false],
    [`${GUID}.workspace.eastus.cert.api.azureml.ms`, false],
    [`ml-mlw-fraud-eastus-${GUID}.eastus.notebooks.azure.net`, false],
  ])('host %s is one of scoring: %s', (host, expected) => {
    expect(isInferenceHost(known('AzureCloud', 'eastus'), host)).toBe(expected);
  });
});
