import { setMaxListeners } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import type { Snapshot } from '../snapshot/format.js';
import { SnapshotAnswers } from './answers.js';
import { armError, badRequest } from './arm-errors.js';
import { type ArmResponse, textOf } from './arm-response.js';
import { makeCertificate } from './certificate.js';
import { ActiveFaults, type Fault } from './faults.js';
import { readRequest, splitTarget } from './request.js';
import { indexSnapshot } from './snapshot-tree.js';

export { emulatorCredential } from './credential.js';
export type { Fault } from './faults.js';

export interface EmulatorOptions {
  /** What the server serves. It is indexed at start: later changes to it are not seen. */
  readonly snapshot: Snapshot;
  /** How long each answer is held back, in milliseconds; 0 unless told otherwise. */
  readonly latencyMs?: number;
  /** Items on a page of a list; 50 unless told otherwise. */
  readonly pageSize?: number;
  readonly faults?: readonly Fault[];
  /** A free one unless told otherwise. */
  readonly port?: number;
}

/** One request that reached the server. Headers and bodies are not kept: the first hold a token. */
export interface LoggedRequest {
  readonly method: string;
  /** As the client spelled it, without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** 0 until it is answered, and for good where the connection was dropped. */
  readonly status: number;
  /** `performance.now()` when the request was read, body included, in milliseconds. */
  readonly startedAt: number;
  /** `performance.now()` when the answer was sent or the connection ended; `startedAt` until then. */
  readonly endedAt: number;
}

export interface Emulator {
  /** Address of the server, without a trailing slash. */
  readonly url: string;
  /** PEM of the certificate that a client must trust; it names `localhost` and `127.0.0.1`. */
  readonly certificate: string;
  /** All requests so far, in the order of their arrival. */
  readonly requests: readonly LoggedRequest[];
  /** Ends the server at once, with all its connections, answered or not. May be called again. */
  close(): Promise<void>;
}

/**
 * Starts an https server on 127.0.0.1 that answers from a snapshot as Azure Resource Manager would: bodies, lists
 * in pages, errors. It reads only, and its gaps fail as they failed when the snapshot was taken.
 * @throws when the port is taken
 */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  const { certificate, privateKey } = await makeCertificate();
  const answers = new SnapshotAnswers(indexSnapshot(options.snapshot), Math.max(1, options.pageSize ?? 50));
  const faults = new ActiveFaults(options.faults ?? []);
  const requests: { -readonly [Key in keyof LoggedRequest]: LoggedRequest[Key] }[] = [];
  const latency = options.latencyMs ?? 0;
  const closing = new AbortController();
  // Each answer that is held back listens for the end; there is no bound on how many are.
  setMaxListeners(0, closing.signal);
  const sockets = new Set<Socket>();

  const server = createServer({ cert: certificate, key: privateKey });
  // A socket that is closed for idleness just as a client uses it again looks like a dropped connection.
  server.keepAliveTimeout = 0;
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  const origins = await listen(server, options.port ?? 0);

  server.on('request', (incoming, response) => {
    void serve(incoming, response).catch(() => incoming.socket.destroy());
  });

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(incoming);
    const startedAt = performance.now();
    const { path, query } = splitTarget(incoming.url ?? '/');
    const logged = { method: incoming.method ?? '', path, query, status: 0, startedAt, endedAt: startedAt };
    requests.push(logged);
    response.once('close', () => {
      if (logged.status === 0) logged.endedAt = performance.now();
    });
    if (latency > 0) await wait(latency, undefined, { signal: closing.signal });
    const answer = answerTo(incoming, body);
    if (answer.kind === 'stalled') return;
    if (answer.kind === 'dropped') {
      incoming.socket.destroy();
      return;
    }
    logged.status = answer.status;
    logged.endedAt = performance.now();
    send(response, answer);
  }

  function answerTo(incoming: IncomingMessage, body: string): ArmResponse {
    const request = readRequest(incoming, body, origins);
    if (request === null) return badRequest('The path cannot be decoded.');
    try {
      return faults.answer(request, () => answers.answer(request));
    } catch (error) {
      return armError(500, 'EmulatorFailure', error instanceof Error ? error.message : String(error));
    }
  }

  let closed: Promise<void> | undefined;
  return {
    url: origins[0],
    certificate,
    requests,
    close() {
      closed ??= new Promise((resolve) => {
        closing.abort();
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      });
      return closed;
    },
  };
}

/** Listens on loopback alone; returns the addresses under which the server can be reached. */
function listen(server: Server, port: number): Promise<[string, string]> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      const bound = typeof address === 'object' && address !== null ? address.port : port;
      resolve([`https://127.0.0.1:${bound}`, `https://localhost:${bound}`]);
    });
  });
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, answer: Extract<ArmResponse, { kind: 'json' | 'text' }>): void {
  const text = textOf(answer);
  const contentType = answer.kind === 'json' ? 'application/json; charset=utf-8' : answer.contentType;
  response.writeHead(answer.status, {
    'Content-Type': contentType,
    'Content-Length': Buffer.byteLength(text),
    'Cache-Control': 'no-cache',
    ...(answer.kind === 'json' ? answer.headers : {}),
  });
  response.end(text);
}
