import rule from '../../../src/rules/private-endpoint/connection-state.js';
import { Estate } from '../../world/estate.js';
import { MICROSOFT_SUBSCRIPTION } from '../../world/names.js';
import { soundPrivate } from '../../world/sound.js';
import { testRule } from '../test-rule.js';

const { workspace, privateEndpoint, connection, subscription, virtualNetwork, apiZone, notebooksZone } =
  soundPrivate().names;
const STATUS = 'properties.privateLinkServiceConnectionState.status';
const place = `--resource-group rg-fraud --subscription ${subscription}`;
const second = privateEndpoint.replace(/[^/]+$/, 'pe-second');
const foreign = `/subscriptions/${MICROSOFT_SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Network/privateEndpoints/pe-far`;

/** The sound workspace, its own private endpoint in this state. */
function inState(status: string): () => Estate {
  return () => {
    const estate = soundPrivate();
    const { world } = estate;
    world.set(workspace, 'properties.privateEndpointConnections', []);
    return estate.connection({
      name: connection.split('/').at(-1) ?? '',
      privateEndpoint,
      status,
      description: 'Please approve: fraud team',
    });
  };
}

/** The same, with a second private endpoint in another state. */
function beside(status: string, other = 'Approved'): () => Estate {
  return () => inState(status)().privateEndpoint(second, { status: other });
}

/** Only one connection, of a private endpoint that can't be read. */
function unreadable(id: string, status: string): () => Estate {
  return () => {
    const estate = new Estate('fraud', { privateEndpoint: false }).connection({
      name: 'other',
      privateEndpoint: id,
      status,
    });
    estate.world.gap('privateEndpoint', id);
    return estate;
  };
}

const evidence = (actual: string) => [{ resourceId: connection, path: STATUS, actual, expected: 'Approved' }];
const lets = (status: string, more = '') =>
  `${STATUS} is ${status}: private endpoint pe-mlw-fraud lets nobody in${more}.`;
const approve = {
  summary:
    'Approve the connection, which lets the network of its private endpoint into mlw-fraud. Without --description its description is erased.',
  commands: [
    `az network private-endpoint-connection approve --id ${connection} --description 'Please approve: fraud team' --subscription ${subscription}`,
  ],
};
const remove = `az network private-endpoint delete --name pe-mlw-fraud ${place}`;
const remake = (state: string) => ({
  summary: `A connection that is ${state} can't be approved any more: this deletes the private endpoint pe-mlw-fraud and makes it again.`,
  commands: [
    remove,
    `az network private-endpoint create --name pe-mlw-fraud ${place} --location eastus --subnet ${virtualNetwork}/subnets/snet-endpoints --private-connection-resource-id ${workspace} --group-id amlworkspace --connection-name pe-mlw-fraud`,
    `az network private-endpoint dns-zone-group create --endpoint-name pe-mlw-fraud --name default ${place} --zone-name privatelink.api.azureml.ms --private-dns-zone ${apiZone}`,
    `az network private-endpoint dns-zone-group add --endpoint-name pe-mlw-fraud --name default ${place} --zone-name privatelink.notebooks.azure.net --private-dns-zone ${notebooksZone}`,
  ],
});
const UNATTRIBUTED =
  "The connection is unattributed: its private endpoint can't be read, and may be a client's, a service's or deleted.";

testRule(rule, {
  fail: [
    {
      name: 'Pending, and the only one',
      world: inState('Pending'),
      severity: 'error',
      message: lets('Pending'),
      evidence: evidence('Pending'),
      ...approve,
    },
    {
      name: 'Pending beside an Approved one: warning',
      world: beside('Pending'),
      target: connection,
      severity: 'warning',
      message: lets('Pending', '; another one is Approved'),
      evidence: evidence('Pending'),
      ...approve,
    },
    {
      name: 'Pending beside a Rejected one: error',
      world: beside('Pending', 'Rejected'),
      target: connection,
      severity: 'error',
      message: lets('Pending'),
      evidence: evidence('Pending'),
      ...approve,
    },
    {
      name: 'Pending beside an Approved one that nobody can attribute: the higher severity',
      world: () => {
        const estate = inState('Pending')().connection({
          name: 'far',
          privateEndpoint: foreign,
          status: 'Approved',
        });
        estate.world.gap('privateEndpoint', foreign);
        return estate;
      },
      target: connection,
      severity: 'error',
      message: lets('Pending'),
      evidence: evidence('Pending'),
      ...approve,
    },
    {
      name: 'Rejected',
      world: inState('rejected'),
      severity: 'error',
      message: lets('Rejected'),
      evidence: evidence('rejected'),
      summary:
        'Somebody rejected it: ask first. Then approve the connection, which lets the network of its private endpoint into mlw-fraud. Without --description its description is erased.',
      commands: approve.commands,
    },
    {
      name: 'Disconnected, and the only one',
      world: inState('Disconnected'),
      severity: 'error',
      message: lets('Disconnected'),
      evidence: evidence('Disconnected'),
      ...remake('Disconnected'),
    },
    {
      name: 'merely Disconnected beside an Approved one: info',
      world: beside('Disconnected'),
      target: connection,
      severity: 'info',
      message: lets('Disconnected', '; another one is Approved'),
      evidence: evidence('Disconnected'),
      summary:
        'Another private endpoint does its work: this deletes pe-mlw-fraud. Where its network still needs a way in, make it again after that.',
      commands: [remove],
    },
    {
      name: 'Timeout beside an Approved one: warning',
      world: beside('Timeout'),
      target: connection,
      severity: 'warning',
      message: lets('Timeout', '; another one is Approved'),
      evidence: evidence('Timeout'),
      ...remake('Timeout'),
    },
  ],
  pass: [
    { name: 'Approved', world: soundPrivate, message: 'The connection is Approved.' },
    {
      name: 'in another letter case',
      world: inState('APPROVED'),
      message: 'The connection is Approved.',
    },
    {
      name: 'beside one that is not',
      world: beside('Approved', 'Pending'),
      target: connection,
      message: 'The connection is Approved.',
    },
  ],
  unknown: [
    {
      name: 'a state that nobody knows',
      world: inState('Unicorn'),
      message: `${connection.split('/').at(-1)}: ${STATUS} is Unicorn; isocheck knows Approved or Pending or Rejected or Disconnected or Timeout.`,
      operations: ['Microsoft.MachineLearningServices/workspaces/read'],
    },
    {
      name: 'the private endpoint lies in a subscription of ours and was not read',
      world: () => {
        const estate = unreadable(privateEndpoint, 'Pending')();
        const list = `/subscriptions/${subscription}/providers/Microsoft.Network/privateEndpoints`;
        estate.world.list('privateEndpoint', list, privateEndpoint);
        return estate;
      },
      message:
        'pe-mlw-fraud was not read (forbidden, Microsoft.Network/privateEndpoints/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.Network/privateEndpoints/read'],
    },
  ],
  notApplicable: [
    { name: 'an unattributed connection', world: unreadable(foreign, 'Pending'), message: UNATTRIBUTED },
    {
      name: "the managed network's own",
      world: unreadable(foreign.replace('pe-far', '__SYS_PE_mlw-fraud_amlworkspace_1a2b'), 'Pending'),
      message:
        "The connection is the managed network's own: a way out of the workspace's network, not a way in.",
    },
    {
      name: 'a private endpoint that leads elsewhere',
      world: () => {
        const estate = inState('Pending')();
        estate.world.set(privateEndpoint, 'properties.privateLinkServiceConnections', []);
        return estate;
      },
      message: 'The private endpoint of the connection leads to something other than this workspace.',
    },
  ],
});
