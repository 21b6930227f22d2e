/**
 * The built-in roles that isocheck judges, by name: their GUIDs are the same in every tenant
 * (learn.microsoft.com/azure/role-based-access-control/built-in-roles, reviewed 2026-11-24).
 */
export const BUILT_IN_ROLES = {
  Owner: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635',
  Contributor: 'b24988ac-6180-42a0-ab88-20f7382dd24c',
  Reader: 'acdd72a7-3385-48ef-bd42-f606fba81ae7',
  'User Access Administrator': '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9',
  'Role Based Access Control Administrator': 'f58310d9-a9f6-439a-9e8d-f62e7b41a168',
  'Monitoring Reader': '43d0d8ad-25c7-4714-9337-8ba259a9fe05',
  'Monitoring Contributor': '749f88d5-cbae-40b8-bcfc-e573ddc772fa',
  'Log Analytics Reader': '73c42c96-874c-492b-b04d-ab87d138a893',
  'Log Analytics Contributor': '92aaf0da-9dab-42b6-94a3-d43ce8d16293',
  AcrPull: '7f951dda-4ed3-4680-a7ca-43fe172d538d',
  AcrPush: '8311e382-0749-4cb8-b61a-304f252e45ec',
  'Container Registry Data Importer and Data Reader': '577a9874-89fd-4f24-9dbd-b5034d0ad23a',
  'Container Registry Repository Reader': 'b93aa761-3e63-49ed-ac28-beffa264f7ac',
  'Container Registry Repository Writer': '2a1e307c-b015-4ebd-883e-5b7698a07328',
  'Container Registry Repository Contributor': '2efddaa5-3f1f-4df3-97df-af3f13818f4c',
  'Storage Blob Data Reader': '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1',
  'Storage Blob Data Contributor': 'ba92f5b4-2d11-453d-a403-e96b0029c9fe',
  'Storage Blob Data Owner': 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b',
  'Key Vault Administrator': '00482a5a-887f-4fb3-b363-3b7fe8e74483',
  'Key Vault Secrets Officer': 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7',
  'Key Vault Secrets User': '4633458b-17de-408a-b874-0445c86b69e6',
  'Key Vault Certificate User': 'db79e9a7-68ee-4b58-9aeb-b90e7c24fcba',
  'Key Vault Reader': '21090545-7ca7-4776-b22c-e363652d74d2',
  'Azure AI Administrator': 'b78c5d69-af96-48a3-bf8d-a8b4d589de94',
  'Azure AI Enterprise Network Connection Approver': 'b556d68e-0be0-4f35-a333-ad7ee1ce17ea',
} as const;

export type BuiltInRole = keyof typeof BUILT_IN_ROLES;

/** The roles by which something is allowed; the first is the least of them. */
export interface RoleSet {
  readonly allow: readonly [BuiltInRole, ...BuiltInRole[]];
  /** Whose actions seem to hold it without a page that says so: they decide nothing. */
  readonly mayAllow: readonly BuiltInRole[];
  /** Whether a role below the resource, on one container or one secret of it, may be enough. */
  readonly hasParts: boolean;
}

/**
 * To pull an image. Reader and its like may by their action for reading anything; the registry's page says so of Reader
 * (learn.microsoft.com/azure/container-registry/container-registry-roles, reviewed 2026-11-24).
 */
export const REGISTRY_PULL: RoleSet = {
  allow: [
    'AcrPull',
    'AcrPush',
    'Reader',
    'Contributor',
    'Owner',
    'Container Registry Data Importer and Data Reader',
  ],
  mayAllow: [
    'Azure AI Administrator',
    'User Access Administrator',
    'Role Based Access Control Administrator',
    'Monitoring Reader',
    'Monitoring Contributor',
    'Log Analytics Reader',
    'Log Analytics Contributor',
  ],
  hasParts: false,
};

/**
 * To pull an image from a registry in the mode AbacRepositoryPermissions, which does not honour AcrPull and leaves
 * Reader, Contributor and Owner without a say over repositories
 * (learn.microsoft.com/azure/container-registry/container-registry-rbac-abac-repository-permissions, reviewed
 * 2026-11-24).
 */
export const REPOSITORY_READ: RoleSet = {
  allow: [
    'Container Registry Repository Reader',
    'Container Registry Repository Writer',
    'Container Registry Repository Contributor',
  ],
  mayAllow: ['Container Registry Data Importer and Data Reader'],
  hasParts: false,
};

/** To read blobs: ARM's own Contributor and Owner have no data action. */
export const BLOB_READ: RoleSet = {
  allow: ['Storage Blob Data Reader', 'Storage Blob Data Contributor', 'Storage Blob Data Owner'],
  mayAllow: [],
  hasParts: true,
};

/** To read the secrets of a vault. */
export const SECRETS_READ: RoleSet = {
  allow: [
    'Key Vault Secrets User',
    'Key Vault Secrets Officer',
    'Key Vault Administrator',
    'Key Vault Certificate User',
  ],
  mayAllow: [],
  hasParts: true,
};

/**
 * To keep the secrets of a workspace in a vault: the page wants Key Vault Administrator, and what the workspace keeps
 * are secrets (learn.microsoft.com/azure/machine-learning/how-to-identity-based-service-authentication, reviewed
 * 2026-11-24).
 */
export const SECRETS_WRITE: RoleSet = {
  allow: ['Key Vault Administrator', 'Key Vault Secrets Officer'],
  mayAllow: [],
  hasParts: false,
};

/** To approve private endpoints of a managed network. */
export const CONNECTION_APPROVAL: RoleSet = {
  allow: ['Azure AI Enterprise Network Connection Approver', 'Contributor', 'Owner'],
  mayAllow: ['Azure AI Administrator'],
  hasParts: false,
};

/** The same on targets for which the page wants Contributor: the approver's role may do or not. */
export const CONTRIBUTOR_APPROVAL: RoleSet = {
  allow: ['Contributor', 'Owner'],
  mayAllow: ['Azure AI Administrator', 'Azure AI Enterprise Network Connection Approver'],
  hasParts: false,
};

const NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries(BUILT_IN_ROLES).map(([name, guid]) => [guid, name]),
);

/** The name of a built-in role by its GUID in lower case; undefined for any that isocheck does not judge. */
export function builtInRoleName(guid: string): string | undefined {
  return NAMES.get(guid);
}
