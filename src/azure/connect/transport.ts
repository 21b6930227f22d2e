import { createDefaultHttpClient, type HttpClient, RestError } from '@azure/core-rest-pipeline';
import { NO_ANSWER_IN_TIME } from './transport-fault.js';

/** One request that was sent, for a line of a log. Holds neither headers nor the query, where tokens may be. */
export interface Call {
  readonly method: string;
  readonly path: string;
  /** The answer's status, or the code of what went wrong. */
  readonly status: number | string;
  readonly milliseconds: number;
}

export interface TransportOptions {
  /** The longest that one request may take, its whole answer included, in milliseconds. */
  readonly timeoutMs: number;
  /** Ends every request. */
  readonly signal: AbortSignal;
  readonly onCall?: (call: Call) => void;
  /** Where requests go; the network unless told otherwise. */
  readonly http?: HttpClient;
}

/**
 * The way to the network that all clients share: it counts and times the requests of a scan. It stands below every
 * policy, so each attempt is a call of its own.
 */
export class Transport implements HttpClient {
  readonly #options: TransportOptions;
  readonly #http: HttpClient;
  #calls = 0;
  #answers = 0;

  constructor(options: TransportOptions) {
    this.#options = options;
    this.#http = options.http ?? createDefaultHttpClient();
  }

  /** Requests sent. */
  get calls(): number {
    return this.#calls;
  }

  /** Whether anything ever answered. */
  get reached(): boolean {
    return this.#answers > 0;
  }

  sendRequest: HttpClient['sendRequest'] = async (request) => {
    const started = performance.now();
    this.#calls += 1;
    let status: number | string = 'error';
    try {
      const response = await this.#send(request);
      this.#answers += 1;
      status = response.status;
      return response;
    } catch (error) {
      status = error instanceof RestError && error.code !== undefined ? error.code : nameOf(error);
      throw error;
    } finally {
      this.#options.onCall?.({
        method: request.method,
        path: new URL(request.url).pathname,
        status,
        milliseconds: Math.round(performance.now() - started),
      });
    }
  };

  /**
   * The HTTP client's own timeout ends with the headers, and a compressed answer whose connection breaks never
   * ends at all; so the clock runs here, over the whole answer.
   */
  async #send(request: Parameters<HttpClient['sendRequest']>[0]): ReturnType<HttpClient['sendRequest']> {
    const { signal, timeoutMs } = this.#options;
    const own = new AbortController();
    const given = request.abortSignal;
    let end = (_reason: unknown): void => {};
    const ended = new Promise<never>((_resolve, reject) => {
      end = reject;
    });
    const timer = setTimeout(() => {
      end(new RestError('no answer in time', { code: NO_ANSWER_IN_TIME, request }));
      own.abort();
    }, timeoutMs);
    const interrupt = (): void => {
      end(signal.reason);
      own.abort();
    };
    signal.addEventListener('abort', interrupt, { once: true });
    request.abortSignal = own.signal;
    try {
      return await Promise.race([this.#http.sendRequest(request), ended]);
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', interrupt);
      if (given === undefined) delete request.abortSignal;
      else request.abortSignal = given;
    }
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'error';
}
