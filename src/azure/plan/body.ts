import { isResourceId } from '../../arm/resource-id.js';
import { isJsonObject, type Json, type JsonObject } from '../../json.js';

/** What stands at a path of property names; undefined where a part is missing or no object. */
export function valueAt(body: JsonObject, ...path: readonly string[]): Json | undefined {
  let value: Json | undefined = body;
  for (const name of path) {
    if (!isJsonObject(value) || !Object.hasOwn(value, name)) return undefined;
    value = value[name];
  }
  return value;
}

/** The objects of the array at a path; none where there is no array. */
export function objectsAt(body: JsonObject, ...path: readonly string[]): readonly JsonObject[] {
  const value = valueAt(body, ...path);
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}

/** The text at a path; undefined where there is none or it is empty. */
export function textAt(body: JsonObject, ...path: readonly string[]): string | undefined {
  const value = valueAt(body, ...path);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The resource id at a path; undefined where there is none that ARM could be asked for. */
export function idAt(body: JsonObject, ...path: readonly string[]): string | undefined {
  const id = textAt(body, ...path);
  return id !== undefined && isResourceId(id) ? id : undefined;
}
