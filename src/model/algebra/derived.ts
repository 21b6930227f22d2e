import { idKey } from '../../arm/resource-id.js';

/** Computes a value when it is first asked for, and never again. */
export function once<T>(compute: () => T): () => T {
  let result: { readonly value: T } | undefined;
  return () => {
    result ??= { value: compute() };
    return result.value;
  };
}

/**
 * Makes a function over a resource that computes its value once for each: so a topic adds what it knows of a resource
 * without the resource knowing the topic. What it computed goes when the resource goes.
 */
export function derived<K extends object, V extends NonNullable<unknown> | null>(
  compute: (key: K) => V,
): (key: K) => V {
  // The values themselves: there are millions in a large scan.
  const values = new WeakMap<K, V>();
  return (key) => {
    const found = values.get(key);
    if (found !== undefined) return found;
    const value = compute(key);
    values.set(key, value);
    return value;
  };
}

/**
 * Makes a function that gives one object for each id, ids compared as ARM does: resources that several others share
 * are made when first asked for.
 */
export function sharedById<K extends object, T>(make: (key: K, id: string) => T): (key: K, id: string) => T {
  const all = derived((_key: K) => new Map<string, T>());
  return (key, id) => shared(all(key), id, () => make(key, id));
}

/** The value under an id, made when it is first asked for. */
export function shared<T>(made: Map<string, T>, id: string, make: () => T): T {
  const key = idKey(id);
  const found = made.get(key);
  if (found !== undefined) return found;
  const value = make();
  made.set(key, value);
  return value;
}
