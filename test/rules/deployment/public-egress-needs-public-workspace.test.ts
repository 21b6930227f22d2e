import rule from '../../../src/rules/deployment/public-egress-needs-public-workspace.js';
import { Estate } from '../../world/estate.js';
import { soundManaged, soundPrivate, soundPublic } from '../../world/sound.js';
import type { World } from '../../world/world.js';
import { testRule } from '../test-rule.js';

const leaving =
  (workspaceAccess: 'Enabled' | 'Disabled', change: (world: World) => void = () => undefined) =>
  () => {
    const estate = new Estate('egress', { workspaceAccess }).endpoint('score', 'Disabled', {
      blue: 'Enabled',
    });
    change(estate.world);
    return estate;
  };
const { workspace, subscription } = leaving('Enabled')().names;
const scope = `--name blue --endpoint-name score --workspace-name mlw-egress --resource-group rg-egress --subscription ${subscription}`;
const remake =
  "Let the deployment out privately: the flag can't be changed later, so this deletes deployment blue and makes it again from its own file (deployment.yml here); it answers nothing meanwhile.";
const commands = [
  `az ml online-deployment delete ${scope}`,
  `az ml online-deployment create --file deployment.yml --set egress_public_network_access=disabled ${scope}`,
];

const closed = {
  severity: 'error' as const,
  message:
    'The workspace is closed to public networks, and the deployment leaves over them: it cannot reach the API of its workspace.',
  summary: `${remake} The other way is to open the workspace to public networks (az ml workspace update --public-network-access Enabled).`,
  commands,
};

const listed = {
  severity: 'warning' as const,
  summary: `${remake} The other way is to open the workspace to all public networks.`,
  commands,
};

testRule(rule, {
  fail: [
    {
      name: 'the workspace is closed',
      world: leaving('Disabled'),
      evidence: [
        {
          resourceId: workspace,
          path: 'properties.publicNetworkAccess',
          actual: 'Disabled',
          expected: 'Enabled',
        },
      ],
      ...closed,
    },
    {
      name: 'the workspace is closed by the older flag behind a private endpoint',
      world: leaving('Enabled', (world) =>
        world
          .unset(workspace, 'properties.publicNetworkAccess')
          .set(workspace, 'properties.allowPublicAccessWhenBehindVnet', false),
      ),
      evidence: [
        {
          resourceId: workspace,
          path: 'properties.allowPublicAccessWhenBehindVnet',
          actual: 'false',
          expected: 'true',
        },
      ],
      ...closed,
    },
    {
      name: 'the workspace is closed, and whether it has a list was not read',
      world: leaving('Disabled', (world) => world.unset(workspace, 'properties.ipAllowlist')),
      evidence: [
        {
          resourceId: workspace,
          path: 'properties.publicNetworkAccess',
          actual: 'Disabled',
          expected: 'Enabled',
        },
      ],
      ...closed,
    },
    {
      name: 'the workspace is open to selected addresses',
      world: leaving('Enabled', (world) =>
        world.set(workspace, 'properties.ipAllowlist', ['198.51.100.7', '203.0.113.0/24']),
      ),
      message:
        "The workspace takes public requests from selected addresses only (2): whether it lets in the deployment, whose address is Microsoft's, is doubtful.",
      evidence: [
        {
          resourceId: workspace,
          path: 'properties.ipAllowlist',
          actual: '["198.51.100.7","203.0.113.0/24"]',
          expected: '[]',
        },
      ],
      ...listed,
    },
    {
      name: 'a preview shows that the firewall of the workspace denies',
      world: leaving('Enabled', (world) =>
        world.unset(workspace, 'properties.ipAllowlist').otherVersion(workspace, '2025-10-01-preview', {
          networkAcls: { defaultAction: 'Deny', ipRules: [] },
        }),
      ),
      message:
        "The workspace takes public requests from no address: whether it lets in the deployment, whose address is Microsoft's, is doubtful.",
      evidence: [
        {
          resourceId: workspace,
          path: 'properties.networkAcls.defaultAction',
          actual: 'Deny',
          expected: 'Allow',
        },
      ],
      ...listed,
    },
  ],
  pass: [
    {
      name: 'the workspace is open',
      world: soundPublic,
      message: 'The workspace takes requests from all public networks.',
    },
  ],
  unknown: [
    {
      name: 'the workspace is open, and whether to selected addresses was not read',
      world: leaving('Enabled', (world) => world.unset(workspace, 'properties.ipAllowlist')),
      message:
        'mlw-egress: properties.ipAllowlist is not known to api-version 2025-09-01, which was asked. And 1 more fact was not read.',
      operations: ['Microsoft.MachineLearningServices/workspaces/read'],
    },
    {
      name: 'the access of the workspace is a value of tomorrow',
      world: leaving('Enabled', (world) =>
        world.set(workspace, 'properties.publicNetworkAccess', 'SecuredByPerimeter'),
      ),
      message:
        'mlw-egress: properties.publicNetworkAccess is SecuredByPerimeter; isocheck knows Enabled or Disabled.',
      operations: ['Microsoft.MachineLearningServices/workspaces/read'],
    },
    {
      name: 'nothing tells whether the workspace is open',
      world: () => {
        const estate = new Estate('egress', { privateEndpoint: false }).endpoint('score', 'Enabled');
        estate.world.unset(workspace, 'properties.publicNetworkAccess');
        return estate;
      },
      message: 'mlw-egress: properties.publicNetworkAccess is absent.',
      operations: ['Microsoft.MachineLearningServices/workspaces/read'],
    },
  ],
  notApplicable: [
    {
      name: 'the deployment leaves privately',
      world: soundPrivate,
      message: 'The deployment does not leave over the public network by its own flag.',
    },
    {
      name: 'the deployment leaves through a managed network',
      world: () => soundManaged(),
      message: 'The deployment does not leave over the public network by its own flag.',
    },
  ],
});
