import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));

/** Words that stand in ids of ARM between slashes. */
const WORD = `(?:${[
  'subscriptions',
  'resourceGroups',
  'providers',
  'workspaces',
  'onlineEndpoints',
  'deployments',
  'computes',
  'datastores',
  'batchEndpoints',
  'outboundRules',
  'locks',
  'privateEndpoints',
  'privateEndpointConnections',
  'privateDnsZoneGroups',
  'virtualNetworkLinks',
  'Microsoft\\\\?\\.\\w+',
].join('|')})`;

/** How an id is taken apart, or put together by hand. */
const FORMS: readonly (readonly [what: string, form: RegExp])[] = [
  ['cuts at slashes', /\.(?:split|lastIndexOf|indexOf)\(\s*(?:['"`]\/['"`]|\/\\\/)/],
  ['has a regular expression over an id', new RegExp(`\\\\/${WORD}(?:\\\\/|\\)|\\b.*/[gimsuy]*\\.)`, 'i')],
  ['looks for a part of an id', new RegExp(`\\((['"\`])/(?:[^'"\`]*/)?${WORD}/[^'"\`]*\\1`, 'i')],
  ['puts an id together', new RegExp(`\`[^\`]*/${WORD}/[^\`]*\\$\\{`, 'i')],
  ['puts an id together', new RegExp(`\\$\\{[^}]*\\}/${WORD}\\b`, 'i')],
];

/** What only looks like it: by the file and the line. */
const NO_IDS: readonly (readonly [file: string, line: RegExp, why: string])[] = [
  ['catalogue/bicep.ts', /type\.split\('\/'\)/, 'a type'],
  ['cli/options/did-you-mean.ts', /name\.lastIndexOf\('\/'\)/, 'the id of a rule'],
  ['cli/input/rule-selection.ts', /id\.indexOf\('\/'\)/, 'the id of a rule'],
  ['model/addresses/ip-address.ts', /range\.split\('\/'\)/, 'a range of addresses'],
  ['troubleshoot/error-text.ts', /privateendpointconnections/, 'an action in the text of an error'],
];

describe('ids of ARM', () => {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && !file.startsWith('arm/'));

  it('are taken apart and put together in src/arm alone', () => {
    expect(files.length).toBeGreaterThan(200);
    expect(files.flatMap(faultsIn)).toEqual([]);
  });

  it('are left out where something only looks like one, and nowhere else', () => {
    const idle = NO_IDS.filter(([file, line]) => !linesOf(file).some((each) => line.test(each)));
    expect(idle).toEqual([]);
  });

  it.each([
    "const name = id.split('/').at(-1);",
    "const name = id.slice(id.lastIndexOf('/') + 1);",
    'const name = /\\/onlineEndpoints\\/([^/]+)/i.exec(id)?.[1];',
    'const group = /\\/resourceGroups\\/([^/]+)\\//.exec(id)?.[1];',
    'const isLocked = /^\\/subscriptions\\/[^/]+$/.test(scope);',
    "if (key.startsWith('/providers/microsoft.management/managementgroups/')) return true;",
    "if (key.includes('/privateendpoints/')) return true;",
    `const path = \`/subscriptions/\${subscription}/providers/\${type}\`;`,
    `const path = \`\${id}/deployments\`;`,
    `const path = \`\${workspace.id}/onlineEndpoints/\${name}\`;`,
  ])('are found in %s', (line) => {
    expect(faultOf(line)).not.toBeNull();
  });
});

function faultsIn(file: string): readonly string[] {
  return linesOf(file).flatMap((line) => {
    const fault = faultOf(line);
    const isNone = NO_IDS.some(([where, looks]) => where === file && looks.test(line));
    return fault === null || isNone ? [] : [`src/${file} ${fault}: ${line.trim()}`];
  });
}

function faultOf(line: string): string | null {
  return FORMS.find(([, form]) => form.test(line))?.[0] ?? null;
}

/** The lines of a file without its comments. */
function linesOf(file: string): readonly string[] {
  const text = readFileSync(join(SRC, file), 'utf8');
  return text
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/^\s*\/\/.*$/gm, '')
    .split('\n');
}
