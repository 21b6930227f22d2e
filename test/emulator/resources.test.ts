import { describe, expect, test } from 'vitest';
import { codeOf, get, jsonOf, messageOf, send } from './https-client.js';
import {
  body,
  GROUP,
  gap,
  SUBSCRIPTION,
  serve,
  snapshotOf,
  started,
  VAULT,
  WORKSPACE,
} from './small-snapshot.js';

const workspace = body(WORKSPACE, { publicNetworkAccess: 'Disabled' });
const elsewhere = '/subscriptions/99999999-2222-3333-4444-555555555555';

describe('a resource', () => {
  test('is answered with its body as ARM sent it', async () => {
    const emulator = await serve({ bodies: [workspace] });
    const answer = await get(emulator, WORKSPACE);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual(workspace);
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
  });

  test.each([
    ['upper case', WORKSPACE.toUpperCase()],
    ['lower case', WORKSPACE.toLowerCase()],
    ['a trailing slash', `${WORKSPACE}/`],
    ['percent-encoded letters', WORKSPACE.replace('mlw', '%6Dl%77')],
  ])('is found by an id in %s', async (_, path) => {
    const emulator = await serve({ bodies: [workspace] });
    expect((await get(emulator, path)).body).toEqual(workspace);
  });

  test('is answered in the api-version asked for where the snapshot holds it', async () => {
    const preview = body(WORKSPACE, { ipAllowlist: ['203.0.113.7'] });
    const snapshot = snapshotOf({ bodies: [workspace] });
    snapshot.resources[WORKSPACE.toLowerCase()] = {
      apiVersion: '2025-09-01',
      body: workspace,
      otherVersions: { '2025-10-01-preview': preview },
    };
    const emulator = await started({ snapshot });
    expect((await get(emulator, WORKSPACE, '2025-09-01')).body).toEqual(workspace);
    expect((await get(emulator, WORKSPACE, '2025-10-01-preview')).body).toEqual(preview);
    expect((await get(emulator, WORKSPACE, '2022-10-01')).body).toEqual(workspace);
  });

  test('does not answer by a name of the language itself', async () => {
    const named = { ...snapshotOf({ bodies: [workspace] }) };
    named.resources = JSON.parse(
      `{"__proto__": {"apiVersion": "1", "body": {}}, "${WORKSPACE.toLowerCase()}": {"apiVersion": "1", "body": {"id": "${WORKSPACE}"}}}`,
    );
    const emulator = await started({ snapshot: named });
    expect((await get(emulator, '/__proto__')).status).toBe(404);
    expect((await get(emulator, '/constructor')).status).toBe(404);
    expect((await get(emulator, WORKSPACE, '2025-01-01&__proto__=1')).body).toEqual({ id: WORKSPACE });
    expect(Object.keys(emulator.requests[2]?.query ?? {})).toEqual(['api-version', '__proto__']);
  });
});

describe('what ARM demands', () => {
  test.each(['', '?$expand=createdTime', '?api-version='])(
    'an api-version, which %j lacks',
    async (query) => {
      const emulator = await serve({ bodies: [workspace] });
      const answer = await send(emulator, `${WORKSPACE}${query}`);
      expect(answer.status).toBe(400);
      expect(jsonOf(answer.text)).toEqual({
        error: {
          code: 'MissingApiVersionParameter',
          message: 'The api-version query parameter (?api-version=) is required for all requests.',
        },
      });
    },
  );

  test('an api-version that is a date', async () => {
    const emulator = await serve({ bodies: [workspace] });
    const answer = await get(emulator, WORKSPACE, 'latest');
    expect([answer.status, codeOf(answer.body)]).toEqual([400, 'InvalidApiVersionParameter']);
  });

  test('the name of the api-version parameter in any case', async () => {
    const emulator = await serve({ bodies: [workspace] });
    expect((await send(emulator, `${WORKSPACE}?Api-Version=2025-01-01`)).status).toBe(200);
  });

  test.each([
    [null, 'AuthenticationFailed'],
    ['Basic dXNlcjpwYXNz', 'InvalidAuthenticationToken'],
    ['Bearer ', 'InvalidAuthenticationToken'],
  ])('a bearer token, which %j is not', async (authorization, code) => {
    const emulator = await serve({ bodies: [workspace] });
    const answer = await send(emulator, `${WORKSPACE}?api-version=2025-01-01`, { authorization });
    expect(answer.status).toBe(401);
    expect(codeOf(jsonOf(answer.text))).toBe(code);
    expect(answer.headers['www-authenticate']).toMatch(/^Bearer authorization_uri=/);
  });

  test.each(['POST', 'PUT', 'PATCH', 'DELETE'])('reading alone: %s is refused', async (method) => {
    const emulator = await serve({ bodies: [workspace] });
    const answer = await send(emulator, `${WORKSPACE}?api-version=2025-01-01`, { method });
    expect([answer.status, codeOf(jsonOf(answer.text))]).toEqual([405, 'MethodNotAllowed']);
  });

  test('no POST but the Resource Graph query, a list of keys for one', async () => {
    const emulator = await serve({ bodies: [workspace] });
    const path = `${WORKSPACE}/listKeys?api-version=2025-01-01`;
    expect((await send(emulator, path, { method: 'POST' })).status).toBe(405);
  });

  test('a path that can be decoded', async () => {
    const emulator = await serve({ bodies: [workspace] });
    expect((await get(emulator, `${GROUP}/%E0%A4%A`)).status).toBe(400);
  });
});

describe('what is not there', () => {
  test('a resource: ARM names it, with its parents and its group', async () => {
    const emulator = await serve({ bodies: [workspace] });
    const { status, headers, body } = await get(emulator, `${VAULT}/privateEndpointConnections/kv.1`);
    expect([status, codeOf(body)]).toEqual([404, 'ResourceNotFound']);
    expect(messageOf(body)).toBe(
      "The Resource 'Microsoft.KeyVault/vaults/kv/privateEndpointConnections/kv.1' under resource group 'rg-Fraud' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix",
    );
    expect(headers['x-ms-failure-cause']).toBe('gateway');
  });

  test('a resource group', async () => {
    const emulator = await serve({ bodies: [workspace] });
    const other = `${SUBSCRIPTION}/resourceGroups/other`;
    for (const path of [other, `${other}/providers/Microsoft.KeyVault/vaults/kv`]) {
      const { status, body } = await get(emulator, path);
      expect([status, codeOf(body)]).toEqual([404, 'ResourceGroupNotFound']);
      expect(messageOf(body)).toBe("Resource group 'other' could not be found.");
    }
  });

  test('a subscription', async () => {
    const emulator = await serve({
      bodies: [workspace],
      gaps: [gap(`${elsewhere}/resourceGroups/g`, 'not-found')],
    });
    for (const path of [elsewhere, WORKSPACE.replace(SUBSCRIPTION, elsewhere)]) {
      const { status, body } = await get(emulator, path);
      expect([status, codeOf(body)]).toEqual([404, 'SubscriptionNotFound']);
      expect(messageOf(body)).toBe(
        "The subscription '99999999-2222-3333-4444-555555555555' could not be found.",
      );
    }
  });

  test('a path that is not below a subscription', async () => {
    const emulator = await serve({ bodies: [workspace] });
    expect((await get(emulator, '/providers/Microsoft.ResourceGraph/resources')).status).toBe(404);
  });
});

describe('what things lie in', () => {
  test('a subscription', async () => {
    const emulator = await serve({ bodies: [workspace] });
    expect((await get(emulator, SUBSCRIPTION.toUpperCase())).body).toMatchObject({
      id: SUBSCRIPTION,
      subscriptionId: '11111111-2222-3333-4444-555555555555',
      state: 'Enabled',
    });
  });

  test('a resource group, spelled as in the snapshot', async () => {
    const emulator = await serve({ bodies: [workspace] });
    expect((await get(emulator, GROUP.toLowerCase())).body).toMatchObject({
      id: GROUP,
      name: 'rg-Fraud',
      type: 'Microsoft.Resources/resourceGroups',
    });
  });

  test('a subscription of which the snapshot knows a list alone', async () => {
    const path = `${elsewhere}/providers/Microsoft.Network/privateEndpoints`;
    const emulator = await serve({ collections: { [path]: {} } });
    expect((await get(emulator, elsewhere)).status).toBe(200);
  });
});
