import { encodePath } from '../arm/arm-path.js';
import { parameter } from './request.js';

/** A page of a list; pages are counted from 1. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly number: number;
  /** Whether anything follows. */
  readonly more: boolean;
}

/** The number of the page that a skip token stands for: 1 without one. */
export function pageNumber(skipToken: string | undefined): number {
  const number = Number(/^page-(\d{1,9})$/.exec(skipToken ?? 'page-1')?.[1] ?? Number.NaN);
  return Number.isSafeInteger(number) && number >= 1 ? number : Number.NaN;
}

/** The token that asks for a page. */
export function skipTokenFor(page: number): string {
  return `page-${page}`;
}

/**
 * Cuts a page out of a list.
 * @param number from `pageNumber`
 * @param unfinished whether something other than an item follows the last one
 */
export function pageOf<T>(items: readonly T[], number: number, size: number, unfinished: boolean): Page<T> {
  const start = (number - 1) * size;
  const end = start + size;
  return {
    items: items.slice(start, end),
    number,
    more: end < items.length || (unfinished && start < items.length),
  };
}

/**
 * The full address of a page of a list, as ARM writes it: the request's own query with `$skiptoken` in it, the
 * dollar sign bare.
 * @param origin scheme, host and port
 * @param path as the client spelled it
 */
export function nextLinkTo(
  origin: string,
  path: string,
  query: Readonly<Record<string, string>>,
  page: number,
): string {
  const kept = Object.entries(query).filter(([name]) => name.toLowerCase() !== '$skiptoken');
  const pairs = [...kept, ['$skiptoken', skipTokenFor(page)] as const].map(
    ([name, value]) => `${encodeURIComponent(name).replaceAll('%24', '$')}=${encodeURIComponent(value)}`,
  );
  return `${origin}${encodePath(path)}?${pairs.join('&')}`;
}

/** The skip token of a request for a list. */
export function skipTokenOf(query: Readonly<Record<string, string>>): string | undefined {
  return parameter(query, '$skiptoken');
}
