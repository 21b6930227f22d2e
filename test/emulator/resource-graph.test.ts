import { describe, expect, test } from 'vitest';
import type { Emulator } from '../../src/emulator/server.js';
import type { JsonObject } from '../../src/json.js';
import { codeOf, jsonOf, send } from './https-client.js';
import { body, gap, type Parts, serve, VAULT, WORKSPACE, ZONE } from './small-snapshot.js';

const PATH = '/providers/Microsoft.ResourceGraph/resources';
const zones = ['a', 'b', 'c'].map((name) => `${ZONE}.${name}`);

async function query(
  emulator: Emulator,
  options: JsonObject = {},
): Promise<{ readonly status: number; readonly body: JsonObject }> {
  const asked = JSON.stringify({ query: 'resources | project id', options });
  const answer = await send(emulator, `${PATH}?api-version=2021-03-01`, { method: 'POST', body: asked });
  return { status: answer.status, body: jsonOf(answer.text) };
}

describe('a Resource Graph query', () => {
  test('is answered with all private DNS zones, spelled as in their bodies', async () => {
    const emulator = await serve({
      bodies: [body(VAULT), ...zones.map((zone) => body(zone)), body(`${ZONE}.a/A/*`)],
    });
    expect(await query(emulator)).toEqual({
      status: 200,
      body: {
        totalRecords: 3,
        count: 3,
        data: zones.map((id) => ({ id })),
        facets: [],
        resultTruncated: 'false',
      },
    });
  });

  test('is answered with the members of the collection where the snapshot holds one', async () => {
    const emulator = await serve({
      bodies: zones.map((zone) => body(zone)),
      collections: { [PATH]: { members: [WORKSPACE] } },
    });
    expect((await query(emulator)).body).toMatchObject({ totalRecords: 1, data: [{ id: WORKSPACE }] });
  });

  test.each([
    ['the page size', {}, 2],
    ['$top where that is less', { $top: 1 }, 1],
    ['the page size where $top is more', { $top: 1000 }, 2],
  ])('is cut into pages by %s', async (_, options, size) => {
    const emulator = await serve({ collections: { [PATH]: { members: zones } } }, { pageSize: 2 });
    const first = await query(emulator, options);
    expect(first.body).toMatchObject({ totalRecords: 3, count: size });
    const found: unknown[] = [];
    let page = first.body;
    for (;;) {
      found.push(...(Array.isArray(page['data']) ? page['data'] : []));
      const token = page['$skipToken'];
      if (token === undefined) break;
      page = (await query(emulator, { ...options, $skipToken: String(token) })).body;
    }
    expect(found).toEqual(zones.map((id) => ({ id })));
  });

  test.each<[string, Parts, number, string]>([
    ['that was refused', { gaps: [gap(PATH, 'forbidden')] }, 403, 'AuthorizationFailed'],
    ['that broke off', { collections: { [PATH]: { complete: false } } }, 404, 'ResourceNotFound'],
  ])('%s fails again', async (_, parts, status, code) => {
    const answer = await query(await serve(parts));
    expect([answer.status, codeOf(answer.body)]).toEqual([status, code]);
  });

  test.each(['', 'not json', '[]', '{"query": 1}', '{"query": "resources", "options": {"$skipToken": "x"}}'])(
    'refuses the body %j',
    async (asked) => {
      const emulator = await serve({});
      const answer = await send(emulator, `${PATH}?api-version=2021-03-01`, { method: 'POST', body: asked });
      expect([answer.status, codeOf(jsonOf(answer.text))]).toEqual([400, 'BadRequest']);
    },
  );

  test('demands token and api-version like any other request', async () => {
    const emulator = await serve({});
    const method = 'POST';
    expect((await send(emulator, PATH, { method, body: '{}' })).status).toBe(400);
    expect((await send(emulator, PATH, { method, body: '{}', authorization: null })).status).toBe(401);
  });
});
