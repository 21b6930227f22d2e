import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { CLOUD_NAMES } from '../../src/arm/clouds.js';
import { type Report, SEVERITIES, STATUSES } from '../../src/findings/report.js';
import { isJsonObject, type Json, type JsonObject } from '../../src/json.js';
import { TARGET_TYPES } from '../../src/model/targets/target-type.js';
import { json } from '../../src/reporters/json.js';
import { GAP_REASONS } from '../../src/snapshot/format.js';
import { COMPLETE, EXAMPLES } from '../reporters/example-reports.js';

const SCHEMA: unknown = JSON.parse(
  readFileSync(new URL('../../src/findings/report.schema.json', import.meta.url), 'utf8'),
);
if (!isJsonObject(SCHEMA)) {
  throw new Error('report.schema.json is not an object');
}
const schema: JsonObject = SCHEMA;

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
addFormats.default(ajv);
const validate = ajv.compile(schema);

/** Where and why a document breaks the schema; empty when it keeps it. */
function faults(document: unknown): string[] {
  return validate(document)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

function printed(report: Report): unknown {
  return JSON.parse(json(report));
}

test.each(Object.entries(EXAMPLES))('the JSON of %s keeps the schema', (_, report) => {
  expect(faults(printed(report))).toEqual([]);
});

describe('a wrong document breaks it', () => {
  const [finding] = COMPLETE.findings;
  test.each([
    ['a name taken away', { ...COMPLETE, summary: undefined }, " must have required property 'summary'"],
    [
      'a name that is not in the contract',
      { ...COMPLETE, sumary: 1 },
      ' must NOT have additional properties',
    ],
    ['another version', { ...COMPLETE, schemaVersion: 2 }, '/schemaVersion must be equal to constant'],
    [
      'an exit code of a scan that was not made',
      { ...COMPLETE, exitCode: 4 },
      '/exitCode must be equal to one of the allowed values',
    ],
    [
      'a time without a zone',
      { ...COMPLETE, snapshot: { ...COMPLETE.snapshot, takenAt: '2026-11-24 10:15' } },
      '/snapshot/takenAt must match format "date-time"',
    ],
    [
      'an unknown status',
      { ...COMPLETE, findings: [{ ...finding, status: 'skipped' }] },
      '/findings/0/status must be equal to one of the allowed values',
    ],
    [
      'a page that is no address',
      { ...COMPLETE, findings: [{ ...finding, docs: ['how to'] }] },
      '/findings/0/docs/0 must match format "uri"',
    ],
    [
      'evidence without its resource',
      { ...COMPLETE, findings: [{ ...finding, evidence: [{ path: 'a', actual: 'b', expected: 'c' }] }] },
      "/findings/0/evidence/0 must have required property 'resourceId'",
    ],
  ])('%s', (_, document, fault) => {
    expect(faults(JSON.parse(JSON.stringify(document)))).toEqual([fault]);
  });
});

/** Every property that the schema names, as `findings[].target.id`. */
function namesInSchema(node: Json | undefined, place: string): string[] {
  if (!isJsonObject(node)) {
    return [];
  }
  const reference = node['$ref'];
  if (typeof reference === 'string') {
    const definitions = schema['$defs'];
    const name = reference.split('/').at(-1) ?? '';
    return isJsonObject(definitions) ? namesInSchema(definitions[name], place) : [];
  }
  const properties = node['properties'];
  return [
    ...(isJsonObject(properties)
      ? Object.entries(properties).flatMap(([name, child]) => {
          const own = place === '' ? name : `${place}.${name}`;
          return [own, ...namesInSchema(child, own)];
        })
      : []),
    ...namesInSchema(node['items'], `${place}[]`),
  ];
}

/** Every property that a document has, in the same form. */
function namesInDocument(value: unknown, place: string): string[] {
  if (Array.isArray(value)) {
    return value.flatMap((item) => namesInDocument(item, `${place}[]`));
  }
  return isJsonObject(value)
    ? Object.entries(value).flatMap(([name, child]) => {
        const own = place === '' ? name : `${place}.${name}`;
        return [own, ...namesInDocument(child, own)];
      })
    : [];
}

test('the schema and the types have the same names', () => {
  // COMPLETE is typed so that it lacks no member that a type knows, optional ones included.
  const inDocument = new Set(namesInDocument(printed(COMPLETE), ''));
  expect([...inDocument].sort()).toEqual([...new Set(namesInSchema(schema, ''))].sort());
});

/** The values of every `enum` in the schema. */
function enumsIn(node: unknown): string[] {
  if (Array.isArray(node)) {
    return node.flatMap(enumsIn);
  }
  if (!isJsonObject(node)) {
    return [];
  }
  const values = node['enum'];
  return [...(Array.isArray(values) ? [values.join(' ')] : []), ...Object.values(node).flatMap(enumsIn)];
}

test.each([
  ['clouds', CLOUD_NAMES],
  ['severities', SEVERITIES],
  ['statuses', STATUSES],
  ['target types', TARGET_TYPES],
  ['reasons of gaps', GAP_REASONS],
])('the schema lists the %s that the code knows', (_, values) => {
  expect(enumsIn(schema)).toContain(values.join(' '));
});
