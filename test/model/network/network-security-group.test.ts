import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/json.js';
import { Model } from '../../../src/model/bodies/model.js';
import { NetworkSecurityGroup } from '../../../src/model/network/network-security-group.js';
import type { Traffic } from '../../../src/model/network/security-rule.js';
import { rangesSide, serviceSide, virtualNetworkSide } from '../../../src/model/network/traffic-side.js';
import { securityGroupBody, securityRuleBody } from '../../world/security-group.js';
import { World } from '../../world/world.js';

const ID =
  '/subscriptions/3f1c2a4e-5b6d-4e7f-8a9b-0c1d2e3f4a5b/resourceGroups/rg/providers/Microsoft.Network/networkSecurityGroups/nsg';
const SUBNET = ['10.20.0.0/24'];

const INTO_SUBNET: Traffic = {
  direction: 'Inbound',
  port: 443,
  source: virtualNetworkSide(['10.20.0.0/16']),
  destination: rangesSide(SUBNET),
};

const toService = (tag: string, region: string | null = null): Traffic => ({
  direction: 'Outbound',
  port: 443,
  source: rangesSide(SUBNET),
  destination: serviceSide(tag, region),
});

/** `Allow by name`, or why it can't be told. */
function verdict(
  rules: readonly JsonObject[],
  traffic: Traffic,
  change: (world: World) => World = (same) => same,
) {
  const world = new World().add('networkSecurityGroup', securityGroupBody(ID, 'eastus', rules));
  const fact = new NetworkSecurityGroup(new Model(change(world).snapshot()), ID).verdict(traffic);
  if (!fact.known) return fact.gaps.map(({ detail }) => detail).join('; ');
  const { access, rule, exceptions } = fact.value;
  return [`${access} by ${rule.name}`, ...exceptions.map((each) => `for ${each.rule.name}`)].join(' but ');
}

const deny = (properties: JsonObject, priority = 200) =>
  securityRuleBody('deny', 'Inbound', 'Deny', priority, properties);
const allow = (properties: JsonObject, priority = 100) =>
  securityRuleBody('allow', 'Inbound', 'Allow', priority, properties);
const CANT_TELL = "it covers a part of the traffic, or isocheck can't tell";

describe('traffic of the virtual network into a subnet', () => {
  it('passes by the default rules', () => {
    expect(verdict([], INTO_SUBNET)).toBe('Allow by AllowVnetInBound');
  });

  it.each<[string, JsonObject]>([
    ['all of it', {}],
    ['the port', { destinationPortRange: '443' }],
    ['a range of ports', { destinationPortRange: '400-500' }],
    ['a list of ports', { destinationPortRange: '', destinationPortRanges: ['80', '443'] }],
    ['TCP in another letter case', { protocol: 'TCP' }],
    ['the tag of the network, in another letter case', { sourceAddressPrefix: 'virtualnetwork' }],
    ['every address', { sourceAddressPrefix: '0.0.0.0/0' }],
    ['the range of the subnet', { destinationAddressPrefix: '10.20.0.0/24' }],
    [
      'a list that holds it',
      { destinationAddressPrefix: '', destinationAddressPrefixes: ['10.9.0.0/16', '10.20.0.0/16'] },
    ],
  ])('is denied by a rule about %s', (_, properties) => {
    expect(verdict([deny(properties)], INTO_SUBNET)).toBe('Deny by deny');
  });

  it.each<[string, JsonObject]>([
    ['another port', { destinationPortRange: '22' }],
    ['other ports', { destinationPortRange: '', destinationPortRanges: ['80', '8080-8090'] }],
    ['another protocol', { protocol: 'Udp' }],
    ['the internet', { sourceAddressPrefix: 'Internet' }],
    ['a service', { sourceAddressPrefix: 'AzureLoadBalancer' }],
    ['public addresses', { sourceAddressPrefix: '16.17.18.0/24' }],
    ['IPv6', { sourceAddressPrefix: '::/0' }],
    ['another subnet', { destinationAddressPrefix: '10.20.1.0/24' }],
    ['the other direction', { direction: 'Outbound' }],
  ])('is left alone by a rule about %s', (_, properties) => {
    expect(verdict([deny(properties)], INTO_SUBNET)).toBe('Allow by AllowVnetInBound');
  });

  it.each([
    ['a part of the network', '10.20.1.0/24'],
    ['a private range that may be a peer', '10.99.0.0/16'],
  ])('has an exception where %s is let in, and is open where it is kept out', (_, sourceAddressPrefix) => {
    const properties = { sourceAddressPrefix };
    expect(verdict([deny(properties)], INTO_SUBNET)).toBe(
      `of rule deny, properties.sourceAddressPrefix is ${sourceAddressPrefix}: ${CANT_TELL}`,
    );
    expect(verdict([allow(properties), deny({})], INTO_SUBNET)).toBe('Deny by deny but for allow');
    for (const more of [{ sourcePortRange: '1024' }, { access: 'Perhaps' }]) {
      expect(verdict([allow({ ...properties, ...more }), deny({})], INTO_SUBNET)).toContain(CANT_TELL);
    }
    expect(verdict([allow(properties)], INTO_SUBNET)).toBe('Allow by AllowVnetInBound');
  });

  it.each<[string, JsonObject, string]>([
    [
      'a range from one address to another',
      { sourceAddressPrefix: '10.0.0.1-10.0.0.9' },
      'properties.sourceAddressPrefix is 10.0.0.1-10.0.0.9',
    ],
    [
      'a part of the subnet',
      { destinationAddressPrefix: '10.20.0.0/25' },
      'properties.destinationAddressPrefix is 10.20.0.0/25',
    ],
    ['some source ports', { sourcePortRange: '1024-2048' }, 'properties.sourcePortRange is 1024-2048'],
    ['rubbish for a port', { destinationPortRange: 'https' }, 'properties.destinationPortRange is https'],
  ])('is open where a rule is about %s', (_, properties, detail) => {
    expect(verdict([deny(properties)], INTO_SUBNET)).toBe(`of rule deny, ${detail}: ${CANT_TELL}`);
    expect(verdict([allow(properties), deny({})], INTO_SUBNET)).toBe(
      `of rule allow, ${detail}: ${CANT_TELL}`,
    );
    expect(verdict([allow(properties)], INTO_SUBNET)).toBe('Allow by AllowVnetInBound');
  });

  it('is open where application security groups stand for addresses', () => {
    const groups = [{ id: `${ID.replace('networkSecurityGroups/nsg', 'applicationSecurityGroups/web')}` }];
    expect(
      verdict([deny({ sourceAddressPrefix: '', sourceApplicationSecurityGroups: groups })], INTO_SUBNET),
    ).toBe(
      'of rule deny, properties.sourceApplicationSecurityGroups names application security groups, whose members are not read',
    );
  });

  it('is open where a value is none that is documented, or is absent', () => {
    expect(verdict([deny({ protocol: 'Quic' })], INTO_SUBNET)).toBe(
      'properties.protocol is Quic; isocheck knows * or Tcp or Udp or Icmp or Esp or Ah',
    );
    expect(verdict([deny({ access: 'Perhaps' })], INTO_SUBNET)).toBe(
      'properties.access is Perhaps; isocheck knows Allow or Deny',
    );
    expect(verdict([deny({ direction: null })], INTO_SUBNET)).toBe(
      'of rule deny, properties.direction is absent',
    );
    expect(verdict([deny({ priority: null })], INTO_SUBNET)).toBe(
      'of rule deny, properties.priority is absent',
    );
    expect(verdict([deny({ priority: '200' })], INTO_SUBNET)).toBe(
      'properties.priority is 200; isocheck knows a whole number',
    );
    expect(verdict([deny({ sourceAddressPrefix: null })], INTO_SUBNET)).toBe(
      'of rule deny, properties.sourceAddressPrefix is absent',
    );
    expect(verdict([], INTO_SUBNET, (world) => world.unset(ID, 'properties.defaultSecurityRules'))).toBe(
      'properties.defaultSecurityRules holds no rule for it',
    );
  });

  it('is decided by the lowest priority, wherever the rule stands', () => {
    expect(verdict([deny({}, 300), allow({}, 200)], INTO_SUBNET)).toBe('Allow by allow');
    expect(verdict([allow({}, 300), deny({}, 200)], INTO_SUBNET)).toBe('Deny by deny');
  });

  it('is open where the group was not read', () => {
    expect(verdict([], INTO_SUBNET, (world) => world.gap('networkSecurityGroup', ID))).toBe(
      '403 AuthorizationFailed',
    );
  });
});

describe('traffic of a subnet to a service of Azure', () => {
  const out = (access: string, prefix: string, priority: number) =>
    securityRuleBody(access.toLowerCase(), 'Outbound', access, priority, {
      destinationAddressPrefix: prefix,
    });

  it('passes by the default rules', () => {
    expect(verdict([], toService('AzureResourceManager'))).toBe('Allow by AllowInternetOutBound');
  });

  it.each(['*', 'Internet', 'AzureCloud', 'azureresourcemanager', '0.0.0.0/0'])(
    'is denied by %s',
    (prefix) => {
      expect(verdict([out('Deny', prefix, 100)], toService('AzureResourceManager'))).toBe('Deny by deny');
    },
  );

  it.each(['VirtualNetwork', 'Storage', 'AzureActiveDirectory', '10.0.0.0/8', 'fd00::/8'])(
    'is left alone by %s',
    (prefix) => {
      expect(verdict([out('Deny', prefix, 100)], toService('AzureResourceManager'))).toBe(
        'Allow by AllowInternetOutBound',
      );
    },
  );

  it.each(['20.42.0.0/16', 'AzureResourceManager.eastus', 'AzureCloud.westus'])('is open by %s', (prefix) => {
    expect(verdict([out('Deny', prefix, 100)], toService('AzureResourceManager'))).toBe(
      `of rule deny, properties.destinationAddressPrefix is ${prefix}: ${CANT_TELL}`,
    );
  });

  it('passes to the region that counts, and to no other', () => {
    const storage = toService('Storage', 'eastus');
    const denyAll = out('Deny', 'Internet', 4096);
    expect(verdict([out('Allow', 'Storage.EastUS', 100), denyAll], storage)).toBe('Allow by allow');
    expect(verdict([out('Allow', 'AzureCloud.EastUS', 100), denyAll], storage)).toBe('Allow by allow');
    expect(verdict([out('Allow', 'Storage', 100), denyAll], storage)).toBe('Allow by allow');
    expect(verdict([out('Allow', 'Storage.WestUS', 100), denyAll], storage)).toBe(
      `of rule allow, properties.destinationAddressPrefix is Storage.WestUS: ${CANT_TELL}`,
    );
  });

  it('is told apart by the part of a service', () => {
    const frontDoor = toService('AzureFrontDoor.FirstParty');
    const denyAll = out('Deny', '*', 4096);
    expect(verdict([out('Allow', 'AzureFrontDoor.FirstParty', 100), denyAll], frontDoor)).toBe(
      'Allow by allow',
    );
    expect(verdict([denyAll], frontDoor)).toBe('Deny by deny');
  });
});
