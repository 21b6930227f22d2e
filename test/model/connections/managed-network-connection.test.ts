import { describe, expect, it } from 'vitest';
import { Model } from '../../../src/model/bodies/model.js';
import { isOfManagedNetwork } from '../../../src/model/connections/managed-network-connection.js';
import { workspaceAt } from '../../../src/model/resources/workspace.js';
import type { Estate } from '../../world/estate.js';
import { MICROSOFT_SUBSCRIPTION } from '../../world/names.js';
import { soundManaged, soundPrivate } from '../../world/sound.js';

const { workspace, privateEndpoint } = soundManaged().names;
const RULE = `${workspace}/outboundRules/__SYS_PE_workspace`;
const RULES = `${workspace}/outboundRules`;
const hidden = (name: string) =>
  `/subscriptions/${MICROSOFT_SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Network/privateEndpoints/${name}`;

type Change = (estate: Estate) => unknown;

/** Whether each inbound connection is the managed network's, by the name of its private endpoint. */
function ownIn(changes: readonly Change[], base = soundManaged): Readonly<Record<string, boolean | string>> {
  const estate = base();
  for (const change of changes) change(estate);
  const { items } = workspaceAt(
    new Model(estate.world.snapshot()),
    estate.names.workspace,
  ).inboundConnections();
  return Object.fromEntries(
    items.map((connection) => {
      const own = isOfManagedNetwork(connection);
      return [connection.name, own.known ? own.value : own.gaps.map(({ detail }) => detail).join('; ')];
    }),
  );
}

/** A connection whose private endpoint nobody can read. */
const connect =
  (name: string, status = 'Approved'): Change =>
  (estate) => {
    const id = hidden(name);
    estate.connection({ name, privateEndpoint: id, status, description: 'Auto-Approved' });
    estate.world.gap('privateEndpoint', id);
  };
const ruleIs =
  (status: string): Change =>
  ({ world }) =>
    world.set(RULE, 'properties.status', status);
const incomplete: Change = ({ world }) => world.incomplete('outboundRules', RULES);
const FORBIDDEN = '403 AuthorizationFailed';
const INCOMPLETE = '429 TooManyRequests';
const CLIENT = { 'pe-mlw-managed': false };

describe("whether a connection is the managed network's own", () => {
  const table: readonly [what: string, changes: readonly Change[], own: ReturnType<typeof ownIn>][] = [
    ["not a client's", [], CLIENT],
    ['by its name', [connect('__SYS_PE_workspace')], { ...CLIENT, __SYS_PE_workspace: true }],
    ['by its name in another case', [connect('__sys_pe_workspace')], { ...CLIENT, __sys_pe_workspace: true }],
    [
      'by its name, without a rule',
      [connect('__SYS_PE_x'), ({ world }) => world.remove(RULE)],
      { ...CLIENT, __SYS_PE_x: true },
    ],
    ['by the rule that explains it', [connect('pe')], { ...CLIENT, pe: true }],
    ['not without a rule', [connect('pe'), ({ world }) => world.remove(RULE)], { ...CLIENT, pe: false }],
    ['not by a rule that does not act', [connect('pe'), ruleIs('Inactive')], { ...CLIENT, pe: false }],
    [
      'not by a rule to something else',
      [
        connect('pe'),
        ({ world }) => world.set(RULE, 'properties.destination.serviceResourceId', `${workspace}2`),
      ],
      { ...CLIENT, pe: false },
    ],
    ['not one that waits', [connect('pe', 'Pending')], { ...CLIENT, pe: false }],
    // A rule explains one connection.
    ['the first of two', [connect('pe'), connect('second')], { ...CLIENT, pe: true, second: false }],
    [
      'the one that its name tells, and no other',
      [connect('pe'), connect('__SYS_PE_workspace')],
      { ...CLIENT, pe: false, __SYS_PE_workspace: true },
    ],
    [
      'the one that is approved',
      [connect('waits', 'Pending'), connect('pe')],
      { ...CLIENT, waits: false, pe: true },
    ],
    [
      'open where the rule was not read',
      [connect('pe'), ({ world }) => world.gap('outboundRules', RULES)],
      { ...CLIENT, pe: FORBIDDEN },
    ],
    [
      'open where a rule may not have been listed',
      [connect('pe'), incomplete, ({ world }) => world.remove(RULE)],
      { ...CLIENT, pe: INCOMPLETE },
    ],
    [
      'not open of one that waits',
      [connect('pe', 'Pending'), incomplete, ({ world }) => world.remove(RULE)],
      { ...CLIENT, pe: false },
    ],
    [
      'known where another one explains it',
      [connect('pe'), connect('second'), incomplete],
      { ...CLIENT, pe: true, second: false },
    ],
    [
      'not one that leads elsewhere',
      [({ world }) => world.set(privateEndpoint, 'properties.privateLinkServiceConnections', [])],
      CLIENT,
    ],
    [
      'open where its private endpoint was not read',
      [({ world }) => world.gap('privateEndpoint', privateEndpoint)],
      { 'pe-mlw-managed': FORBIDDEN },
    ],
  ];
  it.each(table)('%s', (_, changes, own) => expect(ownIn(changes)).toEqual(own));

  it('is not, without a managed network', () => {
    expect(ownIn([connect('pe')], soundPrivate)).toEqual({ 'pe-mlw-fraud': false, pe: false });
  });
});
