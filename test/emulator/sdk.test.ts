import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { KeyVaultManagementClient } from '@azure/arm-keyvault';
import machineLearning from '@azure/arm-machinelearning';
import { describe, expect, test } from 'vitest';
import { type Emulator, emulatorCredential } from '../../src/emulator/server.js';
import { body, serve, VAULT, WORKSPACE } from './small-snapshot.js';

const SUBSCRIPTION_ID = '11111111-2222-3333-4444-555555555555';
const GROUP_NAME = 'rg-Fraud';
const ENDPOINTS = ['a', 'b', 'c', 'd', 'e'].map((name) => body(`${WORKSPACE}/onlineEndpoints/${name}`));

function clientOptions(emulator: Emulator) {
  return {
    endpoint: emulator.url,
    credentialScopes: [`${emulator.url}/.default`],
    tlsOptions: { ca: emulator.certificate },
    retryOptions: { maxRetries: 0 },
  };
}

describe('the Azure SDKs', () => {
  test('walk a list to its end', async () => {
    const emulator = await serve({ bodies: [body(WORKSPACE), ...ENDPOINTS] }, { pageSize: 2 });
    const client = new machineLearning.AzureMachineLearningWorkspaces(
      emulatorCredential(),
      SUBSCRIPTION_ID,
      clientOptions(emulator),
    );
    const names: (string | undefined)[] = [];
    for await (const endpoint of client.onlineEndpoints.list(GROUP_NAME, 'mlw')) names.push(endpoint.name);
    expect(names).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(emulator.requests.map(({ status, query }) => [status, query['$skiptoken']])).toEqual([
      [200, undefined],
      [200, 'page-2'],
      [200, 'page-3'],
    ]);
  });

  test('read a resource, and ARM errors as such', async () => {
    const emulator = await serve(
      {
        bodies: [
          body(VAULT, { vaultUri: 'https://kv.vault.azure.net', sku: { family: 'A', name: 'standard' } }),
        ],
      },
      { faults: [{ path: VAULT, kind: 'forbidden', times: 1 }] },
    );
    const client = new KeyVaultManagementClient(
      emulatorCredential(),
      SUBSCRIPTION_ID,
      clientOptions(emulator),
    );
    await expect(client.vaults.get(GROUP_NAME, 'kv')).rejects.toMatchObject({
      statusCode: 403,
      code: 'AuthorizationFailed',
    });
    expect((await client.vaults.get(GROUP_NAME, 'kv')).properties.vaultUri).toBe(
      'https://kv.vault.azure.net',
    );
    await expect(client.vaults.get(GROUP_NAME, 'other')).rejects.toMatchObject({
      statusCode: 404,
      code: 'ResourceNotFound',
    });
  });
});

test('a process trusts the certificate by NODE_EXTRA_CA_CERTS', async () => {
  const emulator = await serve({ bodies: [body(VAULT)] });
  const folder = await mkdtemp(join(tmpdir(), 'isocheck-'));
  try {
    const file = join(folder, 'ca.pem');
    await writeFile(file, emulator.certificate);
    const program = `fetch(process.argv[1], { headers: { authorization: 'Bearer token' } })
      .then(async (answer) => console.log(answer.status, await answer.text()));`;
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['-e', program, `${emulator.url}${VAULT}?api-version=2025-05-01`],
      { env: { ...process.env, NODE_EXTRA_CA_CERTS: file } },
    );
    expect(stdout.trim()).toBe(`200 ${JSON.stringify(body(VAULT))}`);
  } finally {
    await rm(folder, { recursive: true });
  }
});
