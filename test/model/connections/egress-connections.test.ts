import { describe, expect, it } from 'vitest';
import { EGRESS_DESCRIPTION } from '../../../src/arm/egress-description.js';
import { nameOf } from '../../../src/arm/resource-id.js';
import { Model } from '../../../src/model/bodies/model.js';
import { egressConnectionsOf } from '../../../src/model/connections/egress-connections.js';
import { registryAt } from '../../../src/model/resources/registry.js';
import { Estate } from '../../world/estate.js';
import { MICROSOFT_SUBSCRIPTION, namesOf } from '../../world/names.js';

const { registry, privateEndpoint } = namesOf('fraud');
const hidden = (name: string) =>
  `/subscriptions/${MICROSOFT_SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Network/privateEndpoints/${name}`;

interface Row {
  readonly name: string;
  readonly status: string;
  readonly description?: string;
  /** Hidden unless told otherwise. */
  readonly privateEndpoint?: string;
}

/** The names in each group, or what the gaps say. */
function sorted(rows: readonly Row[], change: (estate: Estate) => unknown = () => undefined) {
  const estate = new Estate('fraud');
  for (const row of rows) estate.registryConnection({ privateEndpoint: hidden(row.name), ...row });
  change(estate);
  const connections = egressConnectionsOf(registryAt(new Model(estate.world.snapshot()), registry));
  if (!connections.known) return connections.gaps.map(({ detail }) => detail);
  const names = Object.entries(connections.value).map(([group, members]) => [
    group,
    members.map(({ id }: { readonly id: string }) => nameOf(id)).join(' '),
  ]);
  return Object.fromEntries(names.filter(([, members]) => members !== ''));
}

const egress = (status: string, description = EGRESS_DESCRIPTION): Row => ({
  name: 'it',
  status,
  description,
});

describe('the connections of isolated deployments', () => {
  const table: readonly [row: Row, group: string | null][] = [
    [egress('Approved'), 'approved'],
    [egress('approved'), 'approved'],
    [egress('Pending'), 'pending'],
    [egress('Rejected'), 'broken'],
    [egress('Disconnected'), 'broken'],
    [egress('Timeout'), 'broken'],
    [egress('Odd'), 'unread'],
    [egress(''), 'unread'],
    [{ ...egress('Approved'), privateEndpoint }, 'approved'],
    // Any other description is somebody's own.
    [egress('Approved', `${EGRESS_DESCRIPTION}/deployments`), null],
    [egress('Approved', EGRESS_DESCRIPTION.toLowerCase()), null],
    [egress('Approved', 'Auto-Approved'), null],
    [egress('Approved', ''), 'maybe'],
    [egress('Approved', ' '), 'maybe'],
    [{ name: 'it', status: 'Approved' }, 'maybe'],
    [egress('Odd', ''), 'maybe'],
    [egress('Pending', ''), null],
    [egress('Rejected', ''), null],
    // One that can be read is nobody's but the user's.
    [{ ...egress('Approved', ''), privateEndpoint }, null],
  ];
  it.each(table)('%j: %s', (row, group) => {
    expect(sorted([row])).toEqual(group === null ? {} : { [group]: 'it' });
  });

  it('are told apart among many, in the order of the body', () => {
    const rows = ['Approved', 'Pending', 'Rejected', 'Approved', 'Timeout'].map((status, position) => ({
      ...egress(status),
      name: `c${position}`,
    }));
    expect(sorted(rows)).toEqual({ approved: 'c0 c3', pending: 'c1', broken: 'c2 c4' });
    expect(sorted([])).toEqual({});
  });

  it('are not known where the service was not read, or its connections are odd', () => {
    expect(sorted([], ({ world }) => world.gap('registry', registry))).toEqual(['403 AuthorizationFailed']);
    expect(
      sorted([egress('Approved')], ({ world }) =>
        world.push(registry, 'properties.privateEndpointConnections', 'odd'),
      ),
    ).toEqual([expect.stringContaining('properties.privateEndpointConnections is [{')]);
  });
});
