import { forbidden, resourceNotFound } from '../../src/emulator/arm-errors.js';
import { type ArmResponse, textOf } from '../../src/emulator/arm-response.js';
import { nextLinkTo, pageNumber, skipTokenOf } from '../../src/emulator/paging.js';
import { type ArmRequest, parameter } from '../../src/emulator/request.js';
import { graphSkipToken, isGraphQuery } from '../../src/emulator/resource-graph.js';
import type { Interceptor } from '../../src/emulator/server.js';
import {
  refusedToken,
  type ServerErrorStatus,
  serverErrorOf,
  type TokenErrorCode,
  throttledFor,
  type UnsupportedCode,
  unsupportedVersion,
} from './fault-errors.js';

/** What a fault sees of a request. */
interface FaultRequest {
  readonly method: string;
  /** Lower case, percent-decoded, without query and trailing slash. */
  readonly path: string;
  /** As the client spelled it. */
  readonly query: Readonly<Record<string, string>>;
  /** Which page of a list is asked for, from 1. */
  readonly page: number;
}

/** Which requests a fault strikes. */
type FaultTarget = (
  | {
      /**
       * A string is the path itself and all that is below it; a regular expression is tried on the path, with
       * its case ignored. `/` strikes everything.
       */
      readonly path: string | RegExp;
    }
  | { readonly match: (request: FaultRequest) => boolean }
) & {
  /** How many requests are struck before the fault heals; without it, it never does. */
  readonly times?: number;
};

/** A fault that takes the place of the answer. */
type Failure =
  /** 403 AuthorizationFailed; without an action, the one that reads the path. */
  | { readonly kind: 'forbidden'; readonly action?: string }
  | { readonly kind: 'not-found' }
  /** 429; without a number of seconds there is no Retry-After header. */
  | { readonly kind: 'throttled'; readonly retryAfterSeconds?: number }
  /** 500 unless told otherwise. */
  | { readonly kind: 'server-error'; readonly status?: ServerErrorStatus }
  /** The connection is destroyed without an answer. */
  | { readonly kind: 'dropped' }
  /** The answer's JSON cut in half, with a Content-Length that fits the half. */
  | { readonly kind: 'truncated' }
  /** 200 with a page of HTML. */
  | { readonly kind: 'not-json' }
  /** 401; InvalidAuthenticationToken unless told otherwise. */
  | { readonly kind: 'unauthorized'; readonly code?: TokenErrorCode }
  /** No answer until one side closes the connection. */
  | { readonly kind: 'stalled' }
  /** 400 for one api-version, or for any when none is given; NoRegisteredProviderFound unless told otherwise. */
  | { readonly kind: 'unsupported'; readonly apiVersion?: string; readonly code?: UnsupportedCode };

/** A fault, as data: which requests, what happens, how often. */
export type Fault = FaultTarget &
  (
    | Failure
    /** Every page of a list names a next page on another host, e.g. `https://attacker.example`. */
    | { readonly kind: 'foreign-next-link'; readonly origin: string }
    /** The failure strikes one page of a list alone, from 1. */
    | { readonly kind: 'page-failure'; readonly page: number; readonly failure: Failure }
  );

/** Answers with the first fault that strikes a request and is not healed, else as usual. */
export function faulty(faults: readonly Fault[]): Interceptor {
  const active = faults.map((fault) => ({ fault, left: fault.times ?? Number.POSITIVE_INFINITY }));
  return (request, usual) => {
    const seen = seenBy(request);
    const struck = active.find(({ fault, left }) => left > 0 && strikes(fault, seen));
    if (struck === undefined) return usual();
    struck.left -= 1;
    return afflict(struck.fault, request, seen, usual);
  };
}

function seenBy(request: ArmRequest): FaultRequest {
  const token = isGraphQuery(request) ? graphSkipToken(request.body) : skipTokenOf(request.query);
  return { method: request.method, path: request.key, query: request.query, page: pageNumber(token) };
}

function strikes(fault: Fault, request: FaultRequest): boolean {
  if (!aims(fault, request)) return false;
  if (fault.kind === 'page-failure')
    return fault.page === request.page && versionFits(fault.failure, request);
  return fault.kind === 'foreign-next-link' || versionFits(fault, request);
}

function aims(target: FaultTarget, request: FaultRequest): boolean {
  if ('match' in target) return target.match(request);
  const { path } = target;
  if (typeof path !== 'string') {
    // A sticky or global expression would remember the last request.
    return new RegExp(path.source, `${path.flags.replaceAll(/[giy]/g, '')}i`).test(request.path);
  }
  const wanted = path.toLowerCase().replace(/\/+$/, '');
  return request.path === wanted || request.path.startsWith(`${wanted}/`);
}

function versionFits(failure: Failure, { query }: FaultRequest): boolean {
  return (
    failure.kind !== 'unsupported' ||
    failure.apiVersion === undefined ||
    failure.apiVersion === parameter(query, 'api-version')
  );
}

function afflict(
  fault: Fault,
  request: ArmRequest,
  seen: FaultRequest,
  healthy: () => ArmResponse,
): ArmResponse | Promise<ArmResponse> {
  switch (fault.kind) {
    case 'page-failure':
      return fail(fault.failure, request, healthy);
    case 'foreign-next-link':
      return withNextLink(healthy(), nextLinkTo(fault.origin, request.path, request.query, seen.page + 1));
    default:
      return fail(fault, request, healthy);
  }
}

function fail(
  failure: Failure,
  request: ArmRequest,
  healthy: () => ArmResponse,
): ArmResponse | Promise<ArmResponse> {
  const { path, query } = request;
  switch (failure.kind) {
    case 'forbidden':
      return forbidden(path, failure.action);
    case 'not-found':
      return resourceNotFound(path);
    case 'throttled':
      return throttledFor(failure.retryAfterSeconds);
    case 'server-error':
      return serverErrorOf(failure.status);
    case 'dropped':
      return { kind: 'dropped' };
    case 'stalled':
      return new Promise(() => {});
    case 'truncated':
      return cut(healthy());
    case 'not-json':
      return {
        kind: 'text',
        status: 200,
        contentType: 'text/html',
        text: '<!DOCTYPE html><html><head><title>Sign in</title></head><body>Proxy</body></html>',
      };
    case 'unauthorized':
      return refusedToken(failure.code);
    case 'unsupported':
      return unsupportedVersion(path, parameter(query, 'api-version') ?? '', failure.code);
  }
}

function cut(answer: ArmResponse): ArmResponse {
  if (answer.kind !== 'json') return answer;
  const text = textOf(answer);
  return {
    kind: 'text',
    status: answer.status,
    contentType: 'application/json; charset=utf-8',
    text: text.slice(0, Math.ceil(text.length / 2)),
  };
}

function withNextLink(answer: ArmResponse, nextLink: string): ArmResponse {
  if (answer.kind !== 'json' || !Array.isArray(answer.body['value'])) return answer;
  return { ...answer, body: { ...answer.body, nextLink } };
}
