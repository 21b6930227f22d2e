import rule from '../../../src/rules/workspace/private-endpoint-networks.js';
import { Estate } from '../../world/estate.js';
import { MICROSOFT_SUBSCRIPTION } from '../../world/names.js';
import { soundPrivate } from '../../world/sound.js';
import { withConnections } from '../client-endpoint-worlds.js';
import { testRule } from '../test-rule.js';

const { workspace, registry, storage, keyVault, privateEndpoint, virtualNetwork, subscription } =
  soundPrivate().names;
const second = privateEndpoint.replace('pe-mlw', 'pe2-mlw');
const clients = virtualNetwork.replace('vnet-', 'vnet-clients-');
const ACCESS = 'properties.publicNetworkAccess';
const list = `/subscriptions/${subscription}/providers/Microsoft.Network/privateEndpoints`;
const foreign = `/subscriptions/${MICROSOFT_SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Network/privateEndpoints/pe-far`;

/** Two private endpoints of the workspace, in this network of the second. */
function two(estate: Estate, network = virtualNetwork, status = 'Approved'): Estate {
  if (network !== virtualNetwork) estate.network(network);
  return estate.privateEndpoint(second, { network, status });
}

/** None of the dependencies has a private endpoint of its own. */
const bare = () => new Estate('fraud').endpoint('fraud', 'Disabled');

/** Only the second private endpoint is left where those of the dependencies are not. */
function apart(change: (estate: Estate) => void = () => {}): () => Estate {
  return () => {
    const estate = soundPrivate();
    const third = privateEndpoint.replace('pe-mlw', 'pe3-mlw');
    estate.network(clients).privateEndpoint(second, { network: clients });
    estate.privateEndpoint(third, { network: clients });
    // The first one moves to the clients as well.
    estate.world.set(privateEndpoint, 'properties.subnet.id', `${clients}/subnets/snet-endpoints`);
    change(estate);
    return estate;
  };
}

const closed = (id: string) => ({
  resourceId: id,
  path: ACCESS,
  actual: 'Disabled',
  expected: 'a private endpoint in the network of one of mlw-fraud',
});
const create = (service: string, id: string, group: string, name = service) =>
  `az network private-endpoint create --name pe-${name} --resource-group rg-fraud --subscription ${subscription} --subnet '<subnet id>' --private-connection-resource-id ${id} --group-id ${group} --connection-name pe-${name}`;
const summary =
  'Join the networks by a peering, or make private endpoints of these services in the network of one of the private endpoints, with DNS zones of their own (a zone keeps the records of one private endpoint to a service); a service that has one there already needs no second. Put the id of a subnet in.';
const all = {
  severity: 'warning' as const,
  evidence: [closed(storage), closed(keyVault), closed(registry)],
  summary,
  commands: [
    create('stfraud', storage, 'blob'),
    create('kv-fraud', keyVault, 'vault'),
    create('crfraud', registry, 'registry'),
  ],
};
/** The same, where private endpoints of the vault and the registry bear those names. */
const taken = [
  create('stfraud', storage, 'blob'),
  create('kv-fraud', keyVault, 'vault', 'kv-fraud-2'),
  create('crfraud', registry, 'registry', 'crfraud-2'),
];
const none = (endpoints: string, names: string) =>
  `None of the private endpoints ${endpoints} is in a network that reaches private endpoints of all that is closed to public networks: ${names}.`;
const PASS =
  'The network of a private endpoint reaches those of every dependency that is closed to public networks.';
const ONE = 'The workspace has not more than one Approved private endpoint.';

testRule(rule, {
  fail: [
    {
      name: 'the dependencies have none at all',
      world: () => two(bare()),
      message: none('pe-mlw-fraud, pe2-mlw-fraud', 'stfraud, kv-fraud, crfraud'),
      ...all,
    },
    {
      name: 'theirs are in another network, which no peering joins, and bear the names',
      world: apart(),
      message: none('pe-mlw-fraud, pe2-mlw-fraud, pe3-mlw-fraud', 'stfraud, kv-fraud, crfraud'),
      ...all,
      commands: taken,
    },
    {
      name: "the vault's is there, and was rejected",
      world: withConnections('keyVault', { status: 'rejected' }, two),
      message: none('pe-mlw-fraud, pe2-mlw-fraud', 'stfraud, kv-fraud, crfraud'),
      ...all,
      commands: taken,
    },
    {
      name: 'the vault has no connection of the private endpoint that is there, whatever was not read of another',
      world: withConnections('keyVault', null, (estate) => {
        const other = {
          id: `${keyVault}/privateEndpointConnections/a`,
          properties: {
            privateEndpoint: { id: foreign },
            privateLinkServiceConnectionState: { status: 'Rejected' },
          },
        };
        two(estate)
          .world.set(keyVault, 'properties.privateEndpointConnections', [other])
          .gap('privateEndpoint', foreign);
      }),
      message: none('pe-mlw-fraud, pe2-mlw-fraud', 'stfraud, kv-fraud, crfraud'),
      ...all,
      commands: taken,
    },
    {
      name: 'only the vault is closed, and has none',
      world: () => {
        const estate = two(bare());
        estate.world.set(storage, ACCESS, 'Enabled').set(registry, ACCESS, 'enabled');
        return estate;
      },
      severity: 'warning',
      message: none('pe-mlw-fraud, pe2-mlw-fraud', 'kv-fraud'),
      evidence: [closed(keyVault)],
      summary,
      commands: [create('kv-fraud', keyVault, 'vault')],
    },
  ],
  pass: [
    { name: 'all are in one network', world: () => two(soundPrivate()), message: PASS },
    { name: 'the second one is with the clients', world: () => two(soundPrivate(), clients), message: PASS },
    {
      name: 'a peering joins the networks',
      world: apart((estate) => estate.network(clients, { peers: [virtualNetwork] })),
      message: PASS,
    },
    {
      name: 'no dependency is closed',
      world: () => {
        const estate = two(bare());
        for (const id of [storage, registry, keyVault]) estate.world.set(id, ACCESS, 'Enabled');
        return estate;
      },
      message: PASS,
    },
    {
      name: 'no registry is attached yet',
      world: () => {
        const estate = two(soundPrivate());
        estate.world.set(workspace, 'properties.containerRegistry', null);
        return estate;
      },
      message: PASS,
    },
    {
      name: 'the list of private endpoints was not read, and what is known is enough',
      world: () => {
        const estate = two(soundPrivate());
        estate.world.incomplete('privateEndpoint', list);
        return estate;
      },
      message: PASS,
    },
  ],
  unknown: [
    {
      name: "the vault's was not read, and may be missing from the list",
      world: () => {
        const estate = two(soundPrivate());
        estate.world.remove(privateEndpoint.replace('mlw', 'kv')).incomplete('privateEndpoint', list);
        return estate;
      },
      message:
        'privateendpoints was not read (throttled, Microsoft.Network/privateEndpoints/read): 429 TooManyRequests.',
      operations: ['Microsoft.Network/privateEndpoints/read'],
    },
    {
      name: 'the vault was not read',
      world: () => {
        const estate = two(bare());
        estate.world.gap('keyVault', keyVault);
        for (const id of [storage, registry]) estate.world.set(id, ACCESS, 'Enabled');
        return estate;
      },
      message: 'kv-fraud was not read (forbidden, Microsoft.KeyVault/vaults/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.KeyVault/vaults/read'],
    },
    {
      name: 'the vault was not read, and may have rejected the private endpoint that is there',
      world: withConnections('keyVault', null, (estate) => two(estate).world.gap('keyVault', keyVault)),
      message: 'kv-fraud was not read (forbidden, Microsoft.KeyVault/vaults/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.KeyVault/vaults/read'],
    },
    {
      name: 'a connection of the vault names no private endpoint, and may have rejected the one that is there',
      world: withConnections('keyVault', null, (estate) => {
        const rejected = {
          id: `${keyVault}/privateEndpointConnections/a`,
          properties: { privateLinkServiceConnectionState: { status: 'Rejected' } },
        };
        two(estate).world.set(keyVault, 'properties.privateEndpointConnections', [rejected]);
      }),
      message: 'a: properties.privateEndpoint.id is absent.',
      operations: ['Microsoft.KeyVault/vaults/read'],
    },
    {
      name: 'one that nobody can attribute may be the one',
      world: () => {
        const estate = bare().connection({ name: 'far', privateEndpoint: foreign, status: 'Approved' });
        estate.world.gap('privateEndpoint', foreign);
        return estate;
      },
      message:
        'pe-far was not read (forbidden, Microsoft.Network/privateEndpoints/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.Network/privateEndpoints/read'],
    },
  ],
  notApplicable: [
    { name: 'one private endpoint', world: bare, message: ONE },
    {
      name: 'the second one is not Approved',
      world: () => two(bare(), virtualNetwork, 'Pending'),
      message: ONE,
    },
    {
      name: "the second one is the managed network's own",
      world: () => {
        const own = foreign.replace('pe-far', '__SYS_PE_workspace');
        const estate = bare().connection({ name: 'own', privateEndpoint: own, status: 'Approved' });
        estate.world.gap('privateEndpoint', own);
        return estate;
      },
      message: ONE,
    },
  ],
});
