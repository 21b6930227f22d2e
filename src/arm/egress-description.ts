/**
 * The description by which the private endpoints that Microsoft makes for a legacy-isolated deployment can be told.
 * They lie in a subscription of Microsoft's, where nobody may read them
 * (learn.microsoft.com/azure/machine-learning/how-to-secure-online-endpoint, reviewed 2026-11-24).
 */
export const EGRESS_DESCRIPTION = 'Egress for Microsoft.MachineLearningServices/workspaces/onlineEndpoints';
