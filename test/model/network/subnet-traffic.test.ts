import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/json.js';
import { Model } from '../../../src/model/bodies/model.js';
import { deniedServices, trafficFromNetwork } from '../../../src/model/network/subnet-traffic.js';
import { subnetAt } from '../../../src/model/resources/subnet.js';
import { addDependencyEndpoints } from '../../world/dependency-endpoints.js';
import { Estate } from '../../world/estate.js';
import { namesOf } from '../../world/names.js';
import { addSecurityGroup, securityRuleBody } from '../../world/security-group.js';
import { soundPrivate } from '../../world/sound.js';

const { virtualNetwork, workspace } = namesOf('fraud');
const ENDPOINTS = `${virtualNetwork}/subnets/snet-endpoints`;
const TRAINING = `${virtualNetwork}/subnets/snet-training`;
const GROUP = virtualNetwork.replace('virtualNetworks/vnet-fraud', 'networkSecurityGroups/nsg-snet-training');
const FORBIDDEN = '403 AuthorizationFailed';

type Change = (estate: Estate) => unknown;

const inbound = (access: string, priority: number, properties: JsonObject = {}) =>
  securityRuleBody(`${access}-${priority}`, 'Inbound', access, priority, properties);
const outbound = (access: string, priority: number, properties: JsonObject = {}) =>
  securityRuleBody(`${access}-${priority}`, 'Outbound', access, priority, properties);
const to = (tag: string): JsonObject => ({ destinationAddressPrefix: tag });

describe('traffic from the network into a subnet', () => {
  function verdict(rules: readonly JsonObject[] | null, change: Change = () => undefined): string | null {
    const estate = soundPrivate();
    if (rules !== null) addSecurityGroup(estate, ENDPOINTS, rules);
    change(estate);
    const traffic = trafficFromNetwork(subnetAt(new Model(estate.world.snapshot()), ENDPOINTS));
    if (!traffic.known) return traffic.gaps.map(({ detail }) => detail).join('; ');
    return traffic.value && `${traffic.value.access} by ${traffic.value.rule.name}`;
  }
  const https = { destinationPortRange: '443' };

  it.each([
    ['without a group', null, null],
    ['with the default rules', [], 'Allow by AllowVnetInBound'],
    ['denied', [inbound('Deny', 200)], 'Deny by Deny-200'],
    ['denied over HTTPS', [inbound('Deny', 200, https)], 'Deny by Deny-200'],
    [
      'denied over another port',
      [inbound('Deny', 200, { destinationPortRange: '80' })],
      'Allow by AllowVnetInBound',
    ],
    [
      'denied after it is allowed',
      [inbound('Deny', 200), inbound('Allow', 100, https)],
      'Allow by Allow-100',
    ],
    ['denied on its way out', [outbound('Deny', 200)], 'Allow by AllowVnetInBound'],
    [
      'denied from the internet',
      [inbound('Deny', 200, { sourceAddressPrefix: 'Internet' })],
      'Allow by AllowVnetInBound',
    ],
    [
      'denied to its range',
      [inbound('Deny', 200, { destinationAddressPrefix: '10.20.0.0/24' })],
      'Deny by Deny-200',
    ],
    [
      'denied to the other subnet',
      [inbound('Deny', 200, { destinationAddressPrefix: '10.20.1.0/24' })],
      'Allow by AllowVnetInBound',
    ],
  ] as const)('%s', (_, rules, expected) => expect(verdict(rules)).toBe(expected));

  it('is not known where group, subnet or network were not read', () => {
    const group = GROUP.replace('snet-training', 'snet-endpoints');
    expect(verdict([], ({ world }) => world.gap('networkSecurityGroup', group))).toBe(FORBIDDEN);
    expect(verdict([], ({ world }) => world.gap('virtualNetwork', virtualNetwork))).toBe(FORBIDDEN);
    expect(
      verdict([], ({ world }) => world.set(virtualNetwork, 'properties.addressSpace.addressPrefixes', [])),
    ).toBe('properties.addressSpace.addressPrefixes is absent');
  });
});

describe('the services that a group keeps a compute for image builds from', () => {
  /** The tags, or what the gaps say. */
  function deniedIn(
    rules: readonly JsonObject[],
    change: Change = () => undefined,
    subnet = TRAINING,
  ): readonly string[] | string {
    const estate = soundPrivate();
    addSecurityGroup(estate, subnet, rules);
    change(estate);
    const denied = deniedServices(subnetAt(new Model(estate.world.snapshot()), subnet));
    if (!denied.known) return denied.gaps.map(({ detail }) => detail).join('; ');
    return denied.value.map(({ tag }) => tag);
  }
  const ALL = [
    'AzureActiveDirectory',
    'AzureResourceManager',
    'AzureFrontDoor.FirstParty',
    'MicrosoftContainerRegistry',
    'AzureMachineLearning',
  ];
  const closed = outbound('Deny', 4096);
  const BLOB = virtualNetwork.replace('virtualNetworks/vnet-fraud', 'privateEndpoints/pe-stfraud-blob');
  const FILE = BLOB.replace('-blob', '-file');
  const noStorageEndpoint: Change = ({ world }) => world.remove(BLOB).remove(FILE);
  /** Another workspace in another region whose builder stands in the same subnet. */
  const another: Change = (estate) => {
    const names = { ...namesOf('other', { region: 'West US' }), virtualNetwork };
    new Estate('other', { privateEndpoint: false }, estate.world, names);
    estate.world.set(`${names.workspace}/computes/cpu-build`, 'properties.properties.subnet', {
      id: TRAINING,
    });
  };

  const table: readonly [
    what: string,
    rules: readonly JsonObject[],
    change: Change,
    denied: readonly string[] | string,
  ][] = [
    ['none by default', [], () => undefined, []],
    [
      'none without a group',
      [],
      ({ world }) =>
        world.set(virtualNetwork, 'properties.subnets', [
          { id: TRAINING, properties: { addressPrefix: '10.20.1.0/24' } },
        ]),
      [],
    ],
    // A private endpoint leads to storage.
    ['all but storage', [closed], () => undefined, ALL],
    ['storage too, without a private endpoint', [closed], noStorageEndpoint, [...ALL, 'Storage.eastus']],
    ['storage alone', [outbound('Deny', 200, to('Storage'))], noStorageEndpoint, ['Storage.eastus']],
    [
      'not storage that is not needed, whatever the group does',
      [outbound('Deny', 200, to('Storage.WestUS'))],
      () => undefined,
      [],
    ],
    [
      'open of storage where another region is denied',
      [outbound('Deny', 200, to('Storage.WestUS')), outbound('Allow', 300)],
      noStorageEndpoint,
      "of rule Deny-200, properties.destinationAddressPrefix is Storage.WestUS: it covers a part of the traffic, or isocheck can't tell",
    ],
    ['none that is allowed before', [closed, outbound('Allow', 100)], () => undefined, []],
    [
      'all but the one that is allowed before',
      [closed, outbound('Allow', 100, to('AzureResourceManager'))],
      () => undefined,
      ALL.filter((tag) => tag !== 'AzureResourceManager'),
    ],
    [
      'all but that of the region',
      [closed, outbound('Allow', 100, to('MicrosoftContainerRegistry.EastUS'))],
      () => undefined,
      ALL.filter((tag) => !tag.startsWith('Micro')),
    ],
    [
      'none that is denied over another port',
      [outbound('Deny', 200, { destinationPortRange: '80' })],
      () => undefined,
      [],
    ],
    ['none that is denied on its way in', [inbound('Deny', 200)], () => undefined, []],
    [
      'none that is denied from elsewhere',
      [outbound('Deny', 200, { sourceAddressPrefix: '10.20.0.0/24' })],
      () => undefined,
      [],
    ],
    // The compute may be in the part that is let out.
    [
      'open where a part of the subnet is let out',
      [closed, outbound('Allow', 100, { sourceAddressPrefix: '10.20.1.0/25' })],
      () => undefined,
      "of rule Allow-100, properties.sourceAddressPrefix is 10.20.1.0/25: it covers a part of the traffic, or isocheck can't tell",
    ],
    [
      'those that are known, though a part is let out to others',
      [closed, outbound('Allow', 100, { sourceAddressPrefix: '10.20.1.0/25', ...to('AzureCloud') })],
      () => undefined,
      "of rule Allow-100, properties.sourceAddressPrefix is 10.20.1.0/25: it covers a part of the traffic, or isocheck can't tell",
    ],
    [
      'that which is known, whatever else is open',
      [
        outbound('Deny', 100, to('AzureActiveDirectory')),
        outbound('Deny', 200, to('AzureMachineLearning.EastUS')),
      ],
      () => undefined,
      ['AzureActiveDirectory'],
    ],
    ['those of each region, once', [closed], another, [...ALL, 'Storage.westus']],
    // How much of one region lies in the tag of another, isocheck can't tell.
    [
      'not one that is let out to the region of another compute',
      [closed, outbound('Allow', 100, to('MicrosoftContainerRegistry.EastUS'))],
      another,
      [...ALL.filter((tag) => !tag.startsWith('Micro')), 'Storage.westus'],
    ],
    [
      'all but what goes by a region, where that is not told',
      [closed],
      ({ world }) => world.unset(workspace, 'location'),
      ALL.filter((tag) => !tag.startsWith('Micro')),
    ],
    [
      'open, where the region is not told and nothing else is denied',
      [outbound('Deny', 200, to('MicrosoftContainerRegistry'))],
      ({ world }) => world.unset(workspace, 'location'),
      'location is absent',
    ],
    [
      'not storage where there is none',
      [outbound('Deny', 200, to('Storage'))],
      (estate) => {
        noStorageEndpoint(estate);
        estate.world.unset(workspace, 'properties.storageAccount');
      },
      [],
    ],
    [
      'open of storage where private endpoints were not read',
      [outbound('Deny', 200, to('Storage'))],
      (estate) => {
        noStorageEndpoint(estate);
        estate.world.incomplete(
          'privateEndpoint',
          `/subscriptions/${estate.names.subscription}/providers/Microsoft.Network/privateEndpoints`,
        );
      },
      '429 TooManyRequests',
    ],
    [
      'not storage that is let out, though private endpoints were not read',
      [],
      (estate) => {
        noStorageEndpoint(estate);
        estate.world.incomplete(
          'privateEndpoint',
          `/subscriptions/${estate.names.subscription}/providers/Microsoft.Network/privateEndpoints`,
        );
      },
      [],
    ],
    [
      'open where the group was not read',
      [closed],
      ({ world }) => world.gap('networkSecurityGroup', GROUP),
      FORBIDDEN,
    ],
  ];
  it.each(table)('%s', (_, rules, change, denied) => expect(deniedIn(rules, change)).toEqual(denied));

  it('are the regional ones of nobody in a subnet without a builder', () => {
    expect(deniedIn([closed], () => undefined, ENDPOINTS)).toEqual(
      ALL.filter((tag) => !tag.startsWith('Micro')),
    );
  });

  it('leave storage out where a peered network holds its private endpoint', () => {
    const hub = virtualNetwork.replace('vnet-fraud', 'vnet-hub');
    const estate = new Estate('fraud').endpoint('fraud', 'Disabled');
    addDependencyEndpoints(estate).network(hub, { prefixes: ['10.50.0.0/16'], peers: [virtualNetwork] });
    addSecurityGroup(estate, TRAINING, [outbound('Deny', 200, to('Storage'))]);
    estate.world.set(BLOB, 'properties.subnet.id', `${hub}/subnets/snet-endpoints`).remove(FILE);
    const denied = () => {
      const fact = deniedServices(subnetAt(new Model(estate.world.snapshot()), TRAINING));
      return fact.known ? fact.value.map(({ tag }) => tag) : fact.gaps.map(({ detail }) => detail);
    };
    expect(denied()).toEqual([]);
    estate.world.set(hub, 'properties.virtualNetworkPeerings', []);
    expect(denied()).toEqual(['Storage.eastus']);
  });
});
