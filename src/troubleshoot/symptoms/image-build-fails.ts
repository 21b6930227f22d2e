import { IMAGE_EXISTS } from '../manual-steps.js';
import { type Symptom, TROUBLESHOOT_ONLINE_ENDPOINTS } from '../symptom.js';

export const imageBuildFails: Symptom = {
  name: 'image-build-fails',
  seen: 'The image of an environment is not built ("failed to communicate with the workspace\'s container registry").',
  pages: [
    TROUBLESHOOT_ONLINE_ENDPOINTS,
    'https://learn.microsoft.com/azure/machine-learning/how-to-secure-workspace-vnet',
    'https://learn.microsoft.com/azure/machine-learning/how-to-managed-network',
  ],
  steps: [
    {
      title: 'A compute that builds images',
      ruleIds: ['workspace/image-build-cluster', 'workspace/image-build-compute'],
      infoIsCause: true,
    },
    {
      title: "The compute's way out",
      ruleIds: ['network/outbound-service-tags', 'network/docker-bridge-range'],
    },
    {
      title: 'The registry takes the image',
      ruleIds: [
        'registry/premium-sku',
        'registry/private-endpoint',
        'registry/trusted-services',
        'registry/quarantine-policy',
      ],
    },
    {
      title: 'The storage account holds the build context and the log',
      ruleIds: ['storage/private-endpoint', 'storage/trusted-access'],
    },
    {
      title: 'The names of registry and storage account',
      ruleIds: ['dns/dependency-zones'],
      dependencies: ['Microsoft.ContainerRegistry/registries', 'Microsoft.Storage/storageAccounts'],
    },
    {
      title: "The managed network's rules",
      ruleIds: ['managed-network/required-rules', 'managed-network/rule-status'],
    },
    IMAGE_EXISTS,
  ],
};
