import { fail, notApplicable, pass } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { grantRoles, missingRoleEvidence, missingRoleSentence } from '../remedies/role-commands.js';
import { roleExample } from './shared/role-example.js';

/**
 * A workspace approves the private endpoints of its managed network by its own identity
 * (learn.microsoft.com/azure/machine-learning/how-to-managed-network).
 */
export default defineRule({
  id: 'identity/network-approver',
  title: 'the identity of the workspace may approve private endpoints',
  severity: 'warning',
  target: 'workspace',
  docs: {
    why: "The private endpoints of a managed network are approved on their targets by the workspace's identity, which needs the role Azure AI Enterprise Network Connection Approver there (Contributor on a data factory, a Databricks workspace or a function app). For its own dependencies the service gives a system-assigned identity the role; to a user-assigned one it has to be given there too. Private endpoints that were approved before 31 March 2025 stay as they are.",
    consequence:
      'A private endpoint that the managed network makes stays Pending, and the outbound rule stays Inactive or fails.',
    wrongWhen:
      'A private endpoint that somebody approved by hand works without the role, so that a rule that is Active may never need it: what lacks is seen when it has to be made again. A custom role, a condition and a deny assignment leave the rule unknown.',
    example: roleExample('Reader', 'Azure AI Enterprise Network Connection Approver'),
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-managed-network',
        reviewed: '2026-11-24',
      },
      {
        url: 'https://learn.microsoft.com/azure/role-based-access-control/built-in-roles',
        reviewed: '2026-11-24',
      },
    ],
  },
  applies: {
    needs: ['isManaged'],
    when: ({ isManaged }) => isManaged || 'The workspace has no managed network.',
  },
  needs: ['connectionApproval'],
  check: ({ connectionApproval: { targets, missing, isApproved } }) => {
    if (targets === 0) {
      return notApplicable('No private endpoint rule of the user leads anywhere that needs a role.');
    }
    if (missing.length === 0) {
      return pass("The workspace's identity may approve the private endpoints of the managed network.");
    }
    const works = isApproved
      ? ' Those that stand are Active all the same; one that is made anew may wait for somebody to approve it.'
      : '';
    return fail({
      message: `${missingRoleSentence(missing)}: it can't approve the managed network's private endpoints there.${works}`,
      evidence: missingRoleEvidence(missing),
      remedy: {
        summary: isApproved
          ? "Give the workspace's identity the role on each target."
          : "Give the workspace's identity the role on each target; then make the outbound rule again.",
        commands: grantRoles(missing),
      },
    });
  },
});
