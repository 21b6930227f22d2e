import rule from '../../../src/rules/managed-network/isolation-mode.js';
import { soundManaged, soundPrivate } from '../../world/sound.js';
import { testRule } from '../test-rule.js';
import { withRule } from './worlds.js';

const { workspace, subscription } = soundManaged().names;
const path = 'properties.managedNetwork.isolationMode';
const internet = () => soundManaged('AllowInternetOutbound');

const failed = (severity: 'error' | 'info', actual = 'AllowInternetOutbound') => ({
  severity,
  message: `${path} is AllowInternetOutbound; deployments reach the whole internet.`,
  evidence: [{ resourceId: workspace, path, actual, expected: 'AllowOnlyApprovedOutbound' }],
  summary:
    'Let out only what is approved, once there are outbound rules for all that deployments and computes reach. There is no way back to AllowInternetOutbound, and one page of Azure says that this mode cannot be tightened at all: then it takes a new workspace.',
  commands: [
    `az ml workspace update --name mlw-managed --resource-group rg-managed --subscription ${subscription} --managed-network allow_only_approved_outbound`,
  ],
});

testRule(rule, {
  fail: [
    { name: 'the mode lets out to the internet', world: internet, ...failed('info') },
    {
      name: 'the mode lets out to the internet, and private inbound is required',
      world: internet,
      required: { inbound: 'private', workspace: 'private' },
      ...failed('info'),
    },
    {
      name: 'the mode lets out to the internet, and private outbound is required',
      world: internet,
      required: { outbound: 'private' },
      ...failed('error'),
    },
    {
      name: 'the mode is written in other letters',
      world: () => {
        const estate = internet();
        estate.world.set(workspace, path, 'allowInternetOutbound');
        return estate;
      },
      ...failed('info', 'allowInternetOutbound'),
    },
  ],
  pass: [
    {
      name: 'the mode lets out only what is approved',
      world: () => soundManaged(),
      message: `${path} is AllowOnlyApprovedOutbound: no rule beside the required ones. Closed to everything but the private endpoints and service tags that Azure Machine Learning requires.`,
    },
    {
      name: 'what is approved is a host',
      world: withRule('FQDN', 'pypi.org'),
      message: `${path} is AllowOnlyApprovedOutbound: 1 rule beside the required ones; open: rule (the host pypi.org). Not really closed: data can leave by rule. FQDN rules act through an Azure Firewall, which costs: version Standard.`,
    },
    {
      name: 'what is approved was refused',
      world: () => {
        const estate = soundManaged();
        estate.world.gap('outboundRules', `${workspace}/outboundRules`);
        return estate;
      },
      message: `${path} is AllowOnlyApprovedOutbound: no rule beside the required ones was read. Whether it is closed is not known. What more is open is not known: outboundrules was not read (forbidden, Microsoft.MachineLearningServices/workspaces/outboundRules/read): 403 AuthorizationFailed.`,
    },
  ],
  unknown: [
    {
      name: 'the mode is one of tomorrow',
      world: () => {
        const estate = internet();
        estate.world.set(workspace, path, 'AllowNothing');
        return estate;
      },
      message: `mlw-managed: ${path} is AllowNothing; isocheck knows Disabled or AllowInternetOutbound or AllowOnlyApprovedOutbound.`,
      operations: ['Microsoft.MachineLearningServices/workspaces/read'],
    },
    {
      name: 'the workspace was refused',
      world: () => {
        const estate = internet();
        estate.world.gap('workspace', workspace);
        return estate;
      },
      message:
        'mlw-managed was not read (forbidden, Microsoft.MachineLearningServices/workspaces/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.MachineLearningServices/workspaces/read'],
    },
  ],
  notApplicable: [
    {
      name: 'there is no managed network',
      world: soundPrivate,
      message: 'The workspace has no managed network.',
    },
  ],
});
