import { describe, expect, it } from 'vitest';
import { RULES } from '../../../src/rules/index.js';
import { faultsFound } from '../faulty-worlds.js';
import type { AzureCliCommand } from './azure-cli-command.js';
import { COMMANDS as DEPENDENCIES } from './dependencies.js';
import { COMMANDS as DEPLOYMENT_AND_REGISTRY } from './deployment-and-registry.js';
import { COMMANDS as DEPLOYMENT_STORAGE } from './deployment-storage.js';
import { COMMANDS as DNS, OTHER_COMMANDS } from './dns.js';
import { COMMANDS as IDENTITY_AND_MONITORING } from './identity-and-monitoring.js';
import { COMMANDS as MANAGED_NETWORK } from './managed-network.js';
import { COMMANDS as NETWORK } from './network.js';
import { COMMANDS as WORKSPACE_AND_ENDPOINT } from './workspace-and-endpoint.js';

const LISTED: readonly AzureCliCommand[] = [
  ...IDENTITY_AND_MONITORING,
  ...DEPENDENCIES,
  ...DEPLOYMENT_AND_REGISTRY,
  ...DEPLOYMENT_STORAGE,
  ...DNS,
  ...MANAGED_NETWORK,
  ...NETWORK,
  ...WORKSPACE_AND_ENDPOINT,
];

/** Flags by command, from all lists. */
const FLAGS = new Map<string, Set<string>>();
for (const { command, flags } of LISTED) {
  FLAGS.set(command, new Set([...(FLAGS.get(command) ?? []), ...flags]));
}

interface Word {
  readonly text: string;
  /** Whether any of it stood in quotes: then it is no flag, whatever it looks like. */
  readonly isQuoted: boolean;
}

/** Cuts a line as a POSIX shell does; there are no other quotes than single ones. */
function words(line: string): Word[] {
  const found: Word[] = [];
  const pattern = /(?:'[^']*'|\\.|[^\s'\\])+/g;
  for (const [raw] of line.matchAll(pattern)) {
    const text = raw.replace(/'([^']*)'|\\(.)/g, (_, inner: string | undefined, one: string | undefined) =>
      inner === undefined ? (one ?? '') : inner,
    );
    found.push({ text, isQuoted: text !== raw });
  }
  return found;
}

interface Parsed {
  readonly command: string;
  readonly flags: readonly string[];
  /** Values by flag. */
  readonly values: ReadonlyMap<string, readonly string[]>;
}

function parse(line: string): Parsed {
  const all = words(line);
  const isFlag = ({ text, isQuoted }: Word) => !isQuoted && text.startsWith('--');
  const first = all.findIndex(isFlag);
  const values = new Map<string, string[]>();
  let at: string[] = [];
  for (const word of first < 0 ? [] : all.slice(first)) {
    if (isFlag(word)) {
      at = [];
      values.set(word.text, at);
    } else at.push(word.text);
  }
  const command = (first < 0 ? all : all.slice(0, first)).map(({ text }) => text).join(' ');
  return { command, flags: [...values.keys()], values };
}

const remedies = faultsFound().flatMap(({ ruleId, remedy }) =>
  remedy === undefined ? [] : [{ ruleId, ...remedy }],
);
const lines = [
  ...new Map(remedies.flatMap(({ ruleId, commands }) => commands.map((line) => [line, ruleId]))),
];

describe('the listed commands', () => {
  it.each(LISTED.map(({ command, page, flags }) => [command, page, flags] as const))(
    '%s has a reference page',
    (command, page, flags) => {
      expect(command).toMatch(/^az( [a-z0-9-]+)+$/);
      const { protocol, host, pathname, hash } = new URL(page);
      expect(`${protocol}//${host}`).toBe('https://learn.microsoft.com');
      expect(pathname).toMatch(/^\/cli\/azure\//);
      expect(hash).toBe(`#${command.replaceAll(' ', '-')}`);
      for (const flag of flags) expect(flag).toMatch(/^--[a-z0-9][a-z0-9-]*$/);
    },
  );

  it('of other tools have a page too', () => {
    for (const { page } of OTHER_COMMANDS) expect(page).toMatch(/^https:\/\/learn\.microsoft\.com\//);
  });
});

describe('the remedies', () => {
  it('are those of every rule', () => {
    const failed = new Set(remedies.map(({ ruleId }) => ruleId));
    expect(RULES.filter(({ id }) => !failed.has(id)).map(({ id }) => id)).toEqual([]);
  });

  it.each(lines)('%s', (line, ruleId) => {
    const { command, flags, values } = parse(line);
    if (!command.startsWith('az ')) {
      expect(
        OTHER_COMMANDS.map((other) => other.command),
        ruleId,
      ).toContain(command.split(' ')[0]);
      return;
    }
    const known = FLAGS.get(command);
    expect(known, `${ruleId}: no list has ${command}`).toBeDefined();
    expect(
      flags.filter((flag) => known?.has(flag) !== true),
      `${ruleId}: flags that no page of ${command} showed`,
    ).toEqual([]);
    // Whoever has several subscriptions must not change the wrong one.
    const names = ['--subscription', '--url', '--ids', '--registry-name'];
    expect(names.some((name) => flags.includes(name))).toBe(true);
    for (const given of values.values()) {
      for (const value of given) expect(value).not.toMatch(/undefined|null|\[object/);
    }
    for (const flag of ['--subscription', '--resource-group', '--name', '--id', '--ids', '--url']) {
      if (flags.includes(flag)) expect(values.get(flag)?.join('')).toMatch(/\S/);
    }
  });

  it('say so when they delete, make again or open something', () => {
    const wanted: readonly (readonly [what: RegExp, said: RegExp])[] = [
      [/ (delete|remove-record)( |$)/m, /delet/i],
      [/ private-endpoint delete .*\n(.*\n)*.* private-endpoint create /, /again/i],
      [/ online-deployment delete .*\n(.*\n)*.* online-deployment create /, /again/i],
      [/ private-endpoint-connection approve /, /approve/i],
      [/--public-network-access Enabled|(?<!egress_)public_network_access=enabled/i, /open|public/i],
      [/--default-action Allow|"publicNetworkAccess":"Enabled"|"defaultAction":"Allow"/, /open|public/i],
    ];
    for (const { ruleId, summary, commands } of remedies) {
      for (const [what, said] of wanted) {
        if (what.test(commands.join('\n'))) expect(summary, `${ruleId}: ${what}`).toMatch(said);
      }
    }
    const all = remedies.map(({ commands }) => commands.join('\n')).join('\n\n');
    expect(wanted.slice(0, 4).filter(([what]) => !what.test(all))).toEqual([]);
  });

  it('that have no command say that there is none, or what to do by hand', () => {
    for (const { ruleId, summary, commands } of remedies) {
      if (commands.length === 0) expect(summary, ruleId).toMatch(/no command|by hand|can't|Look up|file/i);
    }
  });

  it('that use az rest name the property, since no command of the Azure CLI has it', () => {
    for (const { ruleId, summary, commands, property } of remedies) {
      if (!commands.some((line) => line.startsWith('az rest '))) continue;
      expect(property, ruleId).toBeDefined();
      expect(summary, ruleId).toMatch(/ARM/);
    }
  });
});

describe('the cutting of a line', () => {
  it('follows the quotes of a shell', () => {
    expect(parse(`az x y --a '--b' 'it'\\''s' --c d=e`)).toEqual({
      command: 'az x y',
      flags: ['--a', '--c'],
      values: new Map([
        ['--a', ['--b', "it's"]],
        ['--c', ['d=e']],
      ]),
    });
  });
});
