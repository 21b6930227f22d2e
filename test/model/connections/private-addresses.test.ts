import { describe, expect, it } from 'vitest';
import { Model } from '../../../src/model/bodies/model.js';
import { privateAddressesOf } from '../../../src/model/connections/private-addresses.js';
import { workspaceAt } from '../../../src/model/resources/workspace.js';
import type { Estate } from '../../world/estate.js';
import { MICROSOFT_SUBSCRIPTION, namesOf } from '../../world/names.js';
import { soundPrivate } from '../../world/sound.js';

const { workspace, networkInterface, privateEndpoint } = namesOf('fraud');
const HIDDEN = `/subscriptions/${MICROSOFT_SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Network/privateEndpoints`;
const FORBIDDEN = '403 AuthorizationFailed';

type Change = (estate: Estate) => unknown;

/** The addresses, then the details of the gaps. */
function addressesIn(change: Change): readonly string[] {
  const estate = soundPrivate();
  estate.world.set(networkInterface, 'properties.ipConfigurations', [
    { name: 'one', properties: { privateIPAddress: 'FD00:0:0::4' } },
    { name: 'two', properties: { privateIPAddress: '10.20.0.4' } },
  ]);
  change(estate);
  const { addresses, gaps } = privateAddressesOf(workspaceAt(new Model(estate.world.snapshot()), workspace));
  return [...addresses, ...new Set(gaps.map(({ detail }) => detail))];
}

/** One more connection, of a private endpoint that may not be read. */
const hidden =
  (name: string): Change =>
  (estate) => {
    estate.connection({ name, privateEndpoint: `${HIDDEN}/${name}`, status: 'Approved', description: 'x' });
    estate.world.gap('privateEndpoint', `${HIDDEN}/${name}`);
  };

describe('the private addresses of a workspace', () => {
  const OWN = ['fd00:0:0:0:0:0:0:4', '10.20.0.4'];
  const table: readonly [what: string, change: Change, expected: readonly string[]][] = [
    ['in their one spelling', () => undefined, OWN],
    ["beside one that may be a client's", hidden('pe-theirs'), [...OWN, FORBIDDEN]],
    // What the managed network reaches the workspace by is nobody's way in.
    ['all, beside that of a managed network', hidden('__SYS_PE_workspace'), OWN],
    ['none that were not read', ({ world }) => world.gap('networkInterface', networkInterface), [FORBIDDEN]],
    [
      'none of one that was not read',
      ({ world }) => world.gap('privateEndpoint', privateEndpoint),
      [FORBIDDEN],
    ],
  ];
  it.each(table)('%s', (_, change, expected) => expect(addressesIn(change)).toEqual(expected));
});
