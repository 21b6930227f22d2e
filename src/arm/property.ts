import { isJsonObject, type Json, type JsonObject } from '../json.js';

/** The outcome of reading one JSON value: the value, or what was expected instead. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly expected: string };

/**
 * A property of an ARM body: where it is, how it is read, and what ARM means when it leaves it out. All of them
 * stand below `arm-properties/`, so that no rule invents a default.
 */
export interface Property<T> {
  /** ARM property path, e.g. `properties.publicNetworkAccess`. */
  readonly path: string;
  readonly parse: (json: Json) => Parsed<T>;
  /** What ARM means when the property is absent or null. */
  readonly absent: T;
  /** The first api-version that knows the property; an older answer without it is a gap. */
  readonly since?: string;
  /** Only previews know the property: a stable answer without it is a gap. */
  readonly previewOnly?: true;
}

const ok = <T>(value: T): Parsed<T> => ({ ok: true, value });
const mismatch = (expected: string): Parsed<never> => ({ ok: false, expected });

type Absent<T> = { readonly absent: T; readonly since?: string; readonly previewOnly?: true };

/** A string of any content. */
export function text<const A>(path: string, rest: Absent<A>): Property<string | A> {
  return { path, parse: (json) => (typeof json === 'string' ? ok(json) : mismatch('a string')), ...rest };
}

/** A string where the empty one means the same as none. */
export function name(path: string, rest: Omit<Absent<null>, 'absent'> = {}): Property<string | null> {
  return {
    path,
    parse: (json) => (typeof json === 'string' ? ok(json.trim() === '' ? null : json) : mismatch('a string')),
    absent: null,
    ...rest,
  };
}

/** The id of another resource; an empty one is no id, and not the same as none. */
export function id(path: string): Property<string | null> {
  return {
    path,
    parse: (json) => (typeof json === 'string' && json.trim() !== '' ? ok(json) : mismatch('an id')),
    absent: null,
  };
}

/** true or false; the text "true" is neither. */
export function flag<const A>(path: string, rest: Absent<A>): Property<boolean | A> {
  return {
    path,
    parse: (json) => (typeof json === 'boolean' ? ok(json) : mismatch('true or false')),
    ...rest,
  };
}

/** A whole number. */
export function integer<const A>(path: string, rest: Absent<A>): Property<number | A> {
  return {
    path,
    parse: (json) =>
      typeof json === 'number' && Number.isInteger(json) ? ok(json) : mismatch('a whole number'),
    ...rest,
  };
}

/** One of the documented values, in any case; any other value is a gap. */
export function choice<const V extends string, const A>(
  path: string,
  values: readonly V[],
  rest: Absent<A>,
): Property<V | A> {
  return {
    path,
    parse: (json) => {
      const value =
        values.find((each) => each === json) ??
        values.find((each) => typeof json === 'string' && each.toLowerCase() === json.toLowerCase());
      return value === undefined ? mismatch(values.join(' or ')) : ok(value);
    },
    ...rest,
  };
}

/** An array whose items are read one by one; one that does not fit spoils the whole. */
export function list<T, A>(
  path: string,
  item: (json: Json) => Parsed<T>,
  rest: Absent<A>,
): Property<readonly T[] | A> {
  return {
    path,
    parse: (json) => {
      if (!Array.isArray(json)) return mismatch('an array');
      const values: T[] = [];
      for (const each of json) {
        const parsed = item(each);
        if (!parsed.ok) return mismatch(`an array of ${parsed.expected}`);
        values.push(parsed.value);
      }
      return ok(values);
    },
    ...rest,
  };
}

/** An object, whatever its properties. */
export function object<A>(path: string, rest: Absent<A>): Property<JsonObject | A> {
  return { path, parse: anObject, ...rest };
}

/** Reads an item that must be an object. */
export function anObject(json: Json): Parsed<JsonObject> {
  return isJsonObject(json) ? ok(json) : mismatch('an object');
}

/** Reads an item that must be a string with something in it. */
export function aName(json: Json): Parsed<string> {
  return typeof json === 'string' && json.trim() !== '' ? ok(json) : mismatch('names');
}

/** Reads an item that must be a string. */
export function aString(json: Json): Parsed<string> {
  return typeof json === 'string' ? ok(json) : mismatch('strings');
}

/**
 * The value at a dotted path of own properties. A name that is not there is looked for without regard to case,
 * since services spell the same property differently.
 * @returns undefined where the path ends early; null is a value that ARM sent
 */
export function at(body: JsonObject, path: string): Json | undefined {
  let value: Json = body;
  for (const step of stepsOf(path)) {
    if (!isJsonObject(value)) return undefined;
    const key: string | undefined = Object.hasOwn(value, step) ? step : keyLike(value, step);
    const next: Json | undefined = key === undefined ? undefined : value[key];
    if (next === undefined) return undefined;
    value = next;
  }
  return value;
}

/**
 * Where a dotted path runs into something that has no properties: `properties.networkAcls` for the path
 * `properties.networkAcls.bypass` in a body whose networkAcls is a text.
 * @returns undefined where it does not; a part that is absent or null is none of that kind
 */
export function obstacle(
  body: JsonObject,
  path: string,
): { readonly path: string; readonly json: Json } | undefined {
  const [...before] = stepsOf(path).slice(0, -1);
  while (before.length > 0) {
    const upTo = before.join('.');
    const json = at(body, upTo) ?? null;
    if (json !== null) return isJsonObject(json) ? undefined : { path: upTo, json };
    before.pop();
  }
  return undefined;
}

const steps = new Map<string, readonly string[]>();

/** The steps of a path. There are few paths, and each is gone for every resource. */
function stepsOf(path: string): readonly string[] {
  const known = steps.get(path);
  if (known !== undefined) return known;
  const made = path.split('.');
  steps.set(path, made);
  return made;
}

function keyLike(value: JsonObject, step: string): string | undefined {
  const wanted = step.toLowerCase();
  // Most properties that are not there have no namesake: their lengths alone tell.
  return Object.keys(value).find((key) => key.length === wanted.length && key.toLowerCase() === wanted);
}
