import { type DocumentedType, LEARN, MACHINE_LEARNING } from './documented-property.js';

const TEMPLATE = `${LEARN}/azure/templates/microsoft.machinelearningservices/2023-10-01/workspaces`;

/** The part of a workspace that is about its managed network. */
export const MANAGED_NETWORK: DocumentedType['properties'] = {
  isolationMode: {
    path: 'properties.managedNetwork.isolationMode',
    holds: ['Disabled', 'AllowInternetOutbound', 'AllowOnlyApprovedOutbound'],
    absent: 'Disabled',
    since: '2023-10-01',
    safe: 'optional since the stable 2023-10-01, and answers of workspaces without a managed network lack it; the stable 2023-04-01 has no managedNetwork at all',
    page: TEMPLATE,
  },
  managedNetworkStatus: {
    path: 'properties.managedNetwork.status.status',
    holds: ['Inactive', 'Active'],
    absent: 'Inactive',
    since: '2023-10-01',
    says: 'the managed network is not created until it is provisioned',
    page: `${MACHINE_LEARNING}/how-to-managed-network`,
  },
  outboundRules: {
    path: 'properties.managedNetwork.outboundRules',
    holds: 'object',
    absent: null,
    safe: 'nullable; the rules are listed by themselves, and that list alone proves that there are none',
  },
  sparkReady: {
    path: 'properties.managedNetwork.status.sparkReady',
    holds: 'flag',
    absent: false,
    since: '2023-10-01',
    safe: 'a sentence about Spark is left out; no verdict goes by it',
    page: TEMPLATE,
  },
  firewallSku: {
    path: 'properties.managedNetwork.firewallSku',
    holds: ['Standard', 'Basic'],
    absent: 'Standard',
    since: '2025-01-01',
    says: 'the default SKU of the firewall is Standard',
    page: `${MACHINE_LEARNING}/how-to-managed-network`,
  },
};
