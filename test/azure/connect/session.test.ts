import type { GetTokenOptions } from '@azure/core-auth';
import { createHttpHeaders, type HttpClient, type PipelineRequest } from '@azure/core-rest-pipeline';
import { describe, expect, it } from 'vitest';
import {
  customRolesPath,
  denyAssignmentsPath,
  locksPath,
  roleAssignmentsPath,
} from '../../../src/arm/list-paths.js';
import { READS } from '../../../src/arm/reads.js';
import { openSession, type Session } from '../../../src/azure/connect/session.js';
import { collectionRead, resourceRead } from '../../../src/azure/exchange/read.js';
import { namesOf, SUBSCRIPTION } from '../../world/names.js';
import { soundPrivate } from '../../world/sound.js';
import { scan } from '../scan.js';

const names = namesOf('fraud');

interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

interface Opened {
  readonly session: Session;
  readonly requests: PipelineRequest[];
  readonly tokens: { readonly scopes: string | string[]; readonly claims: string | undefined }[];
}

/** A session whose requests are answered by a function in place of the network. */
async function open(reply: (request: PipelineRequest, count: number) => Reply): Promise<Opened> {
  const requests: PipelineRequest[] = [];
  const tokens: Opened['tokens'] = [];
  const http: HttpClient = {
    async sendRequest(request) {
      requests.push(request);
      const { status, headers = {}, body = {} } = reply(request, requests.length);
      const json = { 'Content-Type': 'application/json', ...headers };
      return { status, request, headers: createHttpHeaders(json), bodyAsText: JSON.stringify(body) };
    },
  };
  const session = await openSession({
    endpoint: 'https://arm.test',
    tokenScope: 'https://arm.test/.default',
    credential: {
      async getToken(scopes: string | string[], options?: GetTokenOptions) {
        tokens.push({ scopes, claims: options?.claims });
        return { token: `token-${tokens.length}`, expiresOnTimestamp: Date.now() + 3_600_000 };
      },
    },
    concurrency: 4,
    requestTimeoutMs: 5000,
    maximumThrottleWaitMs: 5000,
    signal: new AbortController().signal,
    userAgent: 'isocheck/0.0.0',
    graphQuery: 'resources',
    anySubscription: SUBSCRIPTION,
    http,
  });
  return { session, requests, tokens };
}

describe('the clients', () => {
  it('ask for a token for the chosen ARM, whatever their own notion of it', async () => {
    const { session, tokens, requests } = await open(() => ({ status: 200, body: { id: 'x' } }));
    const reads = [
      resourceRead('workspace', names.workspace),
      resourceRead('privateEndpoint', names.privateEndpoint),
      resourceRead('privateDnsZone', names.apiZone),
      resourceRead('keyVault', names.keyVault),
      resourceRead('registry', names.registry),
      resourceRead('storageAccount', names.storage),
    ];
    for (const read of reads) expect((await session.ask(read)).failure).toBeUndefined();
    expect(tokens.map(({ scopes }) => [scopes].flat())).toEqual(
      reads.map(() => ['https://arm.test/.default']),
    );
    expect(requests.map(({ url }) => new URL(url).origin)).toEqual(reads.map(() => 'https://arm.test'));
    expect(requests.map(({ url }) => new URL(url).pathname)).toEqual(reads.map(({ path }) => path));
    for (const { headers } of requests) expect(headers.get('User-Agent')).toContain('isocheck/0.0.0');
  });

  it('do not mind a body that their models would not take', async () => {
    const { session } = await open(() => ({
      status: 200,
      body: { id: names.registry, sku: null, properties: 7 },
    }));
    const answer = await session.ask(resourceRead('registry', names.registry));
    expect(answer.failure).toBeUndefined();
    expect(answer.items).toEqual([
      { id: names.registry, body: { id: names.registry, sku: null, properties: 7 } },
    ]);
  });

  it('get a new token when ARM asks for claims, and go on', async () => {
    const claims = Buffer.from('{"access_token":{}}').toString('base64');
    const { session, tokens, requests } = await open((_request, count) =>
      count === 1
        ? {
            status: 401,
            headers: { 'WWW-Authenticate': `Bearer error="insufficient_claims", claims="${claims}"` },
            body: { error: { code: 'InvalidAuthenticationToken', message: 'once more' } },
          }
        : { status: 200, body: { id: names.workspace } },
    );
    const answer = await session.ask(resourceRead('workspace', names.workspace));
    expect(answer.failure).toBeUndefined();
    expect(tokens.map(({ claims: asked }) => asked)).toEqual([undefined, '{"access_token":{}}']);
    expect(requests).toHaveLength(2);
  });

  it('do not follow a redirect', async () => {
    const { session, requests } = await open(() => ({
      status: 307,
      headers: { Location: 'https://evil.test/subscriptions' },
    }));
    const answer = await session.ask(resourceRead('workspace', names.workspace));
    expect(requests).toHaveLength(1);
    expect(answer.failure).toMatchObject({ reason: 'error', detail: expect.stringContaining('redirect') });
  });

  it('see each page filed with the list that it belongs to, wherever its nextLink leads', async () => {
    const strange = 'https://arm.test/providers/Microsoft.Other/pages/7?token=%2B%2f==';
    const { session, requests } = await open((_request, count) => ({
      status: 200,
      body: count === 1 ? { value: [{ id: '/a' }], nextLink: strange } : { value: [{ id: '/b' }] },
    }));
    const answer = await session.ask(collectionRead('endpoints', `${names.workspace}/onlineEndpoints`));
    expect(answer.failure).toBeUndefined();
    expect(answer.items.map(({ id }) => id)).toEqual(['/a', '/b']);
    expect(requests[1]?.url).toBe(`${strange}&api-version=2025-09-01`);
  });

  it('tell pages apart whose tokens differ behind their second = alone, where a client cuts them', async () => {
    const page = (number: number) => `https://arm.test/next?token=a==${number}`;
    const { session, requests } = await open((_request, count) => ({
      status: 200,
      body: { value: [{ id: `/${count}` }], ...(count < 3 ? { nextLink: page(count) } : {}) },
    }));
    const answer = await session.ask(collectionRead('endpoints', `${names.workspace}/onlineEndpoints`));
    expect(answer.failure).toBeUndefined();
    expect(answer.items.map(({ id }) => id)).toEqual(['/1', '/2', '/3']);
    expect(requests.slice(1).map(({ url }) => url.split('&')[0])).toEqual([page(1), page(2)]);
  });

  it('do not send what an address of the next page would sign in with', async () => {
    const { session, requests } = await open(() => ({
      status: 200,
      body: { value: [{ id: '/a' }], nextLink: 'https://planted-user:planted-pass@arm.test/next' },
    }));
    const answer = await session.ask(collectionRead('endpoints', `${names.workspace}/onlineEndpoints`));
    expect(requests).toHaveLength(1);
    expect(answer.items.map(({ id }) => id)).toEqual(['/a']);
    expect(answer.failure).toEqual({
      reason: 'error',
      detail: 'a nextLink with a user name is not followed',
    });
  });

  it('leave a gap where a request cannot even be made', async () => {
    const { session, requests } = await open(() => ({ status: 200 }));
    const answer = await session.ask(collectionRead('deployments', `${names.workspace}/deployments`));
    expect(requests).toEqual([]);
    expect(answer.failure).toEqual({ reason: 'error', detail: 'the request was not made (Error)' });
  });
});

it('one token serves the whole scan', async () => {
  let asked = 0;
  await scan(soundPrivate().world.snapshot(), {
    options: {
      credential: {
        async getToken() {
          asked += 1;
          return { token: 'token', expiresOnTimestamp: Date.now() + 3_600_000 };
        },
      },
    },
  });
  expect(asked).toBe(1);
});

describe('a list with a filter', () => {
  const PRINCIPAL = '2d4e6f80-91a2-4b3c-8d5e-f60718293a4b';
  const AUTHORIZATION = 'providers/Microsoft.Authorization';
  const group = names.registry.replace('/rg-fraud/', '/rg (1)/');

  it.each([
    [
      collectionRead('roleAssignments', roleAssignmentsPath(group, PRINCIPAL)),
      `${group.replace(' ', '%20')}/${AUTHORIZATION}/roleAssignments?$filter=assignedTo('${PRINCIPAL}')&`,
    ],
    [
      collectionRead('denyAssignments', denyAssignmentsPath(names.registry)),
      `${names.registry}/${AUTHORIZATION}/denyAssignments?$filter=atScope()&`,
    ],
    [
      collectionRead('customRoles', customRolesPath(SUBSCRIPTION)),
      `/subscriptions/${SUBSCRIPTION}/${AUTHORIZATION}/roleDefinitions?$filter=type%20eq%20'CustomRole'&`,
    ],
    [
      collectionRead('locks', locksPath(SUBSCRIPTION)),
      `/subscriptions/${SUBSCRIPTION}/${AUTHORIZATION}/locks?`,
    ],
  ])('is asked for with the filter encoded, and page by page: $path', async (read, address) => {
    const id = `/subscriptions/${SUBSCRIPTION}/${AUTHORIZATION}/things/1`;
    const next = 'https://arm.test/next?$skiptoken=a%3D%3D';
    const { session, requests } = await open((_request, count) => ({
      status: 200,
      body: count === 1 ? { value: [], nextLink: next } : { value: [{ id }] },
    }));
    const { apiVersion } = READS[read.name];
    expect(await session.ask(read)).toEqual({ read, apiVersion, items: [{ id, body: { id } }] });
    expect(requests.map(({ url }) => url)).toEqual([
      `https://arm.test${address}api-version=${apiVersion}`,
      `${next}&api-version=${apiVersion}`,
    ]);
  });
});
