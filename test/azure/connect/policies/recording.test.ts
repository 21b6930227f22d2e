import { RestError } from '@azure/core-rest-pipeline';
import { describe, expect, it } from 'vitest';
import { RESOURCE_GRAPH_PATH } from '../../../../src/arm/list-paths.js';
import { recordingPolicy } from '../../../../src/azure/connect/policies/recording.js';
import { collectionRead, type Read } from '../../../../src/azure/exchange/read.js';
import { exchange, ID, READ, type Scripted } from '../../policies/pipeline.js';

const LIST = collectionRead('endpoints', `${ID}/onlineEndpoints`);
const QUERY: Read = { name: 'resourceGraph', form: 'query', path: RESOURCE_GRAPH_PATH };

async function recorded(step: Scripted, read: Read = READ) {
  return (await exchange([recordingPolicy()], [step], { read })).answer;
}

function body(value: unknown): Scripted {
  return { status: 200, body: JSON.stringify(value) };
}

describe('files', () => {
  it('a body as it came, under the id that was asked', async () => {
    const sent = {
      id: ID.toUpperCase(),
      name: 'kv',
      properties: { unknown: { of: ['tomorrow', null, 1.5] } },
    };
    expect(await recorded(body(sent))).toEqual({
      read: READ,
      apiVersion: '2025-05-01',
      items: [{ id: ID, body: sent }],
    });
  });

  it('a body without the properties that an SDK counts on', async () => {
    expect((await recorded(body({ id: ID }))).items).toEqual([{ id: ID, body: { id: ID } }]);
  });

  it.each([undefined, null, ''])('a page with the nextLink %j as the last', async (nextLink) => {
    const answer = await recorded(body({ value: [{ id: 'a' }], nextLink }), LIST);
    expect(answer).toMatchObject({ items: [{ id: 'a' }] });
    expect(answer.failure).toBeUndefined();
  });

  it('ids alone of a Resource Graph answer', async () => {
    const answer = await recorded(
      body({ totalRecords: 1, data: [{ id: 'z', secret: 'x' }], resultTruncated: 'false' }),
      QUERY,
    );
    expect(answer.items).toEqual([{ id: 'z' }]);
    expect(answer.failure).toBeUndefined();
  });
});

describe('is not complete', () => {
  it.each<[string, Scripted, Read, RegExp]>([
    ['a body that was cut off', { status: 200, body: '{"id": "' }, READ, /cut off after 8 bytes/],
    ['no body', { status: 200, body: '' }, READ, /not JSON/],
    [
      'HTML',
      { status: 200, body: '<html>secret</html>' },
      READ,
      /^200, but not JSON or cut off after 19 bytes$/,
    ],
    ['an array', body([]), READ, /not a JSON object/],
    ['null', body(null), READ, /not a JSON object/],
    ['a list without values', body({ id: ID }), LIST, /no list of values/],
    ['a list whose values are no list', body({ value: {} }), LIST, /no list of values/],
    ['a member without an id', body({ value: [{ id: 'a' }, { name: 'b' }] }), LIST, /has no id/],
    ['a member that is null', body({ value: [null] }), LIST, /has no id/],
    ['a nextLink that is none', body({ value: [], nextLink: 7 }), LIST, /not an address/],
    [
      'a page with more behind it',
      body({ value: [], nextLink: 'https://arm.test/2' }),
      LIST,
      /before its last page/,
    ],
    ['an answer with nothing in it', { status: 204, body: '' }, READ, /^204$/],
    [
      'a redirect',
      { status: 302, headers: { Location: 'https://evil.test' } },
      READ,
      /redirect, which is not followed/,
    ],
    ['rows that are no rows', body({ data: 'x' }), QUERY, /no rows/],
    ['a row without an id', body({ data: [{ name: 'x' }] }), QUERY, /row has no id/],
    [
      'fewer rows than there are',
      body({ totalRecords: 3, data: [{ id: 'z' }] }),
      QUERY,
      /cut its answer short/,
    ],
    [
      'rows that were cut',
      body({ data: [{ id: 'z' }], resultTruncated: 'true' }),
      QUERY,
      /cut its answer short/,
    ],
    [
      'a first page of rows',
      body({ data: [{ id: 'z' }], $skipToken: 'more' }),
      QUERY,
      /before its last page/,
    ],
  ])('%s', async (_name, step, read, detail) => {
    const { failure } = await recorded(step, read);
    expect(failure).toMatchObject({ reason: 'error', detail: expect.stringMatching(detail) });
    expect(failure?.detail).not.toContain('secret');
  });

  it.each([
    [401, 'InvalidAuthenticationToken', 'forbidden'],
    [403, 'AuthorizationFailed', 'forbidden'],
    [404, 'ResourceNotFound', 'not-found'],
    [404, 'InvalidResourceType', 'unsupported'],
    [400, 'InvalidApiVersionParameter', 'unsupported'],
    [400, 'NoRegisteredProviderFound', 'unsupported'],
    [400, 'BadRequest', 'error'],
    [408, 'RequestTimeout', 'timeout'],
    [409, 'Conflict', 'error'],
    [429, 'TooManyRequests', 'throttled'],
    [500, 'InternalServerError', 'error'],
    [504, 'GatewayTimeout', 'timeout'],
  ])('%i %s, which is %s', async (status, code, reason) => {
    for (const wrapped of [true, false]) {
      const error = { code, message: 'what happened' };
      const { failure } = await recorded({ status, body: JSON.stringify(wrapped ? { error } : error) });
      expect(failure).toMatchObject({ reason, status, code, detail: `${status} ${code}: what happened` });
    }
  });

  it('an error whose body says nothing', async () => {
    expect((await recorded({ status: 403, body: '<html>' })).failure).toEqual({
      status: 403,
      reason: 'forbidden',
      detail: '403',
    });
  });

  it('an answer that never came', async () => {
    const { failure } = await recorded(new RestError('read ECONNRESET', { code: 'ECONNRESET' }));
    expect(failure).toMatchObject({ reason: 'timeout', transport: { kind: 'dropped', code: 'ECONNRESET' } });
  });
});
