import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  anObject,
  aString,
  at,
  choice,
  flag,
  id,
  list,
  name,
  object,
  type Property,
  text,
} from '../../src/arm/property.js';
import type { Json, JsonObject } from '../../src/json.js';
import { gapsOf, known } from '../../src/model/algebra/fact.js';
import { Resource } from '../../src/model/bodies/resource.js';

const ID = '/subscriptions/s/resourceGroups/g/providers/P/t/thing';

function thing(body: JsonObject, apiVersion = '2025-09-01', otherVersions?: Record<string, JsonObject>) {
  const versions = otherVersions === undefined ? {} : { otherVersions };
  return new Resource(ID, 'P/t/read', { apiVersion, body, ...versions });
}

/** Any JSON value. */
const { anyJson } = fc.letrec<{ anyJson: Json }>((tie) => ({
  anyJson: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.string(),
    fc.array(tie('anyJson')),
    fc.dictionary(fc.string(), tie('anyJson')),
  ),
}));

/** What a property's parser makes of a value: the value, or what it expected. */
function parse<T>({ parse: read }: Property<T>, json: Json): unknown {
  const parsed = read(json);
  return parsed.ok ? { value: parsed.value } : parsed.expected;
}

describe('parsers', () => {
  const absent = { absent: null };

  it.each<[string, Property<unknown>, Json, unknown]>([
    ['text', text('p', absent), 'x', { value: 'x' }],
    ['text', text('p', absent), '', { value: '' }],
    ['text', text('p', absent), 7, 'a string'],
    ['name', name('p'), 'x', { value: 'x' }],
    ['an empty name means none', name('p'), '', { value: null }],
    ['a blank name means none', name('p'), '  ', { value: null }],
    ['name', name('p'), ['x'], 'a string'],
    ['id', id('p'), '/x/y', { value: '/x/y' }],
    ['an empty id is none that a service writes', id('p'), '', 'an id'],
    ['a blank id', id('p'), ' ', 'an id'],
    ['flag', flag('p', absent), false, { value: false }],
    ['flag', flag('p', absent), 'true', 'true or false'],
    ['choice', choice('p', ['Enabled', 'Disabled'], absent), 'Enabled', { value: 'Enabled' }],
    [
      'a choice in any letter case',
      choice('p', ['Enabled', 'Disabled'], absent),
      'dISABLED',
      { value: 'Disabled' },
    ],
    ['an unknown choice', choice('p', ['Enabled', 'Disabled'], absent), 'Half', 'Enabled or Disabled'],
    ['a choice that is no string', choice('p', ['1', '2'], absent), 1, '1 or 2'],
    ['list', list('p', aString, absent), ['a', 'b'], { value: ['a', 'b'] }],
    ['an empty list', list('p', aString, absent), [], { value: [] }],
    ['a list of one wrong item', list('p', aString, absent), ['a', 1], 'an array of strings'],
    ['a list that is none', list('p', aString, absent), 'a', 'an array'],
    ['a list of objects', list('p', anObject, absent), [{}, null], 'an array of an object'],
    ['object', object('p', absent), { a: 1 }, { value: { a: 1 } }],
    ['an array is no object', object('p', absent), [], 'an object'],
  ])('%s', (_, property, json, expected) => {
    expect(parse(property, json)).toEqual(expected);
  });
});

describe('a property below something that has none', () => {
  it.each<[JsonObject, unknown]>([
    [{ properties: { acls: 'none' } }, 'properties.acls is none; isocheck knows an object'],
    [{ properties: { acls: [] } }, 'properties.acls is []; isocheck knows an object'],
    [{ properties: '' }, 'properties is ""; isocheck knows an object'],
    [{ properties: { acls: null } }, 'its default'],
    [{ properties: {} }, 'its default'],
    [{}, 'its default'],
    [{ properties: { ACLs: { bypass: 'set' } } }, 'set'],
  ])('%j', (body, expected) => {
    const fact = thing(body).read(text('properties.acls.bypass', { absent: 'its default' }));
    expect(fact.known ? fact.value : gapsOf(fact)[0]?.detail).toBe(expected);
  });
});

describe('at', () => {
  const body: JsonObject = { properties: { State: 'on', state: 'off', nothing: null, deep: { Er: [1] } } };

  it.each([
    ['properties.state', 'off'],
    ['properties.STATE', 'on'],
    ['Properties.Deep.er', [1]],
    ['properties.nothing', null],
    ['properties.nothing.more', undefined],
    ['properties.deep.er.length', undefined],
    ['properties.state.length', undefined],
    ['absent.state', undefined],
    ['constructor', undefined],
    ['properties.toString', undefined],
    ['__proto__', undefined],
  ])('%s', (path, expected) => {
    expect(at(body, path)).toEqual(expected);
  });

  it('finds the exact name before one in another letter case', () => {
    expect(at({ Kind: 'second', kind: 'first' }, 'kind')).toBe('first');
    expect(at({ KIND: 'only' }, 'kind')).toBe('only');
  });

  it('throws for no body and no path', () => {
    const anything = fc.dictionary(fc.string(), anyJson);
    fc.assert(
      fc.property(anything, fc.string(), (json, path) => {
        const value = at(json, path);
        expect(value === undefined || JSON.stringify(json).includes(JSON.stringify(value))).toBe(true);
      }),
    );
  });
});

describe('a property of a resource', () => {
  const access = choice('properties.access', ['Enabled', 'Disabled'], {
    absent: 'Enabled',
    since: '2022-05-01',
  });
  const preview = list('properties.addresses', aString, {
    absent: null,
    since: '2024-07-01',
    previewOnly: true,
  });

  it('that ARM leaves out, or writes null for, has the documented default', () => {
    expect(thing({ properties: {} }).read(access)).toEqual(known('Enabled'));
    expect(thing({ properties: { access: null } }).read(access)).toEqual(known('Enabled'));
    expect(thing({}, '2022-05-01-preview').read(access)).toEqual(known('Enabled'));
  });

  it('that the api-version does not know is a gap, not the default', () => {
    expect(gapsOf(thing({ properties: {} }, '2021-07-01').read(access))).toEqual([
      {
        scope: ID.toLowerCase(),
        operation: 'P/t/read',
        reason: 'unsupported',
        detail: 'properties.access is not known to api-version 2021-07-01, which was asked',
      },
    ]);
    expect(thing({ properties: { access: 'disabled' } }, '2021-07-01').read(access)).toEqual(
      known('Disabled'),
    );
  });

  it.each(['latest', 'v1', '9', ''])(
    'is a gap where the api-version %j does not tell its date',
    (version) => {
      expect(gapsOf(thing({ properties: {} }, version).read(access))).toHaveLength(1);
      expect(thing({ properties: { access: 'disabled' } }, version).read(access)).toEqual(known('Disabled'));
    },
  );

  it('that only previews know is a gap in a stable answer, whatever its date', () => {
    expect(thing({}, '2025-09-01').read(preview).known).toBe(false);
    expect(thing({}, '2023-08-01-preview').read(preview).known).toBe(false);
    expect(thing({}, '2024-07-01-preview').read(preview)).toEqual(known(null));
    expect(thing({ properties: { addresses: ['1.2.3.4'] } }).read(preview)).toEqual(known(['1.2.3.4']));
  });

  it('is taken from another answer where the first one lacks it', () => {
    const both = thing({ properties: {} }, '2025-09-01', {
      '2025-10-01-preview': { properties: { addresses: ['1.2.3.4'] } },
    });
    expect(both.read(preview)).toEqual(known(['1.2.3.4']));
    expect(both.raw(preview)).toBe('["1.2.3.4"]');
    expect(thing({}, '2025-09-01', { '2025-10-01-preview': {} }).read(preview)).toEqual(known(null));
  });

  it('of an unknown value is a gap that shows it, cut to a line', () => {
    const value = 'x'.repeat(200);
    const [gap] = gapsOf(thing({ properties: { access: value } }).read(access));
    expect(gap?.detail).toBe(`properties.access is ${'x'.repeat(77)}...; isocheck knows Enabled or Disabled`);
    expect(gap?.reason).toBe('unsupported');
  });

  it('never becomes a default by a value of the wrong type', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        const fact = thing({ properties: { access: value } }).read(access);
        if (value === null) expect(fact).toEqual(known('Enabled'));
        else if (typeof value !== 'string') expect(fact.known).toBe(false);
      }),
    );
  });

  it('shows what ARM wrote, for evidence', () => {
    expect(thing({ properties: { access: 'enabled' } }).raw(access)).toBe('enabled');
    expect(thing({ properties: { access: null } }).raw(access)).toBe('absent');
    expect(thing({}).raw(access)).toBe('absent');
    expect(thing({ properties: { access: { a: 1 } } }).raw(access)).toBe('{"a":1}');
  });
});

describe('the id of a resource', () => {
  it('is spelled as ARM spells it, if it is the same', () => {
    expect(new Resource(ID.toLowerCase(), 'P/t/read', { apiVersion: 'v', body: { id: ID } }).id).toBe(ID);
    expect(new Resource(ID, 'P/t/read', { apiVersion: 'v', body: { id: `${ID}-2` } }).id).toBe(ID);
    expect(new Resource(ID, 'P/t/read', { apiVersion: 'v', body: { id: 7 } }).id).toBe(ID);
  });
});
