/** Values that properties of several resource types have in common. */

export const CONNECTION_STATES = ['Approved', 'Pending', 'Rejected', 'Disconnected', 'Timeout'] as const;
export const OPEN_OR_CLOSED = ['Enabled', 'Disabled'] as const;

/** While a resource is in one of these the service is at work on it, and nothing is decided. */
export const PROVISIONING_STATES = [
  'Succeeded',
  'Failed',
  'Canceled',
  'Creating',
  'Updating',
  'Deleting',
  'Scaling',
] as const;
export type ProvisioningState = (typeof PROVISIONING_STATES)[number];
