import { type DocumentedTypes, PROVISIONING_STATES, REST } from './documented-property.js';

/** What workspaces hold beside endpoints: environments, models, code, datastores and computes. */
export const MACHINE_LEARNING_ASSET_TYPES: DocumentedTypes = {
  ENVIRONMENT: {
    page: `${REST}/azureml/environment-versions/get`,
    properties: {
      image: {
        path: 'properties.image',
        holds: 'name',
        absent: null,
        safe: 'an environment with neither image nor build nor conda file is a gap',
      },
      build: {
        path: 'properties.build',
        holds: 'object',
        absent: null,
        safe: 'an environment with neither image nor build nor conda file is a gap',
      },
      condaFile: {
        path: 'properties.condaFile',
        holds: 'text',
        absent: '',
        safe: 'an environment with neither image nor build nor conda file is a gap',
      },
      isAnonymous: {
        path: 'properties.isAnonymous',
        holds: 'flag',
        absent: false,
        says: 'if the name version are system generated (anonymous registration): default false',
      },
    },
  },
  MODEL: {
    page: `${REST}/azureml/model-versions/get`,
    properties: {
      modelType: {
        path: 'properties.modelType',
        holds: 'name',
        absent: null,
        safe: 'a gap where the type decides',
      },
      modelUri: {
        path: 'properties.modelUri',
        holds: 'name',
        absent: null,
        safe: 'where its files lie is then a gap',
      },
    },
  },
  CODE: {
    page: `${REST}/azureml/code-versions/get`,
    properties: {
      codeUri: {
        path: 'properties.codeUri',
        holds: 'name',
        absent: null,
        safe: 'where its files lie is then a gap',
      },
    },
  },
  DATASTORE: {
    page: `${REST}/azureml/datastores/get`,
    properties: {
      datastoreType: {
        path: 'properties.datastoreType',
        holds: ['AzureBlob', 'AzureDataLakeGen1', 'AzureDataLakeGen2', 'AzureFile', 'OneLake'],
        absent: null,
        safe: 'required; where it leads is a gap without it',
      },
      accountName: {
        path: 'properties.accountName',
        holds: 'name',
        absent: null,
        safe: 'where it leads is then a gap',
      },
      subscriptionId: {
        path: 'properties.subscriptionId',
        holds: 'name',
        absent: null,
        safe: 'the account is then known by its name alone',
      },
      resourceGroup: {
        path: 'properties.resourceGroup',
        holds: 'name',
        absent: null,
        safe: 'the account is then known by its name alone',
      },
    },
  },
  COMPUTE: {
    page: `${REST}/azureml/compute/get`,
    properties: {
      inner: {
        path: 'properties.properties',
        holds: 'object',
        absent: null,
        safe: 'a list may leave it out: the compute is then asked for by itself',
      },
      computeType: {
        path: 'properties.computeType',
        holds: 'name',
        absent: null,
        safe: 'required; a gap where the type decides',
      },
      provisioningState: {
        path: 'properties.provisioningState',
        holds: PROVISIONING_STATES,
        undecided: ['Unknown', 'Provisioning'],
        absent: null,
        safe: 'read-only, and a gap without a value',
      },
      location: {
        path: 'properties.computeLocation',
        holds: 'name',
        absent: null,
        safe: 'nothing goes by it',
      },
      vmSize: {
        path: 'properties.properties.vmSize',
        holds: 'name',
        absent: null,
        safe: 'a gap where the size decides',
      },
      subnetId: {
        path: 'properties.properties.subnet.id',
        holds: 'name',
        absent: null,
        says: 'virtual network subnet resource ID the compute nodes belong to: null in none',
      },
    },
  },
};
