import type { Json, JsonObject } from '../../../src/json.js';
import type { DocumentedProperty } from './documented-property.js';
import { knownOf, samplesOf, telling } from './documented-samples.js';

/** A body, and what has to be read from it. */
export interface DocumentedRow {
  readonly name: string;
  readonly apiVersion: string;
  readonly body: JsonObject;
  readonly reads: Reading;
}

/** A value, or a gap and what isocheck says that it knows (a matcher where that is not documented). */
export type Reading = { readonly value: Json } | { readonly gap: string; readonly knows?: unknown };

/** Api-versions older than every property, of today, and that are no dates. */
const FIRST = '2014-01-01';
const TODAY = '2026-11-27';
const UNDATED = ['latest', 'v1', ''];

/** Everything that has to hold for a property, each as a body to be read. */
export function rowsOf(documented: DocumentedProperty): readonly DocumentedRow[] {
  const apiVersion = documented.previewOnly ? `${TODAY}-preview` : TODAY;
  const today = [...absences(documented), ...values(documented), ...obstacles(documented)];
  return [...today.map((row) => ({ ...row, apiVersion })), ...versions(documented)];
}

type DatelessRow = Omit<DocumentedRow, 'apiVersion'>;

function absences({ path, absent }: DocumentedProperty): readonly DatelessRow[] {
  const reads = { value: absent };
  return [
    { name: 'absent', body: {}, reads },
    { name: 'null', body: bodyWith(path, null), reads },
    ...parentsOf(path).flatMap((parent) => [
      { name: `absent from ${parent}`, body: bodyWith(parent, {}), reads },
      { name: `${parent} null`, body: bodyWith(parent, null), reads },
    ]),
  ];
}

function values(documented: DocumentedProperty): readonly DatelessRow[] {
  const { path, holds, undecided = [] } = documented;
  const { reads, gaps } = samplesOf(holds);
  const [written, read] = telling(documented);
  const odd = [...gaps, ...undecided, ...undecided.map((word) => word.toLowerCase())];
  return [
    ...reads.map(([json, value]) => ({
      name: `reads ${JSON.stringify(json)}`,
      body: bodyWith(path, json),
      reads: { value },
    })),
    ...odd.map((json) => ({
      name: `odd ${JSON.stringify(json)}`,
      body: bodyWith(path, json),
      reads: { gap: `unsupported: ${path} is ${shown(json)}`, knows: knownOf(holds) },
    })),
    ...[path.toLowerCase(), path.toUpperCase()].map((spelled) => ({
      name: `spelled ${spelled}`,
      body: bodyWith(spelled, written),
      reads: { value: read },
    })),
  ];
}

/** What stands in the place of an object on the way hides the property: that is not its absence. */
function obstacles({ path }: DocumentedProperty): readonly DatelessRow[] {
  const odd: readonly Json[] = ['anything', '', 7, false, [], [{}]];
  return parentsOf(path).flatMap((parent) =>
    odd.map((json) => ({
      name: `${parent} ${JSON.stringify(json)}`,
      body: bodyWith(parent, json),
      reads: { gap: `unsupported: ${parent} is ${shown(json)}`, knows: ['an object'] },
    })),
  );
}

function versions(documented: DocumentedProperty): readonly DocumentedRow[] {
  const { path, absent, since, previewOnly } = documented;
  const [written, read] = telling(documented);
  const rows = (apiVersion: string, reads: Reading): readonly DocumentedRow[] => [
    { name: `absent from version ${apiVersion}`, apiVersion, body: {}, reads },
    { name: `null in version ${apiVersion}`, apiVersion, body: bodyWith(path, null), reads },
    // Whatever a version is said to know, what it carries is read.
    {
      name: `there in version ${apiVersion}`,
      apiVersion,
      body: bodyWith(path, written),
      reads: { value: read },
    },
  ];
  const known = (apiVersion: string) => rows(apiVersion, { value: absent });
  const unknown = (apiVersion: string) =>
    rows(apiVersion, {
      gap: `unsupported: ${path} is not known to api-version ${apiVersion}, which was asked`,
    });
  const previewOf = (version: string) => `${version}-preview`;
  // No version that is asked lacks it, so that isocheck need not tell one from the other.
  if (since === undefined) return [FIRST, previewOf(FIRST), TODAY, ...UNDATED].flatMap(known);
  const before = daysFrom(since, -1);
  const later = [since, daysFrom(since, 1), TODAY];
  return [
    ...[FIRST, before, previewOf(before), ...UNDATED].flatMap(unknown),
    ...later.flatMap(previewOnly ? unknown : known),
    ...later.map(previewOf).flatMap(known),
  ];
}

/** As gaps show it. */
function shown(json: Json): string {
  return typeof json === 'string' && json !== '' ? json : JSON.stringify(json);
}

/** `a` and `a.b` of the path `a.b.c`. */
function parentsOf(path: string): readonly string[] {
  const steps = path.split('.');
  return steps.slice(1).map((_, index) => steps.slice(0, index + 1).join('.'));
}

function bodyWith(path: string, json: Json): JsonObject {
  const [first = '', ...rest] = path.split('.');
  return { [first]: rest.length === 0 ? json : bodyWith(rest.join('.'), json) };
}

function daysFrom(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
