import { describe, expect, it } from 'vitest';
import type { Property } from '../../../src/arm/property.js';
import type { Fact } from '../../../src/model/algebra/fact.js';
import * as armProperties from '../../../src/model/arm-properties/index.js';
import { Resource } from '../../../src/model/bodies/resource.js';
import { DOCUMENTED_TYPES } from '../documented-properties/documented-properties.js';
import type { DocumentedProperty } from '../documented-properties/documented-property.js';
import { rowsOf } from '../documented-properties/documented-rows.js';

/** Every property that isocheck reads, by the names of its type and of itself: `REGISTRY.sku`. */
const READ = byName<Property<unknown>>(armProperties);

/** Every property that Microsoft documents, by the same names. */
const DOCUMENTED = byName<DocumentedProperty>(
  Object.fromEntries(Object.entries(DOCUMENTED_TYPES).map(([type, { properties }]) => [type, properties])),
);

function byName<T>(types: Readonly<Record<string, Readonly<Record<string, T>>>>): ReadonlyMap<string, T> {
  return new Map(
    Object.entries(types).flatMap(([type, properties]) =>
      Object.entries(properties).map(([name, property]): [string, T] => [`${type}.${name}`, property]),
    ),
  );
}

/** The value, or the gap: its reason and what it says, and apart from that what isocheck knows. */
function readingOf(fact: Fact<unknown>): unknown {
  if (fact.known) return { value: fact.value };
  const [{ reason, detail }, ...more] = fact.gaps;
  if (more.length > 0) return fact.gaps;
  const [said = '', knows] = detail.split('; isocheck knows ');
  const gap = `${reason}: ${said}`;
  return knows === undefined ? { gap } : { gap, knows: knows.split(' or ').sort() };
}

describe('the list of documented properties', () => {
  it('has every property that isocheck reads, and no other', () => {
    expect([...READ.keys()].sort()).toEqual([...DOCUMENTED.keys()].sort());
  });

  it('names a page of Microsoft for each, in no language', () => {
    for (const [type, { page, properties }] of Object.entries(DOCUMENTED_TYPES)) {
      for (const each of [page, ...Object.values(properties).flatMap((property) => property.page ?? [])]) {
        expect(each, type).toMatch(/^https:\/\/learn\.microsoft\.com\/(azure|rest\/api)\/[a-z0-9/.-]+$/);
      }
    }
  });
});

describe('a property of ARM', () => {
  it.each([...DOCUMENTED])('%s reads what is documented', (name, documented) => {
    const property = READ.get(name);
    if (property === undefined) throw new Error(`${name} is documented, and isocheck reads no such property`);
    const rows = rowsOf(documented);
    const read = rows.map(({ name: row, apiVersion, body }) => [
      row,
      readingOf(new Resource('/a/resource', 'a/resource/read', { apiVersion, body }).read(property)),
    ]);
    expect(Object.fromEntries(read)).toEqual(Object.fromEntries(rows.map((row) => [row.name, row.reads])));
  });
});
