import { closeSync, ftruncateSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { soundPrivate } from '../world/sound.js';
import { type Finished, isocheck } from './command.js';
import { temporaryFolder } from './site.js';

const { world, names } = soundPrivate();
const SOUND = JSON.stringify(world.snapshot());

/** Wrong usage is told in a few lines, and nothing else comes out. */
function expectUsageError({ exitCode, stdout, stderr }: Finished, expected: string): void {
  expect(stderr).toBe(expected);
  expect(stdout).toBe('');
  expect(exitCode).toBe(2);
}

describe('a mistyped argument', () => {
  const cases: readonly (readonly [args: string, expected: string])[] = [
    ['scn', "unknown command 'scn'\n  did you mean scan?\n  add --help to see what there is\n"],
    [
      'scan --snapshto x',
      "unknown option '--snapshto'\n  did you mean --snapshot?\n  add --help to see what there is\n",
    ],
    ['scan --snapshot=', '--snapshot: expected the name of a file, found ""\n'],
    ['scan --zzzz', "unknown option '--zzzz'\n  add --help to see what there is\n"],
    ['scan -o jsno', '--output: expected text or json, found "jsno"\n  did you mean json?\n'],
    ['scan -o xml=report.xml', '--output: expected text or json, found "xml"\n'],
    [
      'rules -o markdwon',
      '--output: expected text, json, markdown or azure-role, found "markdwon"\n  did you mean markdown?\n',
    ],
    [
      'scan --require inbuond=private',
      '--require: expected inbound=private, outbound=private or workspace=private, found "inbuond=private"\n  did you mean inbound=private?\n',
    ],
    [
      'scan --require outbound=public',
      '--require: expected inbound=private, outbound=private or workspace=private, found "outbound=public"\n  did you mean outbound=private?\n',
    ],
    [
      'scan --fail-on warn',
      '--fail-on: expected error, warning or never, found "warn"\n  did you mean warning?\n',
    ],
    [
      'scan --cloud AzureChina',
      '--cloud: expected AzureCloud, AzureUSGovernment or AzureChinaCloud, found "AzureChina"\n  did you mean AzureChinaCloud?\n',
    ],
    ['scan --concurrency 0', '--concurrency: expected a number from 1 to 64, found "0"\n'],
    ['scan --concurrency many', '--concurrency: expected a number from 1 to 64, found "many"\n'],
    [
      'scan --arm-endpoint http://arm.example.com',
      '--arm-endpoint: http:// is not https; no token is sent unprotected\n  https://management.azure.com\n',
    ],
    [
      'scan --workspace a/b --subscription 3f1c2a4e-5b6d-4e7f-8a9b-0c1d2e3f4a5b',
      '"a/b" is neither a workspace\'s name nor its resource id\n  a resource id reads /subscriptions/SUBSCRIPTION/resourceGroups/GROUP/providers/Microsoft.MachineLearningServices/workspaces/NAME\n  az ml workspace list --query "[].id" -o tsv\n',
    ],
    [
      'scan mlw-fraud',
      'scan: unexpected argument "mlw-fraud"\n  name a workspace with --workspace mlw-fraud\n',
    ],
    [
      'scan -q -v',
      "option '-q, --quiet' cannot be used with option '-v, --verbose'\n  add --help to see what there is\n",
    ],
    [
      'scan --snapshot x.json -g rg',
      "option '--snapshot <file>' cannot be used with option '-g, --resource-group <name>'\n  add --help to see what there is\n",
    ],
    ['explain', "missing required argument 'rule'\n  add --help to see what there is\n"],
    [
      'explain workspace/v1-legacy-mod',
      'no rule is named "workspace/v1-legacy-mod"\n  did you mean workspace/v1-legacy-mode?\n  all rules: isocheck rules\n',
    ],
    [
      'explain workspace/v2-legacymode',
      'no rule is named "workspace/v2-legacymode"\n  did you mean workspace/v1-legacy-mode?\n  all rules: isocheck rules\n',
    ],
  ];

  it.each(cases)('isocheck %s', async (args, expected) => {
    expectUsageError(await isocheck(args.split(' ')), `isocheck: ${expected}`);
  });

  it('names the stories that there are', async () => {
    const { exitCode, stderr } = await isocheck(['demo', 'privat']);
    expect(stderr).toMatch(
      /^isocheck: no story is named "privat"\n {2}did you mean private\?\n {2}there are: faulty, /,
    );
    expect(exitCode).toBe(2);
  });

  it('contradicts a resource id', async () => {
    expectUsageError(
      await isocheck(['scan', '-w', names.workspace, '-g', 'rg-other']),
      'isocheck: --resource-group: rg-other contradicts the resource id of --workspace, which says rg-fraud\n',
    );
  });

  it('is an unknown command altogether: the help says which there are', async () => {
    const { exitCode, stdout, stderr } = await isocheck([]);
    expect(stderr).toMatch(/^Usage: isocheck \[options\] \[command\]\n/);
    expect(stdout).toBe('');
    expect(exitCode).toBe(2);
  });
});

describe('a name that the snapshot does not hold', () => {
  it('of a workspace', async () => {
    expectUsageError(
      await isocheck(['scan', '--snapshot', '-', '-w', 'mlw-frauds'], { input: SOUND }),
      'isocheck: --workspace: the snapshot holds no workspace "mlw-frauds"\n  did you mean mlw-fraud?\n  it holds mlw-fraud\n',
    );
  });

  it('of an endpoint', async () => {
    expectUsageError(
      await isocheck(['scan', '--snapshot', '-', '--endpoint', 'frodd'], { input: SOUND }),
      'isocheck: --endpoint: no endpoint is named "frodd"\n  did you mean fraud?\n  the endpoints: fraud\n',
    );
  });

  it('of an endpoint, but the list was not read: it may be one of those', async () => {
    const hidden = soundPrivate();
    hidden.world.gap('endpoints', `${names.workspace}/onlineEndpoints`);
    const input = JSON.stringify(hidden.world.snapshot());
    const { exitCode, stderr } = await isocheck(['scan', '--snapshot', '-', '--endpoint', 'frodd'], {
      input,
    });
    expect(stderr).toBe('');
    expect(exitCode).toBe(3);
  });
});

describe('a snapshot that is none', () => {
  const HOW = '  isocheck snapshot --workspace NAME --save-snapshot FILE\n';
  const deep = world.snapshot();
  const key = names.keyVault.toLowerCase();
  const contents: Record<string, { text: string; expected: string }> = {
    'of 0 bytes': { text: '', expected: `mlw.json is empty\n${HOW}` },
    'not JSON': { text: '{\n  "a": 1,\n  b\n}', expected: `mlw.json is not JSON: line 3, column 3\n${HOW}` },
    'cut off': { text: SOUND.slice(0, 1000), expected: `mlw.json is not JSON: line 1, column 1001\n${HOW}` },
    'another document': { text: '{"a": 1}', expected: 'mlw.json: schemaVersion: missing\n' },
    'of a newer schema': {
      text: JSON.stringify({ ...deep, schemaVersion: 2 }),
      expected:
        'mlw.json was made by a newer isocheck: its schemaVersion is 2, and this one reads 1\n  update isocheck, or take the snapshot again with this one\n',
    },
    'with a wrong type at the top': {
      text: JSON.stringify({ ...deep, takenAt: 17 }),
      expected: 'mlw.json: takenAt: expected a string, found 17\n',
    },
    'with a wrong type deep inside': {
      text: JSON.stringify({
        ...deep,
        resources: { ...deep.resources, [key]: { apiVersion: '2025-05-01', body: [1] } },
      }),
      expected: `mlw.json: resources["${key}"].body: expected an object, found an array\n`,
    },
  };

  it.each(Object.entries(contents))('%s', async (_what, { text, expected }) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'mlw.json'), text);
    expectUsageError(
      await isocheck(['scan', '--snapshot', 'mlw.json'], { cwd: folder }),
      `isocheck: ${expected}`,
    );
  });

  it('absent', async () => {
    expectUsageError(
      await isocheck(['scan', '--snapshot', 'mlw.json'], { cwd: temporaryFolder() }),
      'isocheck: mlw.json could not be read: there is no such file\n',
    );
  });

  it('a folder', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'mlw.json'));
    expectUsageError(
      await isocheck(['scan', '--snapshot', 'mlw.json'], { cwd: folder }),
      'isocheck: mlw.json is a folder, not a snapshot\n',
    );
  });

  it('of 600 MB', async () => {
    const folder = temporaryFolder();
    const file = openSync(join(folder, 'mlw.json'), 'w');
    ftruncateSync(file, 600 * 1024 * 1024);
    closeSync(file);
    expectUsageError(
      await isocheck(['scan', '--snapshot', 'mlw.json'], { cwd: folder }),
      'isocheck: mlw.json is too large for a snapshot: 600 MB, and 500 MB is the most\n  take one snapshot for each group of workspaces\n',
    );
  });

  it('on standard input', async () => {
    expectUsageError(
      await isocheck(['scan', '--snapshot', '-'], { input: '[]' }),
      'isocheck: standard input: expected an object, found an array\n',
    );
  });
});

describe('a name with control characters', () => {
  it('reaches neither stream as such', async () => {
    const { stderr } = await isocheck(['scan', '--snapshot', 'no\u001b[31msuch\u0007file']);
    expect(stderr).toBe('isocheck: no\\u001b[31msuch\\u0007file could not be read: there is no such file\n');
  });
});
