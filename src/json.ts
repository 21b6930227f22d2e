/** JSON as it comes from outside: nothing about its shape is known yet. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

/** A JSON object of unknown shape. */
export interface JsonObject {
  readonly [name: string]: Json;
}

/** Tells a JSON object from every other JSON value. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
