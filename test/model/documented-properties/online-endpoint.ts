import {
  type DocumentedTypes,
  ENABLED_OR_DISABLED,
  MACHINE_LEARNING,
  PROVISIONING_STATES,
  REST,
} from './documented-property.js';

const ENDPOINT_YAML = `${MACHINE_LEARNING}/reference-yaml-endpoint-online`;
const DEPLOYMENT_YAML = `${MACHINE_LEARNING}/reference-yaml-deployment-managed-online`;

export const ONLINE_ENDPOINT_TYPES: DocumentedTypes = {
  ENDPOINT: {
    page: `${REST}/azureml/online-endpoints/get`,
    properties: {
      location: { path: 'location', holds: 'name', absent: null, safe: 'nothing goes by it' },
      compute: {
        path: 'properties.compute',
        holds: 'name',
        absent: null,
        says: "only for Kubernetes clusters: don't specify this field if you're doing managed online inference",
        page: ENDPOINT_YAML,
      },
      publicNetworkAccess: {
        path: 'properties.publicNetworkAccess',
        holds: ENABLED_OR_DISABLED,
        absent: 'Enabled',
        // The stable 2022-05-01 has no such property, though a preview of February has.
        since: '2022-10-01',
        says: 'public_network_access: default value enabled',
        page: ENDPOINT_YAML,
      },
      authMode: {
        path: 'properties.authMode',
        holds: ['Key', 'AMLToken', 'AADToken'],
        absent: 'Key',
        says: 'auth_mode: default value key',
        page: ENDPOINT_YAML,
      },
      provisioningState: {
        path: 'properties.provisioningState',
        holds: PROVISIONING_STATES,
        absent: null,
        safe: 'read-only, and a gap without a value',
      },
      traffic: {
        path: 'properties.traffic',
        holds: 'object',
        absent: {},
        says: "you can't set traffic during creation: none goes anywhere until it is set",
        page: ENDPOINT_YAML,
      },
      scoringUri: {
        path: 'properties.scoringUri',
        holds: 'name',
        absent: null,
        safe: 'answers have null while the endpoint is made; the host is then made of its name',
      },
      readsSecrets: {
        path: 'properties.properties.enforceAccessToDefaultSecretStores',
        holds: ['enabled', 'disabled'],
        absent: 'disabled',
        safe: 'the user sets it; where nobody did, the identity is asked for no access to secrets',
        page: `${MACHINE_LEARNING}/concept-secret-injection`,
      },
    },
  },
  DEPLOYMENT: {
    page: `${REST}/azureml/online-deployments/get`,
    properties: {
      egressPublicNetworkAccess: {
        path: 'properties.egressPublicNetworkAccess',
        holds: ENABLED_OR_DISABLED,
        absent: 'Enabled',
        // The stable 2022-05-01 has no such property, though a preview of February has.
        since: '2022-10-01',
        says: 'if Enabled, allow egress public network access. Default: Enabled',
      },
      provisioningState: {
        path: 'properties.provisioningState',
        holds: PROVISIONING_STATES,
        absent: null,
        safe: 'read-only, and a gap without a value',
      },
      environmentId: {
        path: 'properties.environmentId',
        holds: 'name',
        absent: null,
        says: 'optional for MLflow models: the service takes an image by the type of the model',
        page: `${MACHINE_LEARNING}/how-to-deploy-mlflow-models-online-endpoints`,
      },
      model: {
        path: 'properties.model',
        holds: 'name',
        absent: null,
        says: 'this field is optional for custom container deployment scenarios',
        page: DEPLOYMENT_YAML,
      },
      codeId: {
        path: 'properties.codeConfiguration.codeId',
        holds: 'name',
        absent: null,
        says: 'this field is optional for custom container deployment scenarios',
        page: DEPLOYMENT_YAML,
      },
    },
  },
};
