import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import * as v from 'valibot';
import { UsageError } from '../errors.js';
import { isJsonObject } from '../json.js';
import { SNAPSHOT_SCHEMA_VERSION, type Snapshot, snapshotSchema } from './format.js';

/** The largest snapshot that is read, in bytes: well over a thousand workspaces. Node has no longer strings than 512 MB. */
export const LARGEST_SNAPSHOT = 500 * 1024 * 1024;

/** Where a snapshot comes from: a file (`-` is standard input), or a text that is there already. */
export type SnapshotSource = { readonly file: string } | { readonly text: string; readonly name: string };

/**
 * Reads a snapshot and checks it.
 * @returns the snapshot, with its keys and scopes in lower case
 * @throws UsageError that names the file, and the place in it, when it cannot be read or is not a snapshot
 */
export async function readSnapshot(source: SnapshotSource): Promise<Snapshot> {
  if ('text' in source) return parseSnapshot(source.text, source.name);
  const { file } = source;
  return file === '-'
    ? parseSnapshot(await readStream(process.stdin, 'standard input'), 'standard input')
    : parseSnapshot(await readText(file), file);
}

async function readText(file: string): Promise<string> {
  try {
    const there = await stat(file);
    if (there.isDirectory()) throw new UsageError(`${file} is a folder, not a snapshot`);
    if (!there.isFile()) return await readStream(createReadStream(file), file);
    if (there.size > LARGEST_SNAPSHOT) throw tooLarge(file, there.size);
    return decode(await readFile(file));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw unreadable(file, error);
  }
}

async function readStream(stream: AsyncIterable<Buffer | string>, name: string): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      const bytes = Buffer.from(chunk);
      size += bytes.length;
      if (size > LARGEST_SNAPSHOT) throw tooLarge(name);
      chunks.push(bytes);
    }
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw unreadable(name, error);
  }
  return decode(Buffer.concat(chunks));
}

/** UTF-8, or the UTF-16 that some shells write when output is redirected; without a byte order mark. */
function decode(bytes: Buffer): string {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return bytes.toString(utf16 ? 'utf16le' : 'utf8').replace(/^\uFEFF/, '');
}

async function parseSnapshot(text: string, name: string): Promise<Snapshot> {
  if (text.trim() === '') throw new UsageError(`${name} is empty`, HOW_TO_TAKE_ONE);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const { findJsonFault } = await import('./json-fault.js');
    const place = findJsonFault(text);
    const where = place === undefined ? '' : `: line ${place.line}, column ${place.column}`;
    throw new UsageError(`${name} is not JSON${where}`, HOW_TO_TAKE_ONE);
  }
  refuseNewer(value, name);
  refuseLists(value, name);
  const result = v.safeParse(snapshotSchema, value, { abortEarly: true });
  if (!result.success) throw new UsageError(`${name}: ${wordsOf(result.issues[0])}`);
  return lowerCased(result.output, name);
}

const HOW_TO_TAKE_ONE = ['isocheck snapshot --workspace NAME --save-snapshot FILE'];

function refuseNewer(value: unknown, name: string): void {
  const version = isJsonObject(value) ? value['schemaVersion'] : undefined;
  if (typeof version !== 'number' || version <= SNAPSHOT_SCHEMA_VERSION) return;
  throw new UsageError(
    `${name} was made by a newer isocheck: its schemaVersion is ${version}, and this one reads ${SNAPSHOT_SCHEMA_VERSION}`,
    ['update isocheck, or take the snapshot again with this one'],
  );
}

/** The schema takes a list for an object without properties, and would miss what is in it. */
function refuseLists(value: unknown, name: string): void {
  if (!isJsonObject(value)) throw new UsageError(`${name}: expected an object, found ${found(value)}`);
  for (const part of ['tool', 'resources', 'collections']) {
    if (Array.isArray(value[part]))
      throw new UsageError(`${name}: ${part}: expected an object, found an array`);
  }
}

type Issue = v.BaseIssue<unknown>;

/** `resources["/subscriptions/…"].body: expected an object, found 17` */
function wordsOf(issue: Issue): string {
  const place = (issue.path ?? []).map(({ key }) => step(key)).join('');
  const at = place === '' ? '' : `${place.replace(/^\./, '')}: `;
  if (issue.input === undefined) return `${at}missing`;
  const message = issue.message.startsWith('expected ')
    ? issue.message
    : `expected ${article(issue.expected)}`;
  return `${at}${message}, found ${found(issue.input)}`;
}

function step(key: unknown): string {
  if (typeof key === 'number') return `[${key}]`;
  const name = String(key);
  return /^[A-Za-z_]\w*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}

function article(expected: string | null): string {
  const noun = expected?.toLowerCase() ?? 'something else';
  return /^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`;
}

function found(value: unknown): string {
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = JSON.stringify(value);
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}

function lowerCased(snapshot: Snapshot, name: string): Snapshot {
  const collections = Object.entries(snapshot.collections).map(([path, list]) => {
    const { summaries } = list;
    if (summaries === undefined) return [path, list] as const;
    return [
      path,
      { ...list, summaries: lowerKeys(summaries, name, `collections${step(path)}.summaries`) },
    ] as const;
  });
  return {
    ...snapshot,
    resources: lowerKeys(snapshot.resources, name, 'resources'),
    collections: lowerKeys(Object.fromEntries(collections), name, 'collections'),
    gaps: snapshot.gaps.map((gap) => ({ ...gap, scope: gap.scope.toLowerCase() })),
  };
}

function lowerKeys<T>(record: Record<string, T>, name: string, place: string): Record<string, T> {
  // As isocheck writes them: a large snapshot has a hundred thousand.
  if (Object.keys(record).every((key) => key === key.toLowerCase())) return record;
  const entries = new Map<string, T>();
  for (const [key, value] of Object.entries(record)) {
    const lower = key.toLowerCase();
    if (entries.has(lower)) {
      throw new UsageError(`${name}: ${place}${step(key)}: another key differs from it in case alone`);
    }
    entries.set(lower, value);
  }
  return Object.fromEntries(entries);
}

function tooLarge(name: string, size?: number): UsageError {
  const limit = megabytes(LARGEST_SNAPSHOT);
  const words = size === undefined ? `more than ${limit}` : `${megabytes(size)}, and ${limit} is the most`;
  return new UsageError(`${name} is too large for a snapshot: ${words}`, [
    'take one snapshot for each group of workspaces',
  ]);
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024 / 1024)} MB`;
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EISDIR: 'it is a folder',
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EPERM: 'permission denied',
};

function unreadable(name: string, error: unknown): UsageError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return new UsageError(`${name} could not be read: ${REASONS[code] ?? (code || 'unknown reason')}`);
}
