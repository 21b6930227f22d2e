import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { Socket } from 'node:net';
import type { Snapshot } from '../snapshot/format.js';
import { SnapshotAnswers } from './answers.js';
import { armError, badRequest } from './arm-errors.js';
import { type ArmResponse, textOf } from './arm-response.js';
import { makeCertificate } from './certificate.js';
import { type ArmRequest, readRequest } from './request.js';
import { indexSnapshot } from './snapshot-tree.js';

export { emulatorCredential } from './credential.js';

/**
 * Stands between requests and their answers: sees them, holds them back, or gives others.
 * @param usual makes the answer that the request would have had
 * @returns the answer; a promise that never settles leaves the request without one until a side closes the connection
 */
export type Interceptor = (
  request: ArmRequest,
  usual: () => ArmResponse,
) => ArmResponse | Promise<ArmResponse>;

export interface EmulatorOptions {
  /** What the server serves. It is indexed at start: later changes to it are not seen. */
  readonly snapshot: Snapshot;
  /** Items on a page of a list; 50 unless told otherwise. */
  readonly pageSize?: number;
  /** A free one unless told otherwise. */
  readonly port?: number;
  readonly interceptor?: Interceptor;
}

export interface Emulator {
  /** Address of the server, without a trailing slash. */
  readonly url: string;
  /** PEM of the certificate that a client must trust; it names `localhost` and `127.0.0.1`. */
  readonly certificate: string;
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
  const intercept: Interceptor = options.interceptor ?? ((_request, usual) => usual());
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
    const answer = await answerTo(incoming, await readBody(incoming));
    if (answer.kind === 'dropped') incoming.socket.destroy();
    else send(response, answer);
  }

  async function answerTo(incoming: IncomingMessage, body: string): Promise<ArmResponse> {
    const request = readRequest(incoming, body, origins);
    if (request === null) return badRequest('The path cannot be decoded.');
    try {
      return await intercept(request, () => answers.answer(request));
    } catch (error) {
      return armError(500, 'EmulatorFailure', error instanceof Error ? error.message : String(error));
    }
  }

  let closed: Promise<void> | undefined;
  return {
    url: origins[0],
    certificate,
    close() {
      closed ??= new Promise((resolve) => {
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
