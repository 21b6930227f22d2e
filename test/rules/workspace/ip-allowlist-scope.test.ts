import rule from '../../../src/rules/workspace/ip-allowlist-scope.js';
import { Estate } from '../../world/estate.js';
import { endpointId } from '../../world/names.js';
import { documentedExample } from '../../world/sound.js';
import { testRule } from '../test-rule.js';

const { workspace, subscription } = documentedExample().names;
const LIST = 'properties.ipAllowlist';
const ACCESS = 'properties.publicNetworkAccess';
const place = `--workspace-name mlw-example --resource-group rg-example --subscription ${subscription}`;

type Flag = 'Enabled' | 'Disabled';

function listed(
  access: Flag,
  endpoints: Record<string, Flag>,
  change: (estate: Estate) => void = () => {},
): () => Estate {
  return () => {
    const estate = new Estate('example', { workspaceAccess: access });
    for (const [name, flag] of Object.entries(endpoints)) estate.endpoint(name, flag);
    estate.world.set(workspace, LIST, ['16.17.18.19', '16.17.20.0/24']);
    change(estate);
    return estate;
  };
}

const ADDRESSES = 'Selected IP addresses (16.17.18.19, 16.17.20.0/24):';
const ofWorkspace = (actual: string, expected: string) => ({
  resourceId: workspace,
  path: ACCESS,
  actual,
  expected,
});
const ofEndpoint = (name: string, actual: Flag, expected: string) => ({
  resourceId: endpointId(workspace, name),
  path: ACCESS,
  actual,
  expected,
});
const NONE = 'no selected IP addresses';
const left = {
  severity: 'warning' as const,
  summary:
    'Where the list is not meant for the endpoints, take its addresses off, which lets every public client reach the open endpoints. Else leave it.',
  commands: [
    `az ml workspace network-rule remove ${place} --ip-address 16.17.18.19`,
    `az ml workspace network-rule remove ${place} --ip-address 16.17.20.0/24`,
  ],
};
const works = {
  severity: 'info' as const,
  summary:
    'Nothing has to be done where the endpoints are meant for private networks alone. The list can be looked at.',
  commands: [`az ml workspace network-rule list ${place}`],
};
const BOTH = 'workspace Enabled from selected IPs, endpoint Enabled: both honour the list.';

testRule(rule, {
  fail: [
    {
      name: 'second row: left on a closed workspace with an open endpoint',
      world: listed('Disabled', { open: 'Enabled' }),
      message: `${ADDRESSES} workspace Disabled, endpoint Enabled: the workspace refuses all public requests, the endpoint honours the list (endpoint open).`,
      evidence: [ofWorkspace('Disabled', NONE), ofEndpoint('open', 'Enabled', NONE)],
      ...left,
    },
    {
      name: 'first row: all is closed',
      world: listed('Disabled', { closed: 'Disabled' }),
      message: `${ADDRESSES} workspace Disabled, endpoint Disabled: neither honours the list, all public requests are refused (endpoint closed).`,
      evidence: [ofWorkspace('Disabled', NONE), ofEndpoint('closed', 'Disabled', NONE)],
      ...left,
      summary:
        'Take its addresses off: while all is closed they do nothing, and an endpoint that is opened later heeds them.',
    },
    {
      name: 'both of these rows',
      world: listed('Disabled', {
        closed: 'Disabled',
        a: 'Enabled',
        b: 'Enabled',
        c: 'Enabled',
        d: 'Enabled',
      }),
      message: `${ADDRESSES} workspace Disabled, endpoint Enabled: the workspace refuses all public requests, the endpoint honours the list (endpoints a, b, c and 1 more); workspace Disabled, endpoint Disabled: neither honours the list, all public requests are refused (endpoint closed).`,
      evidence: [
        ofWorkspace('Disabled', NONE),
        ofEndpoint('closed', 'Disabled', NONE),
        ...['a', 'b', 'c', 'd'].map((name) => ofEndpoint(name, 'Enabled', NONE)),
      ],
      ...left,
    },
    {
      name: 'third row: the workspace honours it and a closed endpoint does not: info',
      world: listed('Enabled', { open: 'Enabled', closed: 'Disabled' }),
      message: `${ADDRESSES} workspace Enabled from selected IPs, endpoint Disabled: the workspace honours the list, the endpoint does not (endpoint closed).`,
      evidence: [
        ofWorkspace('Enabled from selected IP addresses', 'open endpoints, to honour the list'),
        ofEndpoint('closed', 'Disabled', 'Enabled, to honour the list'),
      ],
      ...works,
    },
    {
      name: 'a row is there, and another endpoint was not read',
      world: listed('Disabled', { open: 'Enabled', hidden: 'Enabled' }, ({ world }) =>
        world.gap('endpoints', endpointId(workspace, 'hidden')),
      ),
      message: `${ADDRESSES} workspace Disabled, endpoint Enabled: the workspace refuses all public requests, the endpoint honours the list (endpoint open).`,
      evidence: [ofWorkspace('Disabled', NONE), ofEndpoint('open', 'Enabled', NONE)],
      ...left,
    },
  ],
  pass: [
    { name: 'fourth row: both honour it', world: listed('Enabled', { open: 'Enabled' }), message: BOTH },
    {
      name: 'an endpoint on Kubernetes heeds no flag',
      world: listed('Enabled', { open: 'Enabled', edge: 'Disabled' }, ({ world }) =>
        world.set(endpointId(workspace, 'edge'), 'properties.compute', `${workspace}/computes/aks`),
      ),
      message: BOTH,
    },
    {
      name: 'no endpoint',
      world: listed('Disabled', {}),
      message: 'No managed online endpoint has to honour the selected IP addresses.',
    },
  ],
  unknown: [
    {
      name: 'an endpoint was not read',
      world: listed('Enabled', { open: 'Enabled', hidden: 'Disabled' }, ({ world }) =>
        world.gap('endpoints', endpointId(workspace, 'hidden')),
      ),
      message:
        'hidden was not read (forbidden, Microsoft.MachineLearningServices/workspaces/onlineEndpoints/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.MachineLearningServices/workspaces/onlineEndpoints/read'],
    },
    {
      name: 'an endpoint with a value that nobody knows',
      world: listed('Enabled', { odd: 'Enabled' }, ({ world }) =>
        world.set(endpointId(workspace, 'odd'), ACCESS, 'Perhaps'),
      ),
      message: `odd: ${ACCESS} is Perhaps; isocheck knows Enabled or Disabled.`,
      operations: ['Microsoft.MachineLearningServices/workspaces/onlineEndpoints/read'],
    },
    {
      name: 'the flag of the workspace is none that is known',
      world: listed('Enabled', { open: 'Enabled' }, ({ world }) =>
        world.set(workspace, ACCESS, 'SecuredByPerimeter'),
      ),
      message: `mlw-example: ${ACCESS} is SecuredByPerimeter; isocheck knows Enabled or Disabled.`,
      operations: ['Microsoft.MachineLearningServices/workspaces/read'],
    },
  ],
  notApplicable: [
    {
      name: 'no list',
      world: listed('Disabled', { open: 'Enabled' }, ({ world }) => world.set(workspace, LIST, [])),
      message: 'No IP address is selected.',
    },
  ],
});
