import type { JsonObject } from '../../../json.js';
import type { RuleExample } from '../../engine/rule.js';

/** A link of a zone that leads elsewhere, and the one to the private endpoint's network. */
export const LINK_EXAMPLE: RuleExample = {
  read: 'zoneLinks',
  type: 'Microsoft.Network/privateDnsZones/virtualNetworkLinks',
  failing: {
    location: 'global',
    properties: { virtualNetwork: { id: '<id of another network>' }, registrationEnabled: false },
  },
  mended: {
    location: 'global',
    properties: {
      virtualNetwork: { id: "<id of the private endpoint's network>" },
      registrationEnabled: false,
    },
  },
};

/**
 * A zone group that lacks zones of a workspace, and one that lists both.
 * @param listed the configurations of zones that the failing one lists
 */
export function zoneGroupExample(listed: readonly JsonObject[]): RuleExample {
  return {
    read: 'zoneGroups',
    type: 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups',
    failing: { properties: { privateDnsZoneConfigs: [...listed] } },
    mended: { properties: { privateDnsZoneConfigs: [API_CONFIG, NOTEBOOKS_CONFIG] } },
  };
}

/** What a zone group says of the api zone. */
export const API_CONFIG: JsonObject = {
  name: 'api',
  properties: { privateDnsZoneId: '<id of the api zone>' },
};

const NOTEBOOKS_CONFIG: JsonObject = {
  name: 'notebooks',
  properties: { privateDnsZoneId: '<id of the notebooks zone>' },
};
