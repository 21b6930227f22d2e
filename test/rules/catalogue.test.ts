import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Requirements } from '../../src/report/report.js';
import { RULES } from '../../src/rules/index.js';
import type { AnyRule } from '../../src/rules/rule.js';
import { faultsFound } from './faulty-worlds.js';

const SOURCES = fileURLToPath(new URL('../../src/rules/', import.meta.url));
const TESTS = fileURLToPath(new URL('./', import.meta.url));

/** The first set of the catalogue: ids are contract, none is ever renamed. */
const FIRST_SET = [
  'deployment/egress-public-network-access',
  'deployment/mlflow-no-code',
  'deployment/provisioning-state',
  'deployment/public-egress-needs-public-workspace',
  'deployment/public-egress-private-registry',
  'deployment/unreachable-image',
  'dns/custom-dns-server',
  'dns/inference-address',
  'dns/inference-record',
  'dns/zone-link',
  'endpoint/private-inbound-path',
  'endpoint/provisioning-state',
  'endpoint/public-network-access',
  'endpoint/traffic',
  'endpoint/traffic-target',
  'key-vault/trusted-services-bypass',
  'managed-network/egress-flag',
  'managed-network/isolation-mode',
  'managed-network/provisioned',
  'private-endpoint/connection-state',
  'private-endpoint/creation-date',
  'registry/egress-private-endpoint',
  'registry/premium-sku',
  'workspace/dependency-resource-group',
  'workspace/dependency-subscription',
  'workspace/image-build-compute',
  'workspace/private-endpoint',
  'workspace/public-network-access',
  'workspace/v1-legacy-mode',
];

/** Pages are to be held against their rules again after this many days. */
const REVIEW_DAYS = 180;
const DAY = 24 * 60 * 60 * 1000;

const REQUIREMENTS: readonly Requirements[] = [
  {},
  { inbound: 'private' },
  { outbound: 'private' },
  { workspace: 'private' },
];

/** `area/name` of every file one folder below. */
function filesBelow(root: string, suffix: string): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((area) =>
      readdirSync(`${root}${area.name}`)
        .filter((file) => file.endsWith(suffix))
        .map((file) => `${area.name}/${file.slice(0, -suffix.length)}`),
    );
}

const ids = RULES.map(({ id }) => id);
const files = filesBelow(SOURCES, '.ts').sort();
const faults = faultsFound();

describe('the catalogue', () => {
  it('holds a rule for every file, whose id is the path of the file', () => {
    expect([...ids].sort()).toEqual(files);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('holds the whole first set', () => {
    expect(FIRST_SET).toHaveLength(29);
    expect(FIRST_SET.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('tests every rule in a file of its own', () => {
    expect(files.filter((id) => !existsSync(`${TESTS}${id}.test.ts`))).toEqual([]);
  });

  it('warns of pages that were not looked at for long', async ({ annotate }) => {
    const reviews = RULES.flatMap(({ id, docs }) =>
      docs.sources.map(({ url, reviewed }) => ({ id, url, day: Date.parse(reviewed) })),
    );
    const newest = Math.max(...reviews.map(({ day }) => day));
    expect(newest).not.toBeNaN();
    for (const { id, url, day } of reviews) {
      const age = Math.round((newest - day) / DAY);
      if (age > REVIEW_DAYS) {
        await annotate(`${id}: ${url} was last reviewed ${age} days before the newest`, 'warning');
      }
    }
  });
});

describe.each(RULES.map((rule): [string, AnyRule] => [rule.id, rule]))('%s', (id, rule) => {
  const own = faults.filter(({ ruleId }) => ruleId === id);

  it('is the only thing that its file exports', async () => {
    const module: unknown = await import(`${SOURCES}${id}.ts`);
    expect(Object.keys(Object(module))).toEqual(['default']);
  });

  it('is documented', () => {
    const { why, consequence, sources } = rule.docs;
    for (const text of [rule.title, why, consequence]) expect(text.trim().length).toBeGreaterThan(10);
    expect(rule.title).not.toMatch(/\.$/);
    for (const text of [why, consequence]) expect(text).toMatch(/[.”"]$/);
    expect(sources.length).toBeGreaterThan(0);
    for (const { url, reviewed } of sources) {
      expect(url).toMatch(/^https:\/\/learn\.microsoft\.com\/azure\/[a-z0-9/-]+$/);
      expect(reviewed).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(new Date(reviewed).toISOString().slice(0, 10)).toBe(reviewed);
    }
    expect(new Set(sources.map(({ url }) => url)).size).toBe(sources.length);
  });

  it('asks ARM for what it judges', () => {
    const { applies, needs, considers } = rule.facts;
    const names = [...applies, ...needs, ...considers];
    expect(names.length).toBeGreaterThan(0);
    expect(new Set([...needs, ...considers]).size).toBe(needs.length + considers.length);
    expect(rule.reads.length).toBeGreaterThan(0);
  });

  it('says when it is how severe, where it is not always the same', () => {
    const severities = new Set([
      ...REQUIREMENTS.map((required) => rule.severity(required)),
      ...own.map(({ severity }) => severity),
    ]);
    if (severities.size > 1) expect(rule.docs.severity ?? '').toMatch(/info|warning|error/);
    for (const severity of severities.size > 1 ? severities : []) {
      expect(rule.docs.severity).toContain(severity);
    }
  });

  it('fails somewhere, and tells what is there without telling anybody off', () => {
    expect(own.length, `${id} never failed in any faulty world`).toBeGreaterThan(0);
    for (const { message, consequence, evidence, remedy } of own) {
      expect(message).toMatch(/\.$/);
      for (const text of [message, consequence ?? '', remedy?.summary ?? '']) {
        expect(text).not.toMatch(/\b(should|please|invalid|undefined|null|NaN)\b|\[object/i);
      }
      expect(evidence.length).toBeGreaterThan(0);
      for (const { resourceId, path, actual, expected } of evidence) {
        expect(resourceId).toMatch(/^\/subscriptions\//);
        expect(path).toMatch(/^[A-Za-z]+(\.[\w-]+)*$/);
        for (const value of [actual, expected]) expect(value).not.toBe('');
      }
      expect(consequence ?? '').not.toBe('');
      expect(remedy?.summary ?? '').not.toBe('');
    }
  });
});
