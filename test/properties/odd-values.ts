import fc from 'fast-check';
import type { Property } from '../../src/arm/property.js';
import { isJsonObject, type Json, type JsonObject } from '../../src/json.js';
import * as armProperties from '../../src/model/arm-properties/index.js';
import type { Snapshot } from '../../src/snapshot/format.js';

/** A value of one body, replaced. */
export interface Oddity {
  readonly resource: string;
  /** Names and positions from the body down to the value. */
  readonly path: readonly string[];
  readonly value: Json;
}

/** Values of no type that ARM documents for the property. */
const NUMBER: Json = 17;
const NESTED: Json = { nested: { value: 'Enabled', values: [null, {}] } };

/** Any values below `properties`, each replaced by something that it can't be. */
export function oddities(snapshot: Snapshot): fc.Arbitrary<readonly Oddity[]> {
  const each = Object.entries(snapshot.resources).flatMap(([resource, { body }]) =>
    [...valuesIn(body['properties'] ?? {}, ['properties'])].map(([path, value]) =>
      fc.constantFrom(...replacements(path, value)).map((odd): Oddity => ({ resource, path, value: odd })),
    ),
  );
  return fc
    .subarray(each, { minLength: 1, maxLength: 4 })
    .chain((chosen) => fc.tuple(...chosen))
    .map((tuple): readonly Oddity[] => tuple);
}

/** The value with its place. */
export function oddityInWords({ resource, path, value }: Oddity): string {
  return `${path.join('.')} of ${resource} is ${JSON.stringify(value)}`;
}

/** The snapshot with values replaced. The original is left alone. */
export function withOddities(snapshot: Snapshot, oddity: readonly Oddity[]): Snapshot {
  const resources = { ...snapshot.resources };
  for (const { resource, path, value } of oddity) {
    const found = resources[resource];
    if (found !== undefined) resources[resource] = { ...found, body: replaced(found.body, path, value) };
  }
  return { ...snapshot, resources };
}

function* valuesIn(value: Json, path: readonly string[]): Generator<readonly [readonly string[], Json]> {
  if (isJsonObject(value)) {
    for (const [name, inner] of Object.entries(value)) yield* valuesIn(inner, [...path, name]);
    return;
  }
  // The id of a connection is not a fact but the name under which the report speaks of it.
  const isName = path.at(-1) === 'id' && path.at(-3) === 'privateEndpointConnections';
  if (value === null || typeof value === 'number' || isName) return;
  yield [path, value];
  if (typeof value !== 'object') return;
  for (const [position, inner] of value.entries()) yield* valuesIn(inner, [...path, String(position)]);
}

/**
 * What a value can't be: of another type; and, where ARM documents which words there are, none of them. Any other text
 * is as good as the one that was there: an id, a name, an address.
 */
function replacements(path: readonly string[], value: Json): readonly Json[] {
  if (typeof value === 'boolean') return [NUMBER, NESTED, 'true', ''];
  if (Array.isArray(value)) return [NUMBER, NESTED, 'none', ''];
  return isWord(path, value) ? [NUMBER, NESTED, [], '', 'Perhaps'] : [NUMBER, NESTED, []];
}

const ALL: readonly Property<unknown>[] = Object.values(armProperties).flatMap((group): Property<unknown>[] =>
  Object.values(group),
);

/** Whether a text is one of the documented words of a property. */
function isWord(path: readonly string[], value: Json): boolean {
  const dotted = path.join('.').toLowerCase();
  return ALL.some(
    (property) =>
      (dotted === property.path.toLowerCase() || dotted.endsWith(`.${property.path.toLowerCase()}`)) &&
      property.parse(value).ok &&
      !property.parse('Perhaps').ok,
  );
}

function replaced(body: JsonObject, path: readonly string[], value: Json): JsonObject {
  const result = inside(body, path, value);
  return isJsonObject(result) ? result : body;
}

function inside(at: Json, [step, ...rest]: readonly string[], value: Json): Json {
  if (step === undefined) return value;
  if (Array.isArray(at))
    return at.map((item, index) => (String(index) === step ? inside(item, rest, value) : item));
  // A value that is replaced already has no inside any more.
  if (!isJsonObject(at) || !Object.hasOwn(at, step)) return at;
  return { ...at, [step]: inside(at[step] ?? null, rest, value) };
}
