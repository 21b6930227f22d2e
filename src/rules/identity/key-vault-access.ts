import { subscriptionOf } from '../../arm/resource-id.js';
import type { Evidence } from '../../findings/report.js';
import { KEY_VAULT } from '../../model/arm-properties/index.js';
import type { MissingVaultAccess } from '../../model/identity/vault-access.js';
import { fail, notApplicable, pass } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { azureCli } from '../remedies/azure-cli.js';
import { grantRoles, missingRoleEvidence, missingRoleSentence } from '../remedies/role-commands.js';
import { roleExample } from './shared/role-example.js';

/**
 * A user-assigned identity opens the secrets of the workspace's vault by what people gave it: a role or an access
 * policy (learn.microsoft.com/azure/machine-learning/how-to-identity-based-service-authentication).
 */
export default defineRule({
  id: 'identity/key-vault-access',
  title: 'user-assigned identities reach the secrets of the key vault',
  severity: 'warning',
  target: 'workspace',
  docs: {
    why: "A workspace keeps its secrets in its key vault, by its own identity: the page wants Key Vault Administrator for a user-assigned one on a vault that goes by roles, and an access policy on any other. An endpoint that is set to read secrets does so by its identity, which needs the same for what lies in the vault; for secrets of workspace connections the page wants the role Azure Machine Learning Workspace Connection Secrets Reader on the workspace instead, which makes the endpoint's half doubtful.",
    consequence:
      'The workspace cannot keep keys and connections in the vault, and a deployment whose environment names a secret of the vault fails to start.',
    wrongWhen:
      'An access policy for a group that the identity belongs to is not seen, since ARM does not tell its members. An endpoint may read secrets of workspace connections alone, or of another vault. A role on single secrets, a custom role, a condition and a deny assignment leave the rule unknown.',
    example: roleExample('Key Vault Reader', 'Key Vault Administrator'),
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-identity-based-service-authentication',
        reviewed: '2026-11-24',
      },
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/concept-secret-injection',
        reviewed: '2026-11-24',
      },
      {
        url: 'https://learn.microsoft.com/azure/role-based-access-control/built-in-roles',
        reviewed: '2026-11-24',
      },
    ],
  },
  needs: ['vaultAccess'],
  check: ({ vaultAccess: { vault, users, missing } }) => {
    if (vault === null) return notApplicable('The workspace names no key vault.');
    if (users === 0) {
      return notApplicable('No user-assigned identity of the workspace or of its endpoints reads secrets.');
    }
    if (missing.length === 0) {
      return pass(`The user-assigned identities that read secrets have access to ${vault.name}.`);
    }
    return fail({
      message: `${missing.map((each) => sentence(each, vault.name)).join(' ')} Whether that stands in the way is doubtful.`,
      evidence: missing.flatMap((each) => evidence(each, vault.id)),
      remedy: {
        summary: `Give access to the secrets of ${vault.name} to those that need it.`,
        commands: missing.map(
          ({ principalId, permissions, heldPermissions, role }) =>
            grantRoles(role === null ? [] : [role])[0] ??
            azureCli('az keyvault set-policy', {
              '--name': vault.name,
              '--subscription': subscriptionOf(vault.id) ?? '',
              '--object-id': principalId,
              // What stands here replaces what the identity has.
              '--secret-permissions': withHeld(permissions, heldPermissions),
            }),
        ),
      },
    });
  },
});

function sentence({ owner, identity, permissions, role }: MissingVaultAccess, vault: string): string {
  const of = `${owner.type} ${owner.name}`;
  if (role !== null) return `${missingRoleSentence([role])}, by which ${of} gets at secrets.`;
  return `No access policy of ${vault} gives identity ${identity.name}, by which ${of} gets at secrets, the permission to ${permissions.join(' and ')} them.`;
}

function withHeld(wanted: readonly string[], held: readonly string[]): string[] {
  return [...new Set([...held, ...wanted].map((each) => each.toLowerCase()))];
}

function evidence({ identity, permissions, role }: MissingVaultAccess, vaultId: string): Evidence[] {
  if (role !== null) return missingRoleEvidence([role]);
  return [
    {
      resourceId: vaultId,
      path: KEY_VAULT.accessPolicies.path,
      actual: `no policy with secrets ${permissions.join(', ')} for ${identity.name}`,
      expected: `permissions.secrets: ${permissions.join(', ')}`,
    },
  ];
}
