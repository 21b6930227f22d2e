import { describe, expect, test } from 'vitest';
import type { Emulator } from '../../src/emulator/server.js';
import type { JsonObject } from '../../src/json.js';
import { below, codeOf, get, jsonOf, send } from './https-client.js';
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
  ZONE,
} from './small-snapshot.js';

const ENDPOINTS = `${WORKSPACE}/onlineEndpoints`;
const endpoints = Array.from({ length: 7 }, (_, index) => body(`${ENDPOINTS}/e${index}`));
const ids = endpoints.map((endpoint) => String(endpoint['id']));
const endpointList = { [ENDPOINTS]: { members: ids } };

/** Follows `nextLink` from the first page on. */
async function walk(emulator: Emulator, first: string): Promise<JsonObject[]> {
  const pages: JsonObject[] = [];
  let path: string | null = first;
  while (path !== null) {
    const answer = await send(emulator, path);
    const page = jsonOf(answer.text);
    pages.push({ status: answer.status, ...page });
    path = page['nextLink'] === undefined ? null : below(page['nextLink']);
  }
  return pages;
}

function valuesOf(pages: readonly JsonObject[]): readonly unknown[] {
  return pages.flatMap((page) => (Array.isArray(page['value']) ? page['value'] : []));
}

describe('a list of the snapshot', () => {
  test('is answered in the order of its members, in one page when it fits', async () => {
    const emulator = await serve({
      bodies: endpoints,
      collections: { [ENDPOINTS]: { members: ids.toReversed() } },
    });
    const { status, body } = await get(emulator, ENDPOINTS.toUpperCase());
    expect(status).toBe(200);
    expect(body).toEqual({ value: endpoints.toReversed() });
  });

  test('is cut into pages of 50', async () => {
    const many = Array.from({ length: 51 }, (_, index) => body(`${ENDPOINTS}/e${index}`));
    const members = many.map((each) => String(each['id']));
    const emulator = await serve({ bodies: many, collections: { [ENDPOINTS]: { members } } });
    const pages = await walk(emulator, `${ENDPOINTS}?api-version=2025-01-01`);
    expect(pages.map((page) => valuesOf([page]).length)).toEqual([50, 1]);
  });

  test('is walked by nextLink, which is a full address with the same query', async () => {
    const emulator = await serve({ bodies: endpoints, collections: endpointList }, { pageSize: 3 });
    const pages = await walk(emulator, `${ENDPOINTS}?api-version=2025-01-01&$filter=a%20eq%20'b'`);
    expect(valuesOf(pages)).toEqual(endpoints);
    expect(pages.map((page) => valuesOf([page]).length)).toEqual([3, 3, 1]);
    expect(
      String(pages[0]?.['nextLink']).startsWith(`${emulator.url}${ENDPOINTS}?api-version=2025-01-01`),
    ).toBe(true);
    expect(emulator.requests.map((request) => request.query)).toEqual([
      { 'api-version': '2025-01-01', $filter: "a eq 'b'" },
      { 'api-version': '2025-01-01', $filter: "a eq 'b'", $skiptoken: 'page-2' },
      { 'api-version': '2025-01-01', $filter: "a eq 'b'", $skiptoken: 'page-3' },
    ]);
  });

  test('names the host in nextLink by which it was asked', async () => {
    const emulator = await serve({ bodies: endpoints, collections: endpointList }, { pageSize: 5 });
    const answer = await send(emulator, `${ENDPOINTS}?api-version=2025-01-01`, { host: 'localhost' });
    const { port } = new URL(emulator.url);
    expect(jsonOf(answer.text)['nextLink']).toContain(`https://localhost:${port}/`);
  });

  test('has no nextLink when the last page is full', async () => {
    const emulator = await serve({ bodies: endpoints, collections: endpointList }, { pageSize: 7 });
    expect(await walk(emulator, `${ENDPOINTS}?api-version=2025-01-01`)).toHaveLength(1);
  });

  test('refuses a token that is not its own', async () => {
    const emulator = await serve({ bodies: endpoints, collections: endpointList });
    expect((await get(emulator, ENDPOINTS, '2025-01-01&$skiptoken=abc')).status).toBe(400);
  });

  test('carries its items in the api-version asked for', async () => {
    const snapshot = snapshotOf({
      bodies: endpoints.slice(0, 1),
      collections: { [ENDPOINTS]: { members: ids.slice(0, 1) } },
    });
    const preview = body(String(ids[0]), { preview: true });
    for (const resource of Object.values(snapshot.resources))
      resource.otherVersions = { '2025-02-01-preview': preview };
    const emulator = await started({ snapshot });
    expect((await get(emulator, ENDPOINTS, '2025-02-01-preview')).body).toEqual({ value: [preview] });
  });

  test('serves summaries in the place of bodies', async () => {
    const path = `${GROUP}/resources`;
    const summary = { id: VAULT, createdTime: '2024-01-01T00:00:00Z' };
    const emulator = await serve({
      bodies: [body(VAULT, { vaultUri: 'https://kv.vault.azure.net' })],
      collections: { [path]: { members: [VAULT], summaries: { [VAULT.toLowerCase()]: summary } } },
    });
    const query = "2021-04-01&$expand=createdTime&$filter=resourceType%20eq%20'Microsoft.KeyVault/vaults'";
    expect((await get(emulator, path, query)).body).toEqual({ value: [summary] });
    expect((await get(emulator, VAULT)).body).toMatchObject({
      properties: { vaultUri: 'https://kv.vault.azure.net' },
    });
  });
});

describe('a list that the snapshot holds in part', () => {
  test('breaks off after the pages that were read, as it did when it was read', async () => {
    const emulator = await serve(
      {
        bodies: endpoints,
        collections: { [ENDPOINTS]: { members: ids, complete: false } },
        gaps: [gap(ENDPOINTS, 'error')],
      },
      { pageSize: 7 },
    );
    const pages = await walk(emulator, `${ENDPOINTS}?api-version=2025-01-01`);
    expect(pages.map((page) => page['status'])).toEqual([200, 500]);
    expect(valuesOf(pages)).toEqual(endpoints);
  });

  test('fails at once when nothing was read', async () => {
    const emulator = await serve({
      bodies: [body(WORKSPACE)],
      collections: { [ENDPOINTS]: { complete: false } },
    });
    expect((await get(emulator, ENDPOINTS)).status).toBe(404);
  });

  test('is no shorter list when a member has no body', async () => {
    const emulator = await serve({ bodies: endpoints.slice(1), collections: endpointList });
    const pages = await walk(emulator, `${ENDPOINTS}?api-version=2025-01-01`);
    expect(pages.map((page) => page['status'])).toEqual([200, 500]);
    expect(valuesOf(pages)).toEqual(endpoints.slice(1));
  });

  test('ends with the reason why a member has no body', async () => {
    const emulator = await serve({
      bodies: endpoints.slice(1),
      collections: endpointList,
      gaps: [gap(String(ids[0]), 'forbidden')],
    });
    const pages = await walk(emulator, `${ENDPOINTS}?api-version=2025-01-01`);
    expect(pages.map((page) => page['status'])).toEqual([200, 403]);
  });
});

describe('a list that the snapshot does not hold', () => {
  const zone = body(ZONE);
  const other = body(ZONE.replace('rg-Fraud', 'rg-hub').replace('.api.', '.notebooks.'));

  test.each([SUBSCRIPTION, GROUP])('of workspaces in %s is put together', async (scope) => {
    const emulator = await serve({ bodies: [body(WORKSPACE), ...endpoints] });
    const path = `${scope}/providers/Microsoft.MachineLearningServices/workspaces`;
    expect((await get(emulator, path)).body).toEqual({ value: [body(WORKSPACE)] });
  });

  test('of a subscription holds all groups, of a group that one alone', async () => {
    const emulator = await serve({ bodies: [zone, other, body(`${ZONE}/A/*`)] });
    const rest = '/providers/Microsoft.Network/privateDnsZones';
    expect((await get(emulator, `${SUBSCRIPTION}${rest}`)).body).toEqual({ value: [zone, other] });
    expect((await get(emulator, `${GROUP}${rest}`)).body).toEqual({ value: [zone] });
    expect(
      (await get(emulator, `${SUBSCRIPTION}/providers/Microsoft.Network/privateEndpoints`)).body,
    ).toEqual({
      value: [],
    });
  });

  test('of children is put together, or empty where the parent has none', async () => {
    const record = body(`${ZONE}/A/*.inference`);
    const text = body(`${ZONE}/TXT/note`);
    const emulator = await serve({ bodies: [zone, record, text, body(WORKSPACE), ...endpoints] });
    expect((await get(emulator, `${ZONE}/A`)).body).toEqual({ value: [record] });
    expect((await get(emulator, `${ZONE}/ALL`)).body).toEqual({ value: [record, text] });
    expect((await get(emulator, `${ZONE}/virtualNetworkLinks`)).body).toEqual({ value: [] });
    expect((await get(emulator, `${ENDPOINTS}`)).body).toEqual({ value: endpoints });
    expect((await get(emulator, `${ENDPOINTS}/e0/deployments`)).body).toEqual({ value: [] });
    expect((await get(emulator, `${WORKSPACE}/datastores`)).body).toEqual({ value: [] });
  });

  test('of connections and outbound rules agrees with the body of the parent', async () => {
    const connection = { id: `${WORKSPACE}/privateEndpointConnections/mlw.1`, properties: {} };
    const rule = { type: 'FQDN', destination: 'pypi.org' };
    const emulator = await serve({
      bodies: [
        body(WORKSPACE, {
          privateEndpointConnections: [connection],
          managedNetwork: { outboundRules: { pypi: rule } },
        }),
      ],
    });
    expect((await get(emulator, `${WORKSPACE}/privateEndpointConnections`)).body).toEqual({
      value: [connection],
    });
    expect((await get(emulator, `${WORKSPACE}/outboundRules`)).body).toEqual({
      value: [
        {
          id: `${WORKSPACE}/outboundRules/pypi`,
          name: 'pypi',
          type: 'Microsoft.MachineLearningServices/workspaces/outboundRules',
          properties: rule,
        },
      ],
    });
  });

  test.each([
    ['a parent that is not there', `${WORKSPACE}/onlineEndpoints`, 'ResourceNotFound'],
    ['a type that is not known', `${ZONE}/somethings`, 'ResourceNotFound'],
    ['the creation times', `${GROUP}/resources`, 'ResourceNotFound'],
    [
      'a group that is not there',
      `${SUBSCRIPTION}/resourceGroups/other/providers/Microsoft.KeyVault/vaults`,
      'ResourceGroupNotFound',
    ],
  ])('of %s is a 404', async (_, path, code) => {
    const emulator = await serve({ bodies: [zone] });
    const { status, body } = await get(emulator, path);
    expect([status, codeOf(body)]).toEqual([404, code]);
  });

  test('is none when the snapshot tells that it was not read', async () => {
    const emulator = await serve({ bodies: [body(WORKSPACE)], gaps: [gap(ENDPOINTS, 'forbidden')] });
    expect((await get(emulator, ENDPOINTS)).status).toBe(403);
  });

  test('is not complete when one that it would hold was not read, but is when that is gone', async () => {
    const path = `${GROUP}/providers/Microsoft.KeyVault/vaults`;
    const unread = await serve({ bodies: [body(VAULT)], gaps: [gap(`${path}/kv2`, 'forbidden')] });
    const pages = await walk(unread, `${path}?api-version=2025-01-01`);
    expect(pages.map((page) => page['status'])).toEqual([200, 403]);
    const gone = await serve({ bodies: [body(VAULT)], gaps: [gap(`${path}/kv2`, 'not-found')] });
    expect((await get(gone, path)).body).toEqual({ value: [body(VAULT)] });
  });
});
