import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors.js';
import type { Snapshot } from '../../src/snapshot/format.js';
import { readSnapshot } from '../../src/snapshot/read.js';
import { soundPrivate } from '../world/sound.js';

const sound = soundPrivate().world.snapshot();
const ID = '/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/kv.x';

function read(value: unknown): Promise<Snapshot> {
  return readSnapshot({ text: JSON.stringify(value), name: 'mlw.json' });
}

async function refusal(value: unknown): Promise<UsageError> {
  const error: unknown = await read(value).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof UsageError)) throw error ?? new Error('it was read');
  return error;
}

describe('a fault is told with its place', () => {
  it.each<[string, unknown, string]>([
    ['a number for a time', { ...sound, takenAt: 17 }, 'takenAt: expected a string, found 17'],
    ['no time', { ...sound, takenAt: 'yesterday' }, 'takenAt: expected an ISO 8601 time, found "yesterday"'],
    [
      'a day that is none',
      { ...sound, takenAt: '2026-02-31T25:00:00Z' },
      'takenAt: expected an ISO 8601 time, found "2026-02-31T25:00:00Z"',
    ],
    ['nothing', { ...sound, takenAt: undefined }, 'takenAt: missing'],
    [
      'another cloud',
      { ...sound, cloud: 'Azure' },
      'cloud: expected one of AzureCloud, AzureUSGovernment, AzureChinaCloud, found "Azure"',
    ],
    ['an object for a list', { ...sound, workspaces: {} }, 'workspaces: expected an array, found an object'],
    ['a number in a list', { ...sound, workspaces: ['/a', 7] }, 'workspaces[1]: expected a string, found 7'],
    [
      'a list for a body',
      { ...sound, resources: { [ID]: { apiVersion: '1', body: [] } } },
      `resources["${ID}"].body: expected an object, found an array`,
    ],
    [
      'a missing version',
      { ...sound, resources: { [ID]: { body: {} } } },
      `resources["${ID}"].apiVersion: missing`,
    ],
    [
      'null for a body',
      { ...sound, resources: { [ID]: { apiVersion: '1', body: null } } },
      `resources["${ID}"].body: expected an object, found null`,
    ],
    [
      'a word for a flag',
      { ...sound, collections: { '/c': { apiVersion: '1', complete: 'yes', members: [] } } },
      'collections["/c"].complete: expected true or false, found "yes"',
    ],
    [
      'an unknown reason',
      { ...sound, gaps: [{ scope: 's', operation: 'o', reason: 'lazy', detail: '' }] },
      'gaps[0].reason: expected one of forbidden, not-found, throttled, timeout, unsupported, not-collected, error, found "lazy"',
    ],
    ['another version of the format', { ...sound, schemaVersion: 0 }, 'schemaVersion: expected 1, found 0'],
    ['a list', [], 'expected an object, found an array'],
    ['a number', 7, 'expected an object, found 7'],
    [
      'a list of resources',
      { ...sound, resources: [{ apiVersion: '1', body: {} }] },
      'resources: expected an object, found an array',
    ],
    ['null', null, 'expected an object, found null'],
    [
      'a text that is long',
      { ...sound, cloud: 'x'.repeat(200) },
      `cloud: expected one of AzureCloud, AzureUSGovernment, AzureChinaCloud, found "${'x'.repeat(58)}…`,
    ],
    ['tool that is a text', { ...sound, tool: 'isocheck' }, 'tool: expected an object, found "isocheck"'],
  ])('%s', async (_name, value, message) => {
    expect((await refusal(value)).message).toBe(`mlw.json: ${message}`);
  });

  it('and a newer format with what to do', async () => {
    const { message, hints } = await refusal({ ...sound, schemaVersion: 2, takenAt: 17 });
    expect(message).toBe(
      'mlw.json was made by a newer isocheck: its schemaVersion is 2, and this one reads 1',
    );
    expect(hints).toEqual([expect.stringContaining('update isocheck')]);
  });

  it('and two keys that differ in case alone', async () => {
    const resource = { apiVersion: '1', body: {} };
    const { message } = await refusal({
      ...sound,
      resources: { [ID]: resource, [ID.toLowerCase()]: resource },
    });
    expect(message).toMatch(/^mlw\.json: resources\[".*"\]: another key differs from it in case alone$/);
  });
});

describe('what is read', () => {
  it('has its keys and scopes in lower case, and everything else as it was', async () => {
    const body = { id: ID, properties: { Mixed: 'Case' } };
    const gap = {
      scope: ID,
      operation: 'Microsoft.KeyVault/vaults/read',
      reason: 'forbidden',
      detail: 'Détail',
    };
    const list = { apiVersion: '1', complete: true, members: [ID], summaries: { [ID]: body } };
    const result = await read({
      ...sound,
      resources: { [ID]: { apiVersion: '1', body, otherVersions: { '2-Preview': body } } },
      collections: { [`${ID}/Things`]: list },
      gaps: [gap],
    });
    const key = ID.toLowerCase();
    expect(result.resources).toEqual({
      [key]: { apiVersion: '1', body, otherVersions: { '2-Preview': body } },
    });
    expect(result.collections).toEqual({ [`${key}/things`]: { ...list, summaries: { [key]: body } } });
    expect(result.gaps).toEqual([{ ...gap, scope: key }]);
    expect(result.workspaces).toEqual(sound.workspaces);
  });

  it('keeps what a newer tool of the same format added', async () => {
    expect(await read({ ...sound, comment: 'kept' })).toHaveProperty('comment', 'kept');
  });

  it('needs no evidence', async () => {
    const { evidence: _none, ...rest } = sound;
    expect((await read(rest)).evidence).toEqual({});
  });

  it('is the same when it is read again', async () => {
    const once = await read(sound);
    expect(await read(once)).toEqual(once);
    expect(once).toEqual(sound);
  });
});

describe('whatever comes', () => {
  it('any text is read or refused in words', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (text) => {
        await readSnapshot({ text, name: 'any' }).catch((error: unknown) => {
          expect(error).toBeInstanceOf(UsageError);
        });
      }),
    );
  });

  it('a snapshot in which anything was replaced by anything is read or refused in words', async () => {
    const places = placesOf(sound);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), fc.jsonValue({ maxDepth: 2 }), async (place, value) => {
        await read(replaced(sound, place, value)).catch((error: unknown) => {
          expect(error).toBeInstanceOf(UsageError);
          const { message } = error instanceof UsageError ? error : new UsageError('');
          expect(message).toMatch(/^mlw\.json(?::| was made)/);
          expect(message).not.toContain('\n');
        });
      }),
      { numRuns: 500 },
    );
  });

  it('a body may be nested as deep as it likes', async () => {
    const deep = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`;
    const text = JSON.stringify({ ...sound, evidence: {} }).replace('"evidence":{}', `"evidence":${deep}`);
    await expect(readSnapshot({ text, name: 'deep' })).resolves.toHaveProperty('evidence');
  });
});

type Place = readonly (string | number)[];

function placesOf(value: unknown, at: Place = []): readonly Place[] {
  if (typeof value !== 'object' || value === null || at.length > 4) return [at];
  return [at, ...Object.entries(value).flatMap(([name, inner]) => placesOf(inner, [...at, name]))];
}

function replaced(value: unknown, [first, ...rest]: Place, by: unknown): unknown {
  if (first === undefined) return by;
  if (Array.isArray(value))
    return value.map((item, index) => (String(index) === first ? replaced(item, rest, by) : item));
  return Object.fromEntries(
    Object.entries(value ?? {}).map(([name, inner]) => [
      name,
      name === first ? replaced(inner, rest, by) : inner,
    ]),
  );
}
