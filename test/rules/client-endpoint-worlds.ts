import { at } from '../../src/arm/property.js';
import { nameOf } from '../../src/arm/resource-id.js';
import { isJsonObject, type Json } from '../../src/json.js';
import { Estate } from '../world/estate.js';
import type { Names } from '../world/names.js';
import { soundManaged, soundPrivate, soundPublic } from '../world/sound.js';
import { egressEndpoint } from './egress-worlds.js';
import type { RuleTable } from './test-rule.js';

type Service = 'registry' | 'keyVault' | 'storage';

const CONNECTIONS = 'properties.privateEndpointConnections';
const STATE = 'properties.privateLinkServiceConnectionState';

/** The estate with private endpoints to its closed services, of which the connections are changed. */
export function withConnections(
  service: Service,
  state: { readonly status: string; readonly description?: string } | null,
  change: (estate: Estate) => void = () => undefined,
): () => Estate {
  return () => {
    const estate = soundPrivate();
    const id = estate.names[service];
    if (state !== null) {
      const list = at(estate.world.body(id), CONNECTIONS);
      estate.world.set(
        id,
        CONNECTIONS,
        (Array.isArray(list) ? list.filter(isJsonObject) : []).flatMap((each): Json[] => {
          if (at(each, `${STATE}.description`) !== 'Auto-Approved') return [];
          const properties = isJsonObject(each['properties']) ? each['properties'] : {};
          return [
            { ...each, properties: { ...properties, privateLinkServiceConnectionState: { ...state } } },
          ];
        }),
      );
    }
    change(estate);
    return estate;
  };
}

/** The estate whose services have egress connections and no others. */
export const unconnected = () => new Estate('fraud').endpoint('fraud', 'Disabled');

/** Adds an Approved connection of a private endpoint that nobody may read. */
export function unreadable(service: Service, description: string): () => Estate {
  return () => {
    const estate = unconnected();
    const { world, names } = estate;
    const privateEndpoint = egressEndpoint('one');
    world
      .push(names[service], CONNECTIONS, {
        id: `${names[service]}/privateEndpointConnections/one`,
        properties: {
          privateEndpoint: { id: privateEndpoint },
          privateLinkServiceConnectionState: { status: 'Approved', description },
        },
      })
      .gap('privateEndpoint', privateEndpoint);
    return estate;
  };
}

/** The commands that make a private endpoint to a service. */
export function creating(
  name: string,
  serviceId: string,
  group: string,
  zone: string,
  { subscription }: Names,
) {
  const place = `--resource-group rg-fraud --subscription ${subscription}`;
  return [
    `az network private-endpoint create --name ${name} ${place} --subnet '<subnet id>' --private-connection-resource-id ${serviceId} --group-id ${group} --connection-name ${name}`,
    `az network private-endpoint dns-zone-group create --endpoint-name ${name} --name default ${place} --zone-name ${zone.split('/').at(-1)} --private-dns-zone ${zone}`,
  ];
}

/** Id of a connection as the estate's dependencies have it: of blob, file, vault and registry by turns. */
export const clientConnection = (serviceId: string, position: number) =>
  `${serviceId}/privateEndpointConnections/${nameOf(serviceId)}.7d3ef0a1-8b9c-4d0e-9f1a-2b3c4d5e6f7${position}`;

/** The command that approves a connection which says "Let me in". */
export const approving = (connection: string, { subscription }: Names) =>
  `az network private-endpoint-connection approve --id ${connection} --description 'Let me in' --subscription ${subscription}`;

export const CREATION =
  "Make a private endpoint in the network of the workspace's private endpoint (<subnet id> here), with the DNS zone by which clients find it. The zone is linked to that network first.";
export const APPROVAL =
  'A connection waits: find out whose private endpoint it is, then approve it, its description passed along.';

/** A service with one sub-resource, whose private endpoints a rule judges. */
interface JudgedService {
  readonly service: 'registry' | 'keyVault';
  readonly read: 'registry' | 'keyVault';
  readonly operation: string;
  /** Of the service of `mlw-fraud`. */
  readonly name: string;
  readonly noun: string;
  readonly group: string;
  readonly zone: string;
}

/** What the rule on private endpoints says of a service with one sub-resource. */
export function clientEndpointTable(judged: JudgedService): RuleTable {
  const { service, read, operation, name, noun, group, zone } = judged;
  const { names } = soundPrivate();
  const id = names[service];
  const connection = clientConnection(id, service === 'keyVault' ? 2 : 3);
  const access = 'properties.publicNetworkAccess';
  const evidence = [
    {
      resourceId: id,
      path: CONNECTIONS,
      actual: `no Approved one of a client's private endpoint to ${group}`,
      expected: 'one Approved',
    },
  ];
  const failed = (actual = 'Disabled') => ({
    severity: 'warning' as const,
    message: `${access} is ${actual}, and no Approved private endpoint of its clients leads to ${noun}.`,
    evidence,
  });
  const created = {
    summary: CREATION,
    commands: creating(`pe-${name}`, id, group, zone, names),
  };
  const Noun = noun.charAt(0).toUpperCase() + noun.slice(1);
  return {
    fail: [
      { name: 'there are egress connections alone', world: unconnected, ...failed(), ...created },
      {
        name: 'there is no connection, and it is closed in other letters',
        world: () => {
          const estate = unconnected();
          estate.world.set(id, CONNECTIONS, []).set(id, access, 'disabled');
          return estate;
        },
        ...failed('disabled'),
        ...created,
      },
      {
        name: 'the only one was rejected, and its zone is there',
        world: withConnections(service, { status: 'Rejected' }),
        ...failed(),
        summary: CREATION,
        commands: creating(
          `pe-${name}-2`,
          id,
          group,
          `${names.workspace.split('/Microsoft.')[0]}/Microsoft.Network/privateDnsZones/${zone}`,
          names,
        ),
      },
      {
        name: 'the only one waits',
        world: withConnections(service, { status: 'pending', description: 'Let me in' }),
        ...failed(),
        summary: APPROVAL,
        commands: [approving(connection, names)],
      },
    ],
    pass: [
      {
        name: 'one is Approved, in other letters',
        world: withConnections(service, { status: 'approved', description: '' }),
        message: `An Approved private endpoint of its clients leads to ${noun}.`,
      },
    ],
    unknown: [
      {
        name: 'the only one may be of egress, its description erased',
        world: unreadable(service, ''),
        message:
          'pe-one was not read (forbidden, Microsoft.Network/privateEndpoints/read): 403 AuthorizationFailed.',
        operations: ['Microsoft.Network/privateEndpoints/read'],
      },
      {
        name: "the only one is of a private endpoint in nobody's subscription",
        world: unreadable(service, 'Auto-Approved'),
        message:
          'pe-one was not read (forbidden, Microsoft.Network/privateEndpoints/read): 403 AuthorizationFailed.',
        operations: ['Microsoft.Network/privateEndpoints/read'],
      },
      {
        name: 'the state of the only one is one of tomorrow',
        world: withConnections(service, { status: 'Blessed' }),
        message: `${connection.split('/').at(-1)}: ${STATE}.status is Blessed; isocheck knows Approved or Pending or Rejected or Disconnected or Timeout.`,
        operations: [operation],
      },
      {
        name: 'it is secured by a perimeter',
        world: withConnections(service, null, ({ world }) => world.set(id, access, 'SecuredByPerimeter')),
        message: `${name}: ${access} is SecuredByPerimeter; isocheck knows Enabled or Disabled.`,
        operations: [operation],
      },
      {
        name: 'it was refused',
        world: withConnections(service, null, ({ world }) => world.gap(read, id)),
        message: `${name} was not read (forbidden, ${operation}): 403 AuthorizationFailed.`,
        operations: [operation],
      },
      {
        name: 'the managed network of the workspace is not known',
        world: () => {
          const estate = soundPrivate();
          estate.world.set(estate.names.workspace, 'properties.managedNetwork', { isolationMode: 'Loose' });
          return estate;
        },
        message:
          'mlw-fraud: properties.managedNetwork.isolationMode is Loose; isocheck knows Disabled or AllowInternetOutbound or AllowOnlyApprovedOutbound.',
        operations: ['Microsoft.MachineLearningServices/workspaces/read'],
      },
    ],
    notApplicable: [
      { name: 'it is open', world: soundPublic, message: `${Noun} is not closed to public networks.` },
      {
        name: 'a managed network comes to it',
        world: () => soundManaged(),
        message:
          'Every workspace that uses it has a managed network, which has private endpoints of its own.',
      },
    ],
  };
}
