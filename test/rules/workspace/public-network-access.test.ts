import rule from '../../../src/rules/workspace/public-network-access.js';
import type { Estate } from '../../world/estate.js';
import { documentedExample, soundPrivate, soundPublic } from '../../world/sound.js';
import { testRule } from '../test-rule.js';

const { workspace, subscription } = soundPublic().names;
const PREVIEW = '2025-10-01-preview';
const ACCESS = 'properties.publicNetworkAccess';
const OLDER = 'properties.allowPublicAccessWhenBehindVnet';

const mend = {
  summary:
    'Close it once its clients come in by a private endpoint. Deployments with public egress and no managed network need the workspace open.',
  commands: [
    `az ml workspace update --name mlw-open --resource-group rg-open --subscription ${subscription} --public-network-access Disabled`,
  ],
};

function open(change: (estate: Estate) => void): () => Estate {
  return () => {
    const estate = soundPublic();
    change(estate);
    return estate;
  };
}

function closed(change: (estate: Estate) => void): () => Estate {
  return () => {
    const estate = soundPrivate();
    change(estate);
    return estate;
  };
}

testRule(rule, {
  fail: [
    {
      name: 'open to all',
      world: soundPublic,
      severity: 'info',
      message: `${ACCESS} is Enabled: the workspace takes requests from all public networks.`,
      evidence: [{ resourceId: workspace, path: ACCESS, actual: 'Enabled', expected: 'Disabled' }],
      ...mend,
    },
    {
      name: 'open, while a private workspace is required',
      world: soundPublic,
      required: { workspace: 'private' },
      severity: 'error',
      message: `${ACCESS} is Enabled: the workspace takes requests from all public networks.`,
      evidence: [{ resourceId: workspace, path: ACCESS, actual: 'Enabled', expected: 'Disabled' }],
      ...mend,
    },
    {
      name: 'the value in another letter case',
      world: open(({ world }) => world.set(workspace, ACCESS, 'enabled')),
      severity: 'info',
      message: `${ACCESS} is enabled: the workspace takes requests from all public networks.`,
      evidence: [{ resourceId: workspace, path: ACCESS, actual: 'enabled', expected: 'Disabled' }],
      ...mend,
    },
    {
      name: 'limited to selected addresses: named',
      world: open(({ world }) =>
        world
          .set(workspace, 'properties.ipAllowlist', ['203.0.113.7', '198.51.100.0/24'])
          .version(workspace, PREVIEW),
      ),
      severity: 'info',
      message: `${ACCESS} is Enabled: the workspace takes requests from selected IP addresses: 203.0.113.7, 198.51.100.0/24.`,
      evidence: [{ resourceId: workspace, path: ACCESS, actual: 'Enabled', expected: 'Disabled' }],
      ...mend,
    },
    {
      name: 'a long list is cut',
      world: open(({ world }) =>
        world.set(
          workspace,
          'properties.ipAllowlist',
          Array.from({ length: 8 }, (_, position) => `203.0.113.${position + 1}`),
        ),
      ),
      severity: 'info',
      message: `${ACCESS} is Enabled: the workspace takes requests from selected IP addresses: 203.0.113.1, 203.0.113.2, 203.0.113.3, 203.0.113.4, 203.0.113.5 and 3 more.`,
      evidence: [{ resourceId: workspace, path: ACCESS, actual: 'Enabled', expected: 'Disabled' }],
      ...mend,
    },
    {
      name: 'the list of selected addresses was not read: open all the same',
      world: open(({ world }) =>
        world.unset(workspace, 'properties.ipAllowlist').version(workspace, '2023-10-01'),
      ),
      severity: 'info',
      message: `${ACCESS} is Enabled: the workspace takes requests from public networks (whether selected IP addresses limit it was not read).`,
      evidence: [{ resourceId: workspace, path: ACCESS, actual: 'Enabled', expected: 'Disabled' }],
      ...mend,
    },
    {
      name: 'told by the older flag alone',
      world: open(({ world }) => world.unset(workspace, ACCESS).set(workspace, OLDER, true)),
      severity: 'info',
      message: `${OLDER} is true: the workspace takes requests from all public networks.`,
      evidence: [{ resourceId: workspace, path: OLDER, actual: 'true', expected: 'false' }],
      ...mend,
    },
    {
      name: 'the documented example: open behind a private endpoint',
      world: documentedExample,
      severity: 'info',
      message: `${ACCESS} is Enabled: the workspace takes requests from all public networks.`,
      evidence: [
        {
          resourceId: documentedExample().names.workspace,
          path: ACCESS,
          actual: 'Enabled',
          expected: 'Disabled',
        },
      ],
      summary: mend.summary,
      commands: [
        `az ml workspace update --name mlw-example --resource-group rg-example --subscription ${subscription} --public-network-access Disabled`,
      ],
    },
  ],
  pass: [
    {
      name: 'closed',
      world: soundPrivate,
      message: `${ACCESS} is Disabled: the workspace is closed to public networks.`,
    },
    {
      name: 'closed by the older flag, behind an Approved private endpoint',
      world: closed(({ world, names }) =>
        world.set(names.workspace, ACCESS, null).set(names.workspace, OLDER, false),
      ),
      message: `${OLDER} is false: the workspace is closed to public networks.`,
    },
    {
      name: 'an address list left on a closed workspace does not open it',
      world: closed(({ world, names }) =>
        world.set(names.workspace, 'properties.ipAllowlist', ['203.0.113.7']),
      ),
      message: `${ACCESS} is Disabled: the workspace is closed to public networks.`,
    },
  ],
  unknown: [
    {
      name: 'a value that nobody knows',
      world: open(({ world }) => world.set(workspace, ACCESS, 'SecuredByPerimeter')),
      message: `mlw-open: ${ACCESS} is SecuredByPerimeter; isocheck knows Enabled or Disabled.`,
      operations: ['Microsoft.MachineLearningServices/workspaces/read'],
    },
    {
      name: 'absent, with the older flag off and no private endpoint: sources disagree on what that means',
      world: open(({ world }) => world.unset(workspace, ACCESS)),
      message: `mlw-open: ${ACCESS} is absent.`,
      operations: ['Microsoft.MachineLearningServices/workspaces/read'],
    },
    {
      name: 'the workspace was not read',
      world: open(({ world }) => world.gap('workspace', workspace)),
      message:
        'mlw-open was not read (forbidden, Microsoft.MachineLearningServices/workspaces/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.MachineLearningServices/workspaces/read'],
    },
  ],
  notApplicable: 'every workspace is open or closed',
});
