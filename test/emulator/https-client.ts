import type { IncomingHttpHeaders } from 'node:http';
import { Agent, request } from 'node:https';
import { isJsonObject, type JsonObject } from '../../src/json.js';

export interface Received {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

interface Sent {
  readonly method?: string;
  /** null leaves the header out. */
  readonly authorization?: string | null;
  readonly body?: string;
  /** Host name to connect to. */
  readonly host?: string;
}

interface Server {
  readonly url: string;
  readonly certificate: string;
}

/** Sends one request that trusts nothing but the emulator's own certificate; rejects when the connection ends. */
export function send(server: Server, path: string, sent: Sent = {}): Promise<Received> {
  const { port, hostname } = new URL(server.url);
  const agent = new Agent({ ca: server.certificate });
  return new Promise((resolve, reject) => {
    const authorization = sent.authorization === undefined ? 'Bearer token' : sent.authorization;
    const outgoing = request(
      {
        host: sent.host ?? hostname,
        port,
        path,
        agent,
        method: sent.method ?? 'GET',
        headers: authorization === null ? {} : { authorization },
      },
      (incoming) => {
        let text = '';
        incoming.setEncoding('utf8');
        incoming.on('data', (chunk: string) => {
          text += chunk;
        });
        incoming.on('error', reject);
        incoming.on('end', () =>
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(sent.body);
  });
}

/** Sends a GET with an api-version; the answer's JSON. */
export async function get(
  server: Server,
  path: string,
  apiVersion = '2025-01-01',
): Promise<{ readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: JsonObject }> {
  const { status, headers, text } = await send(server, `${path}?api-version=${apiVersion}`);
  return { status, headers, body: jsonOf(text) };
}

/** The JSON object in a text; throws when there is none. */
export function jsonOf(text: string): JsonObject {
  const value: unknown = JSON.parse(text);
  if (!isJsonObject(value)) throw new TypeError(`expected an object, found ${text}`);
  return value;
}

/** The part of an address below its host. */
export function below(address: unknown): string {
  if (typeof address !== 'string') throw new TypeError(`expected an address, found ${String(address)}`);
  const { pathname, search } = new URL(address);
  return `${pathname}${search}`;
}

/** ARM's error code in a body; undefined when there is none. */
export function codeOf(body: JsonObject): unknown {
  const error = body['error'];
  return isJsonObject(error) ? error['code'] : undefined;
}

/** ARM's error message in a body; empty when there is none. */
export function messageOf(body: JsonObject): string {
  const error = body['error'];
  return isJsonObject(error) && typeof error['message'] === 'string' ? error['message'] : '';
}
