import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../src/json.js';
import { REDACTED, REDACTION, redact } from '../../src/snapshot/redact.js';

const PLANTED = 'PLANTED-7f3a9c-SECRET';
const JWT = 'eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJodHRwczovL21hbmFnZW1lbnQifQ.c2lnbmF0dXJl';
const STORAGE_KEY = `${'aB3/'.repeat(21)}aB==`;
const GITHUB = `ghp_${'a1B2'.repeat(9)}`;

describe('a secret is taken out', () => {
  it.each<[string, JsonObject]>([
    ['an environment variable', { properties: { environmentVariables: { API: PLANTED, PORT: 7 } } }],
    [
      'an environment variable that holds more',
      { EnvironmentVariables: { A: { type: 'local', value: PLANTED } } },
    ],
    ['an environment variable deep inside', { a: [{ b: { environmentVariables: { X: PLANTED } } }] }],
    ['the telemetry key of a workspace', { properties: { sdkTelemetryAppInsightsKey: PLANTED } }],
    ['an instrumentation key', { properties: { InstrumentationKey: PLANTED } }],
    ['a connection string', { properties: { ConnectionString: PLANTED } }],
    ['the keys of an endpoint', { properties: { keys: { primaryKey: PLANTED, secondaryKey: PLANTED } } }],
    ['a list of keys', { keys: [{ keyName: 'key1', value: PLANTED, permissions: 'FULL' }] }],
    ['a password', { adminPassword: PLANTED }],
    ['a client secret', { auth: { clientSecret: PLANTED } }],
    ['a token', { accessToken: PLANTED }],
    ['a shared access signature', { sasToken: PLANTED, sas: PLANTED, sasUri: PLANTED }],
    [
      'account keys',
      { accountKey: PLANTED, accessKey: PLANTED, 'primary-key': PLANTED, storageAccountKey: PLANTED },
    ],
    ['credentials', { credentials: { credentialsType: 'AccountKey', secrets: { key: PLANTED } } }],
    ['a credential as an object', { credential: { password: PLANTED, other: PLANTED } }],
    ['a secret that is a list', { passwords: [`${PLANTED}-1`, `${PLANTED}-2`] }],
    ['a tag with a telling name', { tags: { 'db-password': PLANTED, apiKey: PLANTED, SAS: PLANTED } }],
    ['a tag with a telling value', { tags: { note: GITHUB } }],
    ['a free property with a telling name', { properties: { properties: { token: PLANTED } } }],
    ['a free property with a telling value', { properties: { properties: { hash: 'a1'.repeat(20) } } }],
    ['a user in an address', { url: `https://user:${PLANTED}@host/path` }],
    ['a user in the address of a repository', { uri: `git+https://${PLANTED}@dev.azure.com/x` }],
    ['a signature', { contextUri: `https://st.blob.core.windows.net/c/x?sv=2024&sig=${PLANTED}&se=1` }],
    ['a key inside a connection string', { value: `AccountName=x;AccountKey=${PLANTED};EndpointSuffix=y` }],
    ['a password inside a connection string', { description: `Server=x;Password=${PLANTED};` }],
    ['a web token anywhere', { description: `use ${JWT} please` }],
    ['a storage key anywhere', { description: STORAGE_KEY }],
    ['a private key', { pem: '-----BEGIN RSA PRIVATE KEY-----\nPLANTED\n-----END RSA PRIVATE KEY-----' }],
  ])('%s', (_name, body) => {
    const text = JSON.stringify(redact(body));
    for (const secret of [PLANTED, JWT, STORAGE_KEY, GITHUB, 'PLANTED', 'a1a1a1a1'])
      expect(text).not.toContain(secret);
    expect(text).toContain(REDACTION);
  });
});

describe('a fact stays as it is', () => {
  it.each<[string, JsonObject]>([
    [
      'of a workspace',
      {
        id: '/subscriptions/3f1c2a4e-5b6d-4e7f-8a9b-0c1d2e3f4a5b/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/mlw',
        tags: { team: 'fraud', cost: '4711', environment: 'production' },
        identity: { principalId: '0a1b2c3d-4e5f-4607-9819-90a1b2c3d4e5', type: 'SystemAssigned' },
        properties: {
          keyVault: '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Keyvault/vaults/kv',
          workspaceId: '5d0b9c1e-7f2a-4c3b-9d4e-6a7b8c9d0e1f',
          notebookInfo: { resourceId: '5b5333e35d5e474ba5fadb5c6d98faf7' },
          systemDatastoresAuthMode: 'accesskey',
          v1LegacyMode: false,
          encryption: {
            status: 'Enabled',
            keyVaultProperties: { keyIdentifier: 'https://kv.vault.azure.net/keys/k/1' },
          },
        },
      },
    ],
    [
      'of an endpoint and a deployment',
      {
        properties: {
          authMode: 'AMLToken',
          keys: null,
          traffic: { blue: 100 },
          environmentVariables: {},
          properties: {
            AzureAsyncOperationUri:
              'https://management.azure.com/subscriptions/s/providers/Microsoft.MachineLearningServices/locations/eastus/mfeOperationsStatus/odidp:8fb755b9-c4c8-490a-a83d-a4df8f862d9e?api-version=2024-04-01',
            'azureml.onlineendpointid': '/subscriptions/s/resourcegroups/rg/providers/x/y/z',
            bool: 'true',
          },
        },
      },
    ],
    [
      'of a vault',
      {
        properties: {
          enableRbacAuthorization: null,
          accessPolicies: [
            { objectId: 'x', permissions: { keys: ['Get', 'wrapKey'], secrets: ['all'], certificates: [] } },
          ],
        },
      },
    ],
    [
      'of a storage account',
      {
        properties: {
          allowSharedKeyAccess: false,
          defaultToOAuthAuthentication: true,
          keyCreationTime: { key1: '2024-01-01T00:00:00Z', key2: null },
          sasPolicy: { sasExpirationPeriod: '1.00:00:00', expirationAction: 'Log' },
          encryption: {
            keySource: 'Microsoft.Storage',
            services: { blob: { keyType: 'Account', enabled: true } },
          },
        },
      },
    ],
    [
      'of a registry',
      { properties: { policies: { exportPolicy: { status: 'enabled' } }, anonymousPullToken: 'Disabled' } },
    ],
    [
      'of a zone',
      {
        properties: {
          fqdn: '*.5d0b9c1e-7f2a-4c3b-9d4e-6a7b8c9d0e1f.inference.eastus.privatelink.api.azureml.ms.',
        },
      },
    ],
    [
      'of a model',
      {
        properties: { modelUri: 'azureml://subscriptions/s/workspaces/w/datastores/d/paths/p', flavors: {} },
      },
    ],
    ['of a container address', { uri: 'abfss://container@account.dfs.core.windows.net/path' }],
    ['that is a flag with a telling name', { requiresSecret: true, secretCount: 3, usesToken: 'Enabled' }],
  ])('%s', (_name, body) => {
    expect(redact(body)).toBe(body);
  });
});

it('keeps the names of what it takes out', () => {
  expect(redact({ properties: { environmentVariables: { API: PLANTED, PORT: 7, ON: true } } })).toEqual({
    properties: { environmentVariables: { API: REDACTION, PORT: REDACTION, ON: true } },
  });
});

it('leaves the shape of any body alone, and is done after once', () => {
  const shape = (value: Json): unknown => {
    if (Array.isArray(value)) return value.map(shape);
    if (typeof value === 'object' && value !== null) {
      return Object.entries(value).map(([name, item]) => [name, shape(item)]);
    }
    return 'leaf';
  };
  const name = fc.oneof(
    fc.string(),
    fc.constantFrom('keys', 'tags', 'properties', 'token', '__proto__', 'environmentVariables'),
  );
  const { body } = fc.letrec<{ body: JsonObject; value: Json }>((tie) => ({
    body: fc.dictionary(name, tie('value'), { maxKeys: 4 }),
    value: fc.oneof(
      { maxDepth: 4 },
      fc.oneof(fc.string(), fc.double({ noNaN: true }), fc.boolean(), fc.constant(null)),
      fc.array(tie('value'), { maxLength: 3 }),
      tie('body'),
    ),
  }));
  fc.assert(
    fc.property(body, (before) => {
      const after = redact(before);
      expect(shape(after)).toEqual(shape(before));
      expect(redact(after)).toEqual(after);
    }),
  );
});

it('says in words what it takes out', () => {
  expect(REDACTED.length).toBeGreaterThan(3);
  for (const { what, how } of REDACTED) expect(`${what} ${how}`).toMatch(/^\S.*\.$/s);
});
