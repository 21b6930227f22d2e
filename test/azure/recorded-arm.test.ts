import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recordingPolicy } from '../../src/azure/connect/policies/recording.js';
import { collectionRead } from '../../src/azure/exchange/read.js';
import { isJsonObject, type Json } from '../../src/json.js';
import { redact } from '../../src/snapshot/redact.js';
import { exchange, READ } from './policies/pipeline.js';

/** Answers that the service gave, as public repositories keep them; they are no part of this project. */
const folder = process.env['ISOCHECK_RECORDED_ARM'];

const LIST = collectionRead('endpoints', '/subscriptions/s/providers/Microsoft.Network/privateEndpoints');

interface Recorded {
  readonly file: string;
  readonly status: number | null;
  readonly body: Json;
}

function recordings(from: string): readonly Recorded[] {
  const files = readdirSync(from, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.json'),
  );
  return files.map((file) => {
    const content: unknown = JSON.parse(readFileSync(join(from, file), 'utf8'));
    if (!isJsonObject(content)) throw new Error(`${file} is no recording`);
    const { status, body } = content;
    return { file, status: typeof status === 'number' ? status : null, body: body ?? null };
  });
}

if (folder === undefined) {
  it('recorded answers are left out: ISOCHECK_RECORDED_ARM names no folder', () => {
    expect(process.env['ISOCHECK_RECORDED_ARM_REQUIRED']).toBeUndefined();
  });
} else {
  const all = recordings(folder);
  const good = all.filter(
    ({ status, body }) => (status ?? 200) < 400 && !(isJsonObject(body) && 'error' in body),
  );
  const isList = ({ body }: Recorded) => isJsonObject(body) && Array.isArray(body['value']);

  it('recorded answers are there', () => {
    expect(good.filter(isList).length).toBeGreaterThan(10);
    expect(all.length - good.length).toBeGreaterThan(10);
  });

  describe('a recorded body is filed as it came, but for its secrets', () => {
    it.each(good.filter((each) => !isList(each)))('$file', async ({ body }) => {
      const { answer } = await exchange([recordingPolicy()], [{ status: 200, body: JSON.stringify(body) }]);
      expect(answer.failure).toBeUndefined();
      expect(answer.items.map((item) => item.body)).toEqual([isJsonObject(body) ? redact(body) : body]);
      expect(changes(body, answer.items[0]?.body)).toEqual([]);
    });
  });

  describe('a recorded list is filed member by member, and whole only without a next page', () => {
    it.each(good.filter(isList))('$file', async ({ body }) => {
      const step = { status: 200, body: JSON.stringify(body) };
      const { answer } = await exchange([recordingPolicy()], [step], { read: LIST });
      const { value, nextLink } = isJsonObject(body) ? body : {};
      const members = Array.isArray(value) ? value.filter(isJsonObject) : [];
      expect(answer.items).toEqual(members.map((item) => ({ id: item['id'], body: redact(item) })));
      if (nextLink) expect(answer.failure?.detail).toBe('the list ended before its last page');
      else expect(answer.failure).toBeUndefined();
    });
  });

  describe('a recorded error is a gap in one short line', () => {
    it.each(all.filter(({ file }) => /^error-\d/.test(file)))('$file', async ({ status, body }) => {
      const step = { status: status ?? 400, headers: { 'Retry-After': '1' }, body: JSON.stringify(body) };
      const { answer } = await exchange([recordingPolicy()], [step], { read: READ });
      const { detail = '', reason } = answer.failure ?? {};
      expect(detail).toMatch(new RegExp(`^${status} \\w+: .+`));
      expect(detail).not.toMatch(/\n/);
      expect(detail.length).toBeLessThan(300);
      expect(detail.replaceAll(/subscriptions?(?:\/| ')[0-9a-f-]+/g, '')).not.toMatch(
        /[0-9a-f]{8}-[0-9a-f]{4}/,
      );
      expect(reason).toBe(reasonFor(status ?? 400, JSON.stringify(body)));
    });
  });
}

function reasonFor(status: number, text: string): string {
  if (text.includes('NoRegisteredProviderFound')) return 'unsupported';
  return { 403: 'forbidden', 404: 'not-found', 429: 'throttled' }[status] ?? 'error';
}

/** The paths at which two bodies differ, but for what is known to be a secret. */
function changes(before: Json | undefined, after: Json | undefined, path = ''): readonly string[] {
  if (before === after || /sdkTelemetryAppInsightsKey$|environmentVariables\.\w+$/.test(path)) return [];
  if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null)
    return [path];
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name) => changes(at(before, name), at(after, name), `${path}.${name}`));
}

function at(value: Json, name: string): Json | undefined {
  if (Array.isArray(value)) return value[Number(name)];
  return isJsonObject(value) ? value[name] : undefined;
}
