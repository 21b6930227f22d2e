import { ALLOW_OR_DENY, type DocumentedTypes, REST } from './documented-property.js';

export const OUTBOUND_RULE_TYPES: DocumentedTypes = {
  OUTBOUND_RULE: {
    page: `${REST}/azureml/managed-network-settings-rule/get`,
    properties: {
      type: {
        path: 'properties.type',
        holds: ['FQDN', 'PrivateEndpoint', 'ServiceTag'],
        absent: '',
        safe: 'required; a rule without one is a gap',
      },
      category: {
        path: 'properties.category',
        holds: ['Required', 'Recommended', 'UserDefined', 'Dependency'],
        absent: '',
        safe: 'a rule without one is a gap where the category counts',
      },
      status: {
        path: 'properties.status',
        holds: ['Inactive', 'Active', 'Provisioning', 'Deleting', 'Failed'],
        absent: 'Inactive',
        safe: 'an Inactive rule carries nothing, and fails managed-network/rule-status once the network is Active',
      },
      errorInformation: {
        path: 'properties.errorInformation',
        holds: 'text',
        absent: '',
        safe: 'evidence beside the status; no verdict goes by it',
      },
      host: {
        path: 'properties.destination',
        holds: 'name',
        absent: null,
        safe: 'an FQDN rule without one is a gap',
      },
      serviceResourceId: {
        path: 'properties.destination.serviceResourceId',
        holds: 'name',
        absent: null,
        safe: 'a private endpoint rule without one is a gap, and leads to no service that is asked for',
      },
      subresourceTarget: {
        path: 'properties.destination.subresourceTarget',
        holds: 'name',
        absent: null,
        safe: 'the rule then leads to no part of a service; those without parts (private link services) have none',
      },
      sparkEnabled: {
        path: 'properties.destination.sparkEnabled',
        holds: 'flag',
        absent: false,
        safe: 'a sentence about Spark is left out; no verdict goes by it',
      },
      serviceTag: {
        path: 'properties.destination.serviceTag',
        holds: 'name',
        absent: null,
        safe: 'a service tag rule with neither tag nor address prefixes is a gap',
      },
      protocol: {
        path: 'properties.destination.protocol',
        holds: 'name',
        absent: null,
        safe: 'a service tag rule is made with a protocol, * for every one: absent, it is read as that',
      },
      portRanges: {
        path: 'properties.destination.portRanges',
        holds: 'name',
        absent: null,
        safe: 'a service tag rule is made with ports, * for every one: absent, they are read as that',
      },
      action: {
        path: 'properties.destination.action',
        holds: ALLOW_OR_DENY,
        absent: 'Allow',
        safe: 'CLI and portal make service tag rules without one, and they let through',
      },
      addressPrefixes: {
        path: 'properties.destination.addressPrefixes',
        holds: 'strings',
        absent: [],
        says: 'optional, if provided, the ServiceTag property will be ignored',
      },
    },
  },
};
