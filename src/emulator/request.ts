import type { IncomingMessage } from 'node:http';

/** One request, read once. */
export interface ArmRequest {
  readonly method: string;
  /** Percent-decoded, without query and trailing slash, as the client spelled it. */
  readonly path: string;
  /** The path in lower case. */
  readonly key: string;
  /** As the client spelled it. */
  readonly query: Readonly<Record<string, string>>;
  /** Scheme, host and port that the client asked: a `nextLink` names the same. */
  readonly origin: string;
  readonly authorization: string | undefined;
  readonly body: string;
}

/**
 * Reads a request.
 * @param origins the addresses under which the server can be reached; the first is taken when the client's Host
 *   header names none of them
 * @param body the whole request body
 * @returns null when its path cannot be decoded
 */
export function readRequest(
  incoming: IncomingMessage,
  body: string,
  origins: readonly [string, ...string[]],
): ArmRequest | null {
  const { path, query } = splitTarget(incoming.url ?? '/');
  const decoded = decode(path);
  if (decoded === null) return null;
  const trimmed = decoded.replace(/\/+$/, '');
  const asked = `https://${incoming.headers.host ?? ''}`;
  return {
    method: incoming.method ?? 'GET',
    path: trimmed,
    key: trimmed.toLowerCase(),
    query,
    origin: origins.find((origin) => origin === asked) ?? origins[0],
    authorization: incoming.headers.authorization,
    body,
  };
}

/** Path and query of a request target, undecoded path first; own properties only, whatever the names. */
function splitTarget(target: string): {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
} {
  const mark = target.indexOf('?');
  if (mark < 0) return { path: target, query: {} };
  return {
    path: target.slice(0, mark),
    query: Object.fromEntries(new URLSearchParams(target.slice(mark + 1))),
  };
}

/** The key of the list that a request's `$filter` picks out, where ARM answers another list for each filter. */
export function filteredKey({ key, query }: Pick<ArmRequest, 'key' | 'query'>): string | null {
  const filter = parameter(query, '$filter');
  return filter === undefined ? null : `${key}?$filter=${filter.toLowerCase()}`;
}

/** A query parameter; ARM reads their names without regard to case. */
export function parameter(query: Readonly<Record<string, string>>, name: string): string | undefined {
  const wanted = name.toLowerCase();
  for (const [key, value] of Object.entries(query)) if (key.toLowerCase() === wanted) return value;
  return undefined;
}

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
