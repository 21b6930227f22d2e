import rule from '../../../src/rules/private-endpoint/foreign.js';
import { Estate } from '../../world/estate.js';
import { MICROSOFT_SUBSCRIPTION } from '../../world/names.js';
import { soundPrivate } from '../../world/sound.js';
import { testRule } from '../test-rule.js';

const { workspace, privateEndpoint, subscription } = soundPrivate().names;
const foreign = `/subscriptions/${MICROSOFT_SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Network/privateEndpoints/pe-far`;
const OPERATION = 'Microsoft.Network/privateEndpoints/read';

/** A workspace with one connection, whose private endpoint can't be read. */
function connected(
  status: string,
  id = foreign,
  isolationMode: 'Disabled' | 'AllowOnlyApprovedOutbound' = 'Disabled',
  change: (estate: Estate) => void = () => {},
): () => Estate {
  return () => {
    const estate = new Estate('fraud', { privateEndpoint: false, isolationMode }).connection({
      name: 'far',
      privateEndpoint: id,
      status,
      description: 'for the partner',
    });
    estate.world.gap('privateEndpoint', id);
    change(estate);
    return estate;
  };
}

const failing = (status: string) => ({
  severity: 'info' as const,
  message: `${status} connection to private endpoint pe-far in subscription ${MICROSOFT_SUBSCRIPTION}, which can't be read: only its owner knows whose network it lets into mlw-fraud.`,
  evidence: [
    {
      resourceId: `${workspace}/privateEndpointConnections/far`,
      path: 'properties.privateEndpoint.id',
      actual: foreign,
      expected: 'a private endpoint that you may read',
    },
  ],
  summary: `Ask the owner of subscription ${MICROSOFT_SUBSCRIPTION} what it is for, or for Reader on it. The descriptions of all connections may tell more.`,
  commands: [`az network private-endpoint-connection list --id ${workspace} --subscription ${subscription}`],
});
const OWN = "The connection is the managed network's own: a way out, not a way in.";

testRule(rule, {
  fail: [
    { name: 'Approved', world: connected('Approved'), ...failing('Approved') },
    { name: 'Pending', world: connected('pending'), ...failing('Pending') },
    {
      name: 'a second one, where the rule of the managed network explains one',
      world: connected('Approved', foreign, 'AllowOnlyApprovedOutbound', (estate) => {
        const own = foreign.replace('pe-far', '__SYS_PE_workspace');
        estate
          .connection({ name: 'own', privateEndpoint: own, status: 'Approved' })
          .world.gap('privateEndpoint', own);
      }),
      target: 'pe-far',
      ...failing('Approved'),
    },
    {
      name: 'Pending, where the managed network has a rule to the workspace',
      world: connected('Pending', foreign, 'AllowOnlyApprovedOutbound', ({ world }) =>
        world.gap('outboundRules', `${workspace}/outboundRules`),
      ),
      ...failing('Pending'),
    },
  ],
  pass: [
    { name: 'it was read', world: soundPrivate, message: 'Private endpoint pe-mlw-fraud was read.' },
    {
      name: 'it was read, and leads elsewhere',
      world: () => {
        const estate = soundPrivate();
        estate.world.set(privateEndpoint, 'properties.privateLinkServiceConnections', []);
        return estate;
      },
      message: 'Private endpoint pe-mlw-fraud was read.',
    },
  ],
  unknown: [
    {
      name: 'it lies in a subscription of ours',
      world: connected('Approved', privateEndpoint, 'Disabled', ({ world }) =>
        world.list(
          'privateEndpoint',
          `/subscriptions/${subscription}/providers/Microsoft.Network/privateEndpoints`,
          privateEndpoint,
        ),
      ),
      message: `pe-mlw-fraud was not read (forbidden, ${OPERATION}): 403 AuthorizationFailed.`,
      operations: [OPERATION],
    },
    {
      name: 'a rule of the managed network may explain it',
      world: connected('Approved', foreign, 'AllowOnlyApprovedOutbound', ({ world }) =>
        world.gap('outboundRules', `${workspace}/outboundRules`),
      ),
      message:
        'outboundrules was not read (forbidden, Microsoft.MachineLearningServices/workspaces/outboundRules/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.MachineLearningServices/workspaces/outboundRules/read'],
    },
    {
      name: 'a rule of the managed network explains it, or one of the connections that were not read',
      world: connected('Approved', foreign, 'AllowOnlyApprovedOutbound', ({ world }) =>
        world.gap('workspace', workspace),
      ),
      message:
        'mlw-fraud was not read (forbidden, Microsoft.MachineLearningServices/workspaces/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.MachineLearningServices/workspaces/read'],
    },
    {
      name: 'the connection names no private endpoint',
      world: connected('Approved', ''),
      message: 'far: properties.privateEndpoint.id is absent.',
      operations: ['Microsoft.MachineLearningServices/workspaces/read'],
    },
    {
      name: 'a state that nobody knows',
      world: connected('Perhaps'),
      message:
        'far: properties.privateLinkServiceConnectionState.status is Perhaps; isocheck knows Approved or Pending or Rejected or Disconnected or Timeout.',
      operations: ['Microsoft.MachineLearningServices/workspaces/read'],
    },
  ],
  notApplicable: [
    {
      name: 'the name of a managed network',
      world: connected('Approved', foreign.replace('pe-far', '__SYS_PE_workspace')),
      message: OWN,
    },
    {
      name: 'an Active rule of the managed network explains it',
      world: connected('Approved', foreign, 'AllowOnlyApprovedOutbound'),
      message: OWN,
    },
  ],
});
