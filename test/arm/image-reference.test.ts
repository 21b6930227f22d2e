import { describe, expect, it } from 'vitest';
import { type ImageReference, parseImage } from '../../src/arm/image-reference.js';

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;

describe('the name of an image', () => {
  const table: readonly [string, ImageReference][] = [
    [
      'mcr.microsoft.com/azureml/openmpi:latest',
      { host: 'mcr.microsoft.com', repository: 'azureml/openmpi', tag: 'latest', digest: null },
    ],
    ['crfraud.azurecr.io/x', { host: 'crfraud.azurecr.io', repository: 'x', tag: null, digest: null }],
    ['CRFraud.AzureCR.io/x:1', { host: 'crfraud.azurecr.io', repository: 'x', tag: '1', digest: null }],
    ['crfraud.azurecr.io:443/x:1', { host: 'crfraud.azurecr.io', repository: 'x', tag: '1', digest: null }],
    ['host.example:5000/x:1', { host: 'host.example:5000', repository: 'x', tag: '1', digest: null }],
    ['LocalHost/x:1', { host: 'localhost', repository: 'x', tag: '1', digest: null }],
    ['localhost/x:1', { host: 'localhost', repository: 'x', tag: '1', digest: null }],
    [
      `crfraud.azurecr.io/a/b@${digest}`,
      { host: 'crfraud.azurecr.io', repository: 'a/b', tag: null, digest },
    ],
    [
      `crfraud.azurecr.io/a/b:1@${digest}`,
      { host: 'crfraud.azurecr.io', repository: 'a/b', tag: '1', digest },
    ],
    ['python:3.12', { host: 'docker.io', repository: 'library/python', tag: '3.12', digest: null }],
    ['python', { host: 'docker.io', repository: 'library/python', tag: null, digest: null }],
    ['pytorch/pytorch:2.4', { host: 'docker.io', repository: 'pytorch/pytorch', tag: '2.4', digest: null }],
    [
      'https://crfraud.azurecr.io/x:1',
      { host: 'crfraud.azurecr.io', repository: 'x', tag: '1', digest: null },
    ],
    [' crfraud.azurecr.io/x:1 ', { host: 'crfraud.azurecr.io', repository: 'x', tag: '1', digest: null }],
  ];
  for (const [image, reference] of table) {
    it(`is read: ${image}`, () => expect(parseImage(image)).toEqual(reference));
  }
});
