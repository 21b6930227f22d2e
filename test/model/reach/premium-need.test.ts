import { describe, expect, it } from 'vitest';
import { Model } from '../../../src/model/bodies/model.js';
import { premiumNeed } from '../../../src/model/reach/premium-need.js';
import { registryAt } from '../../../src/model/resources/registry.js';
import { Estate, type EstateOptions } from '../../world/estate.js';
import { namesOf } from '../../world/names.js';

const { registry, workspace, privateEndpoint } = namesOf('fraud');
const FORBIDDEN = '403 AuthorizationFailed';

type Change = (estate: Estate) => unknown;

/** `!` where something fails without it, then the reasons; null for none, or what the gaps say. */
function needIn(options: EstateOptions, change: Change = () => undefined): readonly string[] | string | null {
  const estate = new Estate('fraud', { privateEndpoint: false, ...options });
  change(estate);
  const need = premiumNeed(registryAt(new Model(estate.world.snapshot()), registry));
  if (!need.known) return need.gaps.map(({ detail }) => detail).join('; ');
  return need.value && [...(need.value.isCompelling ? ['!'] : []), ...need.value.reasons];
}

const LEGACY = 'private-egress';
const APPROVED = 'approved-outbound';
const CONNECTED = 'connections';
const INTERNET = 'internet-outbound';
const INBOUND = 'client-endpoint';

const connected: Change = (estate) =>
  estate.registryConnection({ name: 'one', privateEndpoint, status: 'Rejected' });
const deployed =
  (egress: 'Enabled' | 'Disabled'): Change =>
  (estate) => {
    estate.endpoint('fraud', 'Enabled', { blue: egress });
    estate.world.set(registry, 'properties.privateEndpointConnections', []);
  };
const both =
  (...changes: readonly Change[]): Change =>
  (estate) => {
    for (const change of changes) change(estate);
  };
const deploymentsUnread: Change = ({ world }) => world.gap('endpoints', `${workspace}/onlineEndpoints`);
const endpointUnread: Change = ({ world }) => world.gap('privateEndpoint', privateEndpoint);

describe('why a registry needs the Premium tier', () => {
  const table: readonly [
    what: string,
    options: EstateOptions,
    change: Change,
    need: ReturnType<typeof needIn>,
  ][] = [
    ['nothing', {}, () => undefined, null],
    ['nothing of a deployment that leaves publicly', {}, deployed('Enabled'), null],
    ['a deployment', {}, deployed('Disabled'), ['!', LEGACY]],
    ['approved outbound', { isolationMode: 'AllowOnlyApprovedOutbound' }, () => undefined, ['!', APPROVED]],
    ['a connection, whatever its state', {}, connected, ['!', CONNECTED]],
    ['internet outbound', { isolationMode: 'AllowInternetOutbound' }, () => undefined, [INTERNET]],
    ['a private endpoint of the workspace', { privateEndpoint: true }, () => undefined, [INBOUND]],
    [
      'nothing of a private endpoint that leads elsewhere',
      { privateEndpoint: true },
      ({ world }) => world.set(privateEndpoint, 'properties.privateLinkServiceConnections', []),
      null,
    ],
    [
      'all that there is',
      { privateEndpoint: true, isolationMode: 'AllowInternetOutbound' },
      connected,
      ['!', CONNECTED, INTERNET, INBOUND],
    ],
    // Advice alone, unless what fails without it can't be ruled out.
    ['advice, where deployments were not read', { privateEndpoint: true }, deploymentsUnread, ['!', INBOUND]],
    [
      'what is known, where private endpoints were not read',
      { privateEndpoint: true },
      both(connected, endpointUnread),
      ['!', CONNECTED],
    ],
    ['open, where deployments were not read', {}, deploymentsUnread, FORBIDDEN],
    ['open, where private endpoints were not read', { privateEndpoint: true }, endpointUnread, FORBIDDEN],
    ['open, where it was not read', {}, ({ world }) => world.gap('registry', registry), FORBIDDEN],
    [
      'what another one that uses it needs',
      {},
      ({ world }) => {
        const names = { ...namesOf('other'), registry };
        new Estate(
          'other',
          { privateEndpoint: false, isolationMode: 'AllowOnlyApprovedOutbound' },
          world,
          names,
        );
      },
      ['!', APPROVED],
    ],
  ];
  it.each(table)('%s', (_, options, change, need) => expect(needIn(options, change)).toEqual(need));
});
