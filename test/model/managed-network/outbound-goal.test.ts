import { describe, expect, it } from 'vitest';
import { CLOUDS } from '../../../src/arm/clouds.js';
import type { AssetStorage } from '../../../src/model/assets/asset-storage.js';
import type { ImageWay } from '../../../src/model/assets/image-way.js';
import {
  imageGoal,
  isMicrosofts,
  type OutboundGoal,
  storageGoal,
} from '../../../src/model/managed-network/outbound-goal.js';

/** In one line: what, its hosts, its resource, its tags. */
function lineOf(goal: OutboundGoal | null): string | null {
  if (goal === null) return null;
  const { words, hosts, resource, tags } = goal;
  const target = resource === null ? '-' : `${resource.subresource} of ${resource.type} ${resource.name}`;
  return [words, hosts.join(' ') || '-', target, tags.join(' ')].join(' | ');
}

const REGISTRY = 'microsoft.machinelearningservices/registries';
const asset = { resourceId: '/x', path: 'properties.modelUri', actual: 'there' };

describe('what must be reached for files', () => {
  const account = (way: 'default-storage' | 'other-storage', service: 'blob' | 'file'): AssetStorage => ({
    way,
    account: 'stlake',
    accountId: null,
    service,
    datastore: null,
    asset,
  });
  const table: readonly [storage: AssetStorage, goal: string | null][] = [
    [{ way: 'none' }, null],
    [account('default-storage', 'blob'), null],
    // No host: an FQDN rule gives no access to a storage account.
    [
      account('other-storage', 'file'),
      'storage account stlake | - | file of microsoft.storage/storageaccounts stlake | storage azurecloud internet',
    ],
    [
      { way: 'onelake', datastore: 'lake', asset },
      'OneLake of Microsoft Fabric | onelake.dfs.fabric.microsoft.com | - | internet',
    ],
    [
      { way: 'registry', registry: 'Contoso', asset },
      `Azure ML registry Contoso | - | amlregistry of ${REGISTRY} Contoso | storage azurecloud internet`,
    ],
    [
      { way: 'registry', registry: 'HuggingFace', asset },
      'Hugging Face | huggingface.co cdn-lfs.huggingface.co | - | internet',
    ],
  ];
  it.each(table)('%j', (storage, goal) => expect(lineOf(storageGoal(storage))).toBe(goal));
});

describe('what must be reached for an image', () => {
  const ready = (name: string): ImageWay => ({
    way: 'other-registry',
    name,
    isImage: true,
    registry: null,
    isInline: false,
  });
  const ofRegistry = (registry: string | null): ImageWay => ({ ...ready('x'), isImage: false, registry });
  const ACR = 'microsoft.containerregistry/registries';
  const table: readonly [way: ImageWay, goal: string | null][] = [
    [
      ready('CrOther.azurecr.io/score:1'),
      `registry crother.azurecr.io | crother.azurecr.io | registry of ${ACR} crother | azurecontainerregistry azurecloud internet`,
    ],
    // What follows a dash only makes the host unique.
    [
      ready('crother-d8f2.azurecr.io/score:1'),
      `registry crother-d8f2.azurecr.io | crother-d8f2.azurecr.io | registry of ${ACR} crother | azurecontainerregistry azurecloud internet`,
    ],
    [ready('azurecr.io/score:1'), 'azurecr.io | azurecr.io | - | internet'],
    [ready('badazurecr.io/score:1'), 'badazurecr.io | badazurecr.io | - | internet'],
    [ready('crother.azurecr.us/score:1'), 'crother.azurecr.us | crother.azurecr.us | - | internet'],
    [ready('ghcr.io/contoso/score:1'), 'ghcr.io | ghcr.io | - | internet'],
    [ready('contoso/score:1'), 'docker.io | docker.io registry-1.docker.io | - | internet'],
    [ofRegistry('HUGGINGFACE'), 'Docker Hub | docker.io registry-1.docker.io | - | internet'],
    [
      ofRegistry('contoso'),
      `Azure ML registry contoso | *.azurecr.io | amlregistry of ${REGISTRY} contoso | azurecontainerregistry azurecloud internet`,
    ],
    ...(['workspace-registry', 'built', 'mcr', 'curated', 'none'] as const).map((way): [ImageWay, null] => [
      { ...ready('crother.azurecr.io/score:1'), way },
      null,
    ]),
  ];
  it.each(table)('%j', (way, goal) => expect(lineOf(imageGoal(way, CLOUDS.AzureCloud))).toBe(goal));

  it('goes by the domain of the cloud', () => {
    const china = CLOUDS.AzureChinaCloud;
    expect(lineOf(imageGoal(ready('crother.azurecr.cn/score:1'), china))).toContain(`registry of ${ACR}`);
    expect(lineOf(imageGoal(ready('crother.azurecr.io/score:1'), china))).toContain(' | - | internet');
    expect(lineOf(imageGoal(ofRegistry('contoso'), china))).toContain(' | *.azurecr.cn | ');
  });
});

describe('a registry of Microsoft', () => {
  it.each([
    ['azureml', true],
    ['AzureML', true],
    ['azureml-meta', true],
    ['azureml-', false],
    ['azureml-contoso', false],
    ['huggingface', false],
    ['', false],
  ])('%j: %s', (registry, expected) => expect(isMicrosofts(registry)).toBe(expected));
});
