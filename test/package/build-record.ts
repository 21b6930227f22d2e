import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';

const recordSchema = v.object({
  files: v.array(v.object({ path: v.string(), inputs: v.array(v.string()) })),
});

/** The folder of the built package. */
export const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));

/** The sources and packages that lie in each JavaScript file of `dist`, by its path below `dist`. */
export function readInputs(): ReadonlyMap<string, readonly string[]> {
  const { files } = v.parse(recordSchema, JSON.parse(readFileSync(`${DIST}build.json`, 'utf8')));
  return new Map(files.map(({ path, inputs }) => [path, inputs]));
}
