import { VAULT_RULES } from '../manual-steps.js';
import { SECURE_ONLINE_ENDPOINT, type Symptom } from '../symptom.js';

export const keyAuthenticationFails: Symptom = {
  name: 'key-authentication-fails',
  seen: 'Creating an online endpoint with key-based authentication fails, or its keys are not to be had.',
  pages: [SECURE_ONLINE_ENDPOINT],
  steps: [
    {
      title: "The vault's firewall lets trusted services through",
      ruleIds: ['key-vault/trusted-services-bypass'],
    },
    {
      title: 'The way to a closed vault',
      ruleIds: ['key-vault/private-endpoint', 'dns/dependency-zones'],
      dependencies: ['Microsoft.KeyVault/vaults'],
    },
    {
      title: "The managed network's way to the vault",
      ruleIds: ['managed-network/required-rules', 'managed-network/rule-status'],
    },
    { title: 'What identities may do in the vault', ruleIds: ['identity/key-vault-access'] },
    VAULT_RULES,
  ],
};
