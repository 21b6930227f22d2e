import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { RESOURCE_GRAPH_PATH } from '../../src/arm/list-paths.js';
import type { ReadName } from '../../src/arm/reads.js';
import { composeSnapshot } from '../../src/azure/compose.js';
import { ApiVersions } from '../../src/azure/connect/api-versions.js';
import { Recording, RecordingFailed } from '../../src/azure/connect/recording.js';
import type { ArmAnswer } from '../../src/azure/exchange/arm-answer.js';
import { Answers } from '../../src/azure/exchange/known-answers.js';
import { isJsonObject, type JsonObject } from '../../src/json.js';
import type { Snapshot } from '../../src/snapshot/format.js';
import { readSnapshot } from '../../src/snapshot/read.js';

/** An answer that the service gave, as a file of the folder of recordings has it. */
export interface Recorded {
  /** Path of its file below the folder. */
  readonly file: string;
  readonly status: number | null;
  /** Path of the request, without query; empty where the recording does not show it. */
  readonly path: string;
  readonly apiVersion: string;
  readonly body: JsonObject;
}

const fileSchema = v.object({
  source: v.object({ request: v.optional(v.string(), '') }),
  status: v.nullable(v.number()),
  body: v.custom<JsonObject>(isJsonObject, 'expected an object'),
});

/** Every recording below a folder. */
export function readRecordings(folder: string): readonly Recorded[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      const { source, status, body } = v.parse(
        fileSchema,
        JSON.parse(readFileSync(join(folder, file), 'utf8')),
      );
      const [, address = ''] = /^[A-Z]+ (\/\S+)/.exec(source.request) ?? [];
      const [path = '', query = ''] = address.split('?');
      const apiVersion = new URLSearchParams(query).get('api-version') ?? '2025-01-01';
      return { file: file.replaceAll('\\', '/'), status, path, apiVersion, body };
    });
}

/** Takes a recorded answer in as the collector does; what it holds of secrets is gone then. */
export function taken(name: ReadName, { path, apiVersion, body }: Recorded): ArmAnswer {
  const form = Array.isArray(body['value']) || isListPath(path) ? 'collection' : 'resource';
  const recording = new Recording({ name, form, path }, new ApiVersions());
  try {
    recording.file(JSON.stringify(body));
  } catch (error) {
    // What cannot be used is noted in the answer.
    if (!(error instanceof RecordingFailed)) throw error;
  }
  return { ...recording.answer(), apiVersion };
}

/** The snapshot of a scan that read one recorded answer and nothing else. */
export async function snapshotOf(
  name: ReadName,
  recorded: Recorded,
  workspaces: readonly string[] = [],
): Promise<Snapshot> {
  const answers = new Answers();
  answers.add(taken(name, recorded));
  const snapshot = composeSnapshot(answers, {
    takenAt: '2026-11-20T09:30:00.000Z',
    cloud: 'AzureCloud',
    toolVersion: '0.0.0',
    workspaces,
    sought: new Set(),
  });
  return readSnapshot({ text: JSON.stringify(snapshot), name: recorded.file });
}

function isListPath(path: string): boolean {
  const segments = (path.split('/providers/').at(-1) ?? '').split('/');
  return path !== RESOURCE_GRAPH_PATH && segments.length % 2 === 0;
}
