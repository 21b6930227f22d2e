import { isInbound } from '../../../src/rules/judgements/inbound-connection.js';
import { MICROSOFT_SUBSCRIPTION } from '../../world/names.js';
import { soundManaged } from '../../world/sound.js';
import { changed, NAMES } from './worlds.js';

const { privateEndpoint, workspace } = NAMES;
const ELSEWHERE = `/subscriptions/${MICROSOFT_SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Network/privateEndpoints`;

/** The connections that no rule of private DNS speaks of. */
export const NOT_INBOUND = [
  {
    name: "the managed network's own connection",
    world: () =>
      soundManaged().connection({
        name: 'managed',
        privateEndpoint: `${ELSEWHERE}/__SYS_PE_workspace`,
        status: 'Approved',
      }),
    target: `${soundManaged().names.workspace}/privateEndpointConnections/managed`,
    message: String(isInbound({ attribution: 'managed' })),
  },
  {
    name: 'a private endpoint that leads elsewhere',
    world: changed(({ world }) => world.set(privateEndpoint, 'properties.privateLinkServiceConnections', [])),
    message: String(isInbound({ attribution: 'elsewhere' })),
  },
  {
    name: 'an unattributed connection',
    world: changed((estate) => {
      const id = `${ELSEWHERE}/synapse`;
      estate.connection({ name: 'synapse', privateEndpoint: id, status: 'Approved', description: 'ours' });
      estate.world.gap('privateEndpoint', id);
    }),
    target: `${workspace}/privateEndpointConnections/synapse`,
    message: String(isInbound({ attribution: 'unattributed' })),
  },
] as const;
