import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';

const recordSchema = v.object({
  outputs: v.record(
    v.string(),
    v.object({
      imports: v.array(v.object({ path: v.string(), kind: v.string(), external: v.optional(v.boolean()) })),
      inputs: v.record(v.string(), v.unknown()),
    }),
  ),
});

/** What lies in each file of `dist`, as the bundler tells it. Paths are relative to `dist`, with forward slashes. */
export type Outputs = v.InferOutput<typeof recordSchema>['outputs'];

/** The folder of the built package. */
export const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));

export function readOutputs(): Outputs {
  return v.parse(recordSchema, JSON.parse(readFileSync(`${DIST}build.json`, 'utf8'))).outputs;
}

/** The sources and packages that the given files of `dist` hold. */
export function inputsOf(outputs: Outputs, files: Iterable<string>): string[] {
  return [...files].flatMap((file) => Object.keys(outputs[file]?.inputs ?? {}));
}
