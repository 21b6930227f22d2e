import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { READS } from '../../src/arm/reads.js';
import type { Requirements } from '../../src/findings/report.js';
import { isJsonObject, type Json } from '../../src/json.js';
import type { AnyRule } from '../../src/rules/engine/rule.js';
import { RULES } from '../../src/rules/index.js';
import { faultsFound } from './faulty-worlds.js';

const SOURCES = fileURLToPath(new URL('../../src/rules/', import.meta.url));
const TESTS = fileURLToPath(new URL('./', import.meta.url));
const PAGES = fileURLToPath(new URL('../../docs/', import.meta.url));

/** What the scaffold of a rule leaves to its author. */
const PLACEHOLDER = ['FIX', 'ME'].join('');

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

/** The second set: ids are contract as well. */
const SECOND_SET = [
  'deployment/code-storage',
  'deployment/model-storage',
  'deployment/private-endpoint-cost',
  'deployment/public-egress-private-storage',
  'dns/auto-registration',
  'dns/dependency-zones',
  'dns/notebooks-zone',
  'dns/stale-record',
  'dns/workspace-records',
  'dns/zone-group',
  'identity/key-vault-access',
  'identity/network-approver',
  'identity/registry-pull',
  'identity/storage-read',
  'key-vault/private-endpoint',
  'key-vault/public-network-access',
  'managed-network/batch-storage',
  'managed-network/fqdn-rules',
  'managed-network/kubernetes-compute',
  'managed-network/predating-deployments',
  'managed-network/required-rules',
  'managed-network/rule-status',
  'managed-network/scope-lock',
  'managed-network/selected-ip',
  'managed-network/service-tag-rules',
  'managed-network/storage-fqdn',
  'monitoring/unsupported-log-tables',
  'network/docker-bridge-range',
  'network/outbound-service-tags',
  'private-endpoint/foreign',
  'private-endpoint/group-id',
  'private-endpoint/network-policies',
  'private-endpoint/provisioning-state',
  'private-endpoint/security-group',
  'registry/private-endpoint',
  'registry/public-network-access',
  'registry/quarantine-policy',
  'registry/trusted-services',
  'storage/egress-private-endpoint',
  'storage/private-endpoint',
  'storage/public-network-access',
  'storage/service-endpoint-mix',
  'storage/trusted-access',
  'workspace/egress-private-endpoint',
  'workspace/image-build-cluster',
  'workspace/ip-allowlist',
  'workspace/ip-allowlist-scope',
  'workspace/legacy-public-access-flag',
  'workspace/private-endpoint-networks',
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

/** What the rules are made with, and no rules themselves. */
const NO_AREAS = ['engine', 'judgements', 'remedies'];

/** `area/name` of every file in the folder of an area. */
function filesBelow(root: string, suffix: string): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !NO_AREAS.includes(entry.name))
    .flatMap((area) =>
      readdirSync(`${root}${area.name}`)
        .filter((file) => file.endsWith(suffix))
        .map((file) => `${area.name}/${file.slice(0, -suffix.length)}`),
    );
}

/** The paths of all values in a part of an ARM body, but for those that are objects; lists take no step. */
function pathsIn(value: Json): readonly string[] {
  if (Array.isArray(value) && value.length > 0) return value.flatMap(pathsIn);
  if (!isJsonObject(value)) return [''];
  return Object.entries(value).flatMap(([name, inner]) =>
    pathsIn(inner).map((path) => (path === '' ? name : `${name}.${path}`)),
  );
}

/** Whether a path leads through another one. */
function isPart(path: string, of: string): boolean {
  return `${of}.`.startsWith(`${path}.`);
}

/** The ARM type of a resource, in lower case. */
function typeOf(id: string): string {
  const [, provider = ''] = id.toLowerCase().split(/^.*\/providers\//);
  return provider
    .split('/')
    .filter((_, position) => position === 0 || position % 2 === 1)
    .join('/');
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

  it('holds the whole second set', () => {
    expect(SECOND_SET).toHaveLength(49);
    expect(SECOND_SET.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('has nothing left to be filled in, be it in a comment', () => {
    const unfilled = [SOURCES, TESTS, PAGES].flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => join(parentPath, name))
        .filter((file) => readFileSync(file, 'utf8').includes(PLACEHOLDER)),
    );
    expect(unfilled).toEqual([]);
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
    const { why, consequence, wrongWhen, sources } = rule.docs;
    for (const text of [rule.title, why, consequence, wrongWhen]) {
      expect(text.trim().length).toBeGreaterThan(10);
    }
    expect(rule.title).not.toMatch(/\.$/);
    for (const text of [why, consequence]) expect(text).toMatch(/[.”"]$/);
    expect(wrongWhen).toMatch(/\.$/);
    expect(sources.length).toBeGreaterThan(0);
    for (const { url, reviewed } of sources) {
      expect(url).toMatch(/^https:\/\/learn\.microsoft\.com\/azure\/[a-z0-9/-]+$/);
      expect(reviewed).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(new Date(reviewed).toISOString().slice(0, 10)).toBe(reviewed);
    }
    expect(new Set(sources.map(({ url }) => url)).size).toBe(sources.length);
  });

  it('shows what it fails on, and the same mended', () => {
    const { read, type, failing, mended, notInBicep } = rule.docs.example;
    expect(mended).not.toEqual(failing);
    // A child that its parent's answer holds, or one whose read has no action of its own.
    const ofRead = READS[read].operation.replace(/\/read$/, '');
    expect(`${type}/`.toLowerCase().startsWith(`${ofRead}/`.toLowerCase()), `${type}: ${ofRead}`).toBe(true);
    if (notInBicep !== undefined) expect(notInBicep).toMatch(/^[A-Z].*\.$/s);

    const shown = [...pathsIn(failing), ...pathsIn(mended)];
    const evidence = own
      .flatMap((finding) => finding.evidence)
      .filter(({ resourceId }) => typeOf(resourceId) === type.toLowerCase())
      .map(({ path }) => path);
    if (evidence.length > 0) {
      expect(
        evidence.some((path) => shown.some((each) => isPart(each, path) || isPart(path, each))),
        `${shown.join(', ')}: none of ${[...new Set(evidence)].join(', ')}`,
      ).toBe(true);
    }
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
