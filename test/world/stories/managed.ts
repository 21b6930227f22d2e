import { addDependencyEndpoints } from '../dependency-endpoints.js';
import { Estate } from '../estate.js';
import { assignRole, WORKSPACE_PRINCIPAL } from '../identities.js';
import { addOutboundRule, addRequiredServiceTags, connectManagedNetwork } from '../managed-network.js';
import { completeWorld } from './complete.js';
import { showAddressesInPreviewsAlone } from './documented-example.js';
import type { Story } from './story.js';

/** In another subscription of the company's. */
const LAKE =
  '/subscriptions/c4d5e6f7-0819-4a2b-8c3d-4e5f60718293/resourceGroups/rg-lake/providers/Microsoft.Storage/storageAccounts/stclaimslake';

export const managedApproved: Story = {
  title: 'A managed network that lets out only what is approved',
  description:
    'An insurance-claims team behind a managed network in AllowOnlyApprovedOutbound mode, with a private endpoint rule to its data lake and one host name allowed.',
  order: 5,
  required: { inbound: 'private', outbound: 'private', workspace: 'private' },
  exitCode: 0,
  world: () => {
    const estate = new Estate('claims', { isolationMode: 'AllowOnlyApprovedOutbound' });
    estate.endpoint('claims', 'Disabled', { blue: 'Enabled', green: 'Enabled' });
    addDependencyEndpoints(estate);
    addRequiredServiceTags(estate);
    addOutboundRule(estate, 'data-lake', {
      type: 'PrivateEndpoint',
      category: 'UserDefined',
      status: 'Active',
      destination: {
        serviceResourceId: LAKE,
        subresourceTarget: 'dfs',
        sparkEnabled: false,
        sparkStatus: 'Inactive',
      },
    });
    assignRole(estate, [LAKE], {
      principal: WORKSPACE_PRINCIPAL,
      role: 'Azure AI Enterprise Network Connection Approver',
      scope: LAKE,
    });
    addOutboundRule(estate, 'address-check', {
      type: 'FQDN',
      category: 'UserDefined',
      status: 'Active',
      destination: 'api.address-check.example',
    });
    return completeWorld(connectManagedNetwork(estate));
  },
};

export const managedInternet: Story = {
  title: 'A managed network with the internet',
  description:
    'A forecasting team behind a managed network in AllowInternetOutbound mode: private to its own storage, vault and registry, public to everything else.',
  order: 6,
  required: { inbound: 'private' },
  exitCode: 0,
  world: () => {
    const estate = new Estate('demand', {
      isolationMode: 'AllowInternetOutbound',
      workspaceAccess: 'Enabled',
    });
    estate.endpoint('demand', 'Disabled', { blue: 'Enabled' });
    addDependencyEndpoints(estate);
    // Private endpoints of older networks bear names that tell nothing.
    connectManagedNetwork(estate, (rule) => rule.replace('__SYS_PE_', 'mn-'));
    showAddressesInPreviewsAlone(estate);
    return completeWorld(estate);
  },
};
