import { describe, expect, test } from 'vitest';
import { MATRIX_LEFT_OUT, type Report } from '../../src/findings/report.js';
import type { ReporterOptions } from '../../src/reporters/index.js';
import { text } from '../../src/reporters/text.js';
import { finding, target } from './example-findings.js';
import {
  ALL_UNKNOWN,
  EMPTY,
  EVERY_REASON,
  FAULTY,
  PARTLY_UNKNOWN,
  reportOf,
  SOUND,
  TWO_WORKSPACES,
} from './example-reports.js';

const PLAIN: ReporterOptions = { width: 80, color: false, verbose: false, quiet: false };

/** The report in `outputs/FILE.txt`, whole. */
const OUTPUTS: readonly (readonly [string, Report, Partial<ReporterOptions>])[] = [
  ['sound', SOUND, {}],
  ['sound.140', SOUND, { width: 140 }],
  ['sound.color', SOUND, { color: true }],
  ['sound.verbose', SOUND, { verbose: true }],
  ['sound.quiet', SOUND, { quiet: true }],
  ['faulty', FAULTY, {}],
  ['faulty.140', FAULTY, { width: 140 }],
  ['faulty.color', FAULTY, { color: true }],
  ['faulty.140.color.verbose', FAULTY, { width: 140, color: true, verbose: true }],
  ['faulty.verbose', FAULTY, { verbose: true }],
  ['faulty.quiet', FAULTY, { quiet: true }],
  ['faulty.140.quiet', FAULTY, { width: 140, quiet: true }],
  ['partly-unknown', PARTLY_UNKNOWN, {}],
  ['partly-unknown.color', PARTLY_UNKNOWN, { color: true }],
  ['partly-unknown.verbose', PARTLY_UNKNOWN, { verbose: true }],
  ['every-reason', EVERY_REASON, {}],
  ['all-unknown', ALL_UNKNOWN, {}],
  ['all-unknown.140', ALL_UNKNOWN, { width: 140 }],
  ['all-unknown.quiet', ALL_UNKNOWN, { quiet: true }],
  ['empty', EMPTY, {}],
  ['empty.color', EMPTY, { color: true }],
  ['two-workspaces', TWO_WORKSPACES, {}],
  ['two-workspaces.140', TWO_WORKSPACES, { width: 140 }],
  ['two-workspaces.quiet', TWO_WORKSPACES, { quiet: true }],
];

test.each(OUTPUTS)('%s', async (file, report, options) => {
  await expect(text(report, { ...PLAIN, ...options })).toMatchFileSnapshot(`outputs/${file}.txt`);
});

const ID = '/subscriptions/1/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/mlw';

/** What the summary begins with when styled. */
const GREEN = '\u001b[32m';

describe('the summary', () => {
  const of = target('workspace', ID);
  const pass = finding({ ruleId: 'a/pass', target: of, message: 'm' });
  const notApplicable = finding({ ruleId: 'a/not', target: of, message: 'm', status: 'not-applicable' });
  const unknown = finding({
    ruleId: 'a/unknown',
    target: of,
    message: 'm',
    status: 'unknown',
    severity: 'info',
  });
  const info = finding({ ruleId: 'a/info', target: of, message: 'm', status: 'fail', severity: 'info' });
  const warning = finding({
    ruleId: 'a/warning',
    target: of,
    message: 'm',
    status: 'fail',
    severity: 'warning',
  });
  const error = finding({ ruleId: 'a/error', target: of, message: 'm', status: 'fail' });
  const suppressed = finding({ ruleId: 'a/suppressed', target: of, message: 'm', status: 'suppressed' });

  test.each([
    ['all passed', [pass, notApplicable], true],
    ['an info alone', [pass, info], true],
    ['a suppressed one beside a pass', [pass, suppressed], true],
    ['a warning', [pass, warning], false],
    ['an error', [pass, error], false],
    ['an unknown', [pass, unknown], false],
    ['an unknown beside an info', [pass, info, unknown], false],
    ['nothing applies', [notApplicable], false],
    ['all is suppressed', [suppressed], false],
    ['nothing at all', [], false],
  ])('%s: green is %3$s', (_, findings, green) => {
    for (const quiet of [false, true]) {
      expect(text(reportOf({ findings }), { ...PLAIN, color: true, quiet }).includes(GREEN)).toBe(green);
    }
  });

  test.each([
    [[pass], '0 failed, 1 passed, 0 unknown, 0 not applicable\n'],
    [
      [error, warning, warning, info, info, pass, notApplicable, suppressed],
      '5 failed (1 error, 2 warnings, 2 info), 1 passed, 0 unknown, 1 not applicable,\n1 suppressed\n',
    ],
    [
      [unknown],
      '0 failed, 0 passed, 1 unknown, 0 not applicable\nThe scan is incomplete: 1 check is unknown and did not pass.\n',
    ],
    [[], '0 failed, 0 passed, 0 unknown, 0 not applicable\nThe scan is incomplete: nothing was checked.\n'],
  ])('is whole and last: %#', (findings, end) => {
    expect(text(reportOf({ findings }), PLAIN).slice(-end.length)).toBe(end);
  });

  test('says that the scan is incomplete in every report whose exit code is 3', () => {
    for (const report of [PARTLY_UNKNOWN, EVERY_REASON, ALL_UNKNOWN, EMPTY]) {
      expect(report.exitCode).toBe(3);
      for (const quiet of [false, true]) {
        expect(text(report, { ...PLAIN, quiet })).toContain('\nThe scan is incomplete: ');
      }
    }
  });
});

describe('many of a kind', () => {
  const gaps = Array.from({ length: 8 }, (_, number) => ({
    scope: `/subscriptions/1/resourcegroups/rg/providers/microsoft.keyvault/vaults/kv-${number}`,
    operation: 'Microsoft.KeyVault/vaults/read',
    reason: 'forbidden' as const,
    detail: '403 AuthorizationFailed',
  }));
  const report = reportOf({
    findings: gaps.map((gap) =>
      finding({
        ruleId: 'key-vault/trusted-services-bypass',
        status: 'unknown',
        target: target('key-vault', gap.scope),
        message: 'not read',
        gaps: [gap],
      }),
    ),
  });

  test('the first scopes are shown, the rest counted, and no check is left out', () => {
    const lines = text(report, PLAIN).split('\n');
    expect(lines.filter((line) => line.includes('was not read'))).toHaveLength(5);
    expect(lines.filter((line) => line.includes('and 3 more (--verbose shows all)'))).toHaveLength(2);
    expect(lines).toContain('unknown  8 checks wait for Microsoft.KeyVault/vaults/read');
    for (const gap of gaps) {
      expect(lines.join(' ')).toContain(gap.scope.split('/').at(-1));
    }
  });

  test('--verbose shows all', () => {
    const output = text(report, { ...PLAIN, verbose: true });
    expect(output.match(/was not read/g)).toHaveLength(8);
    expect(output).not.toContain('more (--verbose');
  });
});

test('checks that wait for the same permissions share a paragraph', () => {
  const gap = (operation: string, scope: string) => ({
    operation,
    scope,
    reason: 'forbidden' as const,
    detail: '403',
  });
  const gaps = [
    gap('Microsoft.Network/privateEndpoints/read', `${ID.toLowerCase()}/a`),
    gap('Microsoft.Network/networkInterfaces/read', `${ID.toLowerCase()}/b`),
  ];
  const waiting = (ruleId: string) =>
    finding({ ruleId, status: 'unknown', target: target('workspace', ID), message: 'not read', gaps });
  const output = text(reportOf({ findings: [waiting('a/one'), waiting('a/two')] }), { ...PLAIN, width: 120 });
  expect(output.match(/^unknown/gm)).toHaveLength(1);
  expect(output).toContain(
    'unknown  2 checks wait for Microsoft.Network/privateEndpoints/read, Microsoft.Network/networkInterfaces/read\n',
  );
});

test('a planned target is told apart', () => {
  const planned = finding({
    ruleId: 'a/planned',
    status: 'fail',
    origin: 'planned',
    target: target('workspace', ID),
    message: 'm',
  });
  expect(text(reportOf({ findings: [planned] }), PLAIN)).toContain('error  a/planned  mlw (planned)\n');
});

test('a remedy without a command names the property to change', () => {
  const failing = finding({
    ruleId: 'a/property',
    status: 'fail',
    target: target('workspace', ID),
    message: 'm',
    remedy: {
      summary: 'Turn it off in the template; the Azure CLI has no command for it.',
      commands: [],
      property: { resourceId: ID, path: 'properties.v1LegacyMode', value: false },
    },
  });
  expect(text(reportOf({ findings: [failing] }), PLAIN)).toContain(
    '    ARM property: properties.v1LegacyMode = false\n',
  );
});

test('a report whose matrix was left out does not say that there is no endpoint', () => {
  const narrowed = reportOf({ notes: [`${MATRIX_LEFT_OUT}: it goes by rules that were not asked (a/b).`] });
  expect(text(reportOf({}), PLAIN)).toContain('No online endpoint in this report.');
  expect(text(narrowed, PLAIN)).not.toContain('No online endpoint');
});
