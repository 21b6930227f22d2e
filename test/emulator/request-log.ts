import type { Interceptor } from '../../src/emulator/server.js';

/** One request that reached a server. Headers and bodies are not kept: the first hold a token. */
export interface LoggedRequest {
  readonly method: string;
  /** Percent-decoded, as the client spelled it, without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** 0 until it is answered, and for good where the connection was dropped. */
  readonly status: number;
  /** `performance.now()` when the request was read, body included, in milliseconds. */
  readonly startedAt: number;
  /** `performance.now()` when its answer was made; `startedAt` until then. */
  readonly endedAt: number;
}

/** Writes down all that an interceptor is asked. */
export function logged(inner: Interceptor): {
  /** All requests so far, in the order of their arrival. */
  readonly requests: readonly LoggedRequest[];
  readonly interceptor: Interceptor;
} {
  const requests: { -readonly [Key in keyof LoggedRequest]: LoggedRequest[Key] }[] = [];
  return {
    requests,
    interceptor: async (request, usual) => {
      const { method, path, query } = request;
      const startedAt = performance.now();
      const entry = { method, path, query, status: 0, startedAt, endedAt: startedAt };
      requests.push(entry);
      const answer = await inner(request, usual);
      if (answer.kind !== 'dropped') entry.status = answer.status;
      entry.endedAt = performance.now();
      return answer;
    },
  };
}
