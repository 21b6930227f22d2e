import type { Property } from '../../arm/property.js';
import type { Evidence } from '../../findings/report.js';
import { chain } from '../../model/algebra/fact.js';
import { WORKSPACE } from '../../model/arm-properties/index.js';
import type { Resource } from '../../model/bodies/resource.js';
import { publicAccessProperty } from '../../model/reach/workspace-access.js';
import type { Deployment } from '../../model/resources/deployment.js';
import { fail, pass, unknown } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { remakeDeployment, remakeSummary } from '../remedies/deployment-commands.js';

/**
 * A deployment that leaves over the public network calls the workspace's API there
 * (learn.microsoft.com/azure/machine-learning/concept-secure-online-endpoint).
 */
export default defineRule({
  id: 'deployment/public-egress-needs-public-workspace',
  title: 'public egress finds a workspace that lets it in',
  severity: 'error',
  target: 'deployment',
  docs: {
    why: 'Outbound communication of a deployment is to the API of its workspace. With public egress that call comes over the public network, so the workspace must allow public access. Whether a workspace that is open to selected addresses lets it in is doubtful: the address is one of Microsoft, and no page names it.',
    consequence:
      'Creating or updating the deployment fails: it cannot reach the API of its workspace to get model and code.',
    severity: 'error when the workspace is closed; warning when it is open to selected addresses only.',
    wrongWhen:
      'A deployment that Succeeded while the workspace was still open may go on serving until it is updated. Whether selected addresses let a deployment in is doubtful, since no page names the address it comes from: that is a warning and no more.',
    example: {
      read: 'deployments',
      type: 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments',
      failing: { properties: { egressPublicNetworkAccess: 'Enabled' } },
      mended: { properties: { egressPublicNetworkAccess: 'Disabled' } },
    },
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/concept-secure-online-endpoint',
        reviewed: '2026-11-24',
      },
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-configure-private-link',
        reviewed: '2026-11-24',
      },
    ],
  },
  applies: {
    needs: ['generation'],
    when: ({ generation }) =>
      generation === 'legacy-public' ||
      'The deployment does not leave over the public network by its own flag.',
  },
  needs: ['workspacePublicNetworkAccess'],
  considers: ['workspaceSelectedAddresses'],
  check: ({ workspacePublicNetworkAccess, workspaceSelectedAddresses }, { target }) => {
    if (workspacePublicNetworkAccess === 'closed') {
      return fail({
        message:
          'The workspace is closed to public networks, and the deployment leaves over them: it cannot reach the API of its workspace.',
        evidence: evidenceOf(target, closedBy),
        remedy: {
          summary: `Let the deployment out privately: ${remakeSummary(target)}. The other way is to open the workspace to public networks (az ml workspace update --public-network-access Enabled).`,
          commands: remakeDeployment(target, 'disabled'),
        },
      });
    }
    if (!workspaceSelectedAddresses.known) return unknown(workspaceSelectedAddresses);
    const addresses = workspaceSelectedAddresses.value;
    if (addresses === null) return pass('The workspace takes requests from all public networks.');
    return fail({
      severity: 'warning',
      message: `The workspace takes public requests from ${addresses.length === 0 ? 'no address' : `selected addresses only (${addresses.length})`}: whether it lets in the deployment, whose address is Microsoft's, is doubtful.`,
      evidence: evidenceOf(target, limitedBy),
      remedy: {
        summary: `Let the deployment out privately: ${remakeSummary(target)}. The other way is to open the workspace to all public networks.`,
        commands: remakeDeployment(target, 'disabled'),
      },
    });
  },
});

/** A property of the workspace that stands in the way, and the value that would not. */
type Obstacle = readonly [Property<unknown>, string];

function closedBy(workspace: Resource): Obstacle {
  const property = publicAccessProperty(workspace);
  return [property, property === WORKSPACE.publicNetworkAccess ? 'Enabled' : 'true'];
}

/** The list of addresses, or the firewall of newer api-versions. */
function limitedBy(workspace: Resource): Obstacle {
  const list = workspace.read(WORKSPACE.ipAllowlist);
  const byList = list.known && list.value !== null && list.value.length > 0;
  return byList ? [WORKSPACE.ipAllowlist, '[]'] : [WORKSPACE.networkAclsDefaultAction, 'Allow'];
}

function evidenceOf(
  deployment: Deployment,
  obstacle: (workspace: Resource) => Obstacle,
): readonly Evidence[] {
  const workspace = chain(deployment.workspace.owner(), (owner) => owner.resource);
  if (!workspace.known) return [];
  const [property, expected] = obstacle(workspace.value);
  const { id: resourceId } = workspace.value;
  return [{ resourceId, path: property.path, actual: workspace.value.raw(property), expected }];
}
