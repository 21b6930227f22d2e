import type { Step } from '../symptom.js';

/** Where a deployment's image comes from, in the order of the documented troubleshooting. */
export const IMAGE_STEPS: readonly Step[] = [
  {
    title: 'Public egress and a private registry',
    ruleIds: ['deployment/public-egress-private-registry'],
  },
  {
    title: "The deployment's private endpoint to the registry",
    ruleIds: ['registry/premium-sku', 'registry/egress-private-endpoint'],
  },
  {
    title: 'Where the image lies',
    ruleIds: ['deployment/unreachable-image', 'deployment/mlflow-no-code'],
  },
  { title: 'The identity that pulls', ruleIds: ['identity/registry-pull'] },
  {
    title: 'What the registry holds back',
    ruleIds: ['registry/quarantine-policy', 'registry/trusted-services'],
  },
];

/** Where a deployment's model and code come from. */
export const MODEL_STEPS: readonly Step[] = [
  { title: 'Where model and code lie', ruleIds: ['deployment/model-storage', 'deployment/code-storage'] },
  {
    title: 'The way to the storage account',
    ruleIds: [
      'storage/egress-private-endpoint',
      'deployment/public-egress-private-storage',
      'storage/trusted-access',
      'storage/private-endpoint',
      'storage/service-endpoint-mix',
    ],
  },
  { title: 'The identity that reads', ruleIds: ['identity/storage-read'] },
];

/** What builds a deployment's image. Without a compute for it nothing is built behind a closed registry. */
export const IMAGE_BUILD_STEPS: readonly Step[] = [
  {
    title: 'A compute that builds images',
    ruleIds: ['workspace/image-build-cluster', 'workspace/image-build-compute'],
  },
];
