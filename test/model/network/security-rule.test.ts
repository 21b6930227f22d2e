import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../src/json.js';
import type { Fact } from '../../../src/model/algebra/fact.js';
import { Resource } from '../../../src/model/bodies/resource.js';
import { type SecurityRule, securityRule, type Traffic } from '../../../src/model/network/security-rule.js';
import type { TrafficSide } from '../../../src/model/network/traffic-side.js';
import { securityRuleBody } from '../../world/security-group.js';

const GROUP = new Resource('/nsg', 'Microsoft.Network/networkSecurityGroups/read', {
  apiVersion: '2025-05-01',
  body: { id: '/nsg' },
});

/** Covers what it is told to, `*` for all, and nothing else. */
const side =
  (all: readonly string[], part: readonly string[] = []): TrafficSide =>
  (prefix) =>
    prefix === '*' || all.includes(prefix) ? 'all' : part.includes(prefix) ? 'part' : 'none';

const TRAFFIC: Traffic = {
  direction: 'Inbound',
  port: 443,
  source: side(['here'], ['10.1.0.0/16', '10.2.0.0/16', 'Tag']),
  destination: side(['there'], ['10.9.0.0/16']),
};

const textOf = <T>(fact: Fact<T>): T | string =>
  fact.known ? fact.value : fact.gaps.map(({ detail }) => detail).join('; ');

function ruleWith(properties: JsonObject): SecurityRule {
  const rule = securityRule(GROUP, securityRuleBody('it', 'Inbound', 'Allow', 100, properties));
  if (!rule.known) throw new Error('the rule is known');
  return rule.value;
}

/** `all`, `none`, or `part: why`; `part of sources` where it is about all that comes from those it names. */
function matched(properties: JsonObject): string {
  const match = ruleWith(properties).match(TRAFFIC);
  if (match.coverage !== 'part') return match.coverage;
  const why = match.gaps.map(({ detail }) => detail.replace('of rule it, ', '')).join('; ');
  return `${match.isOfSources ? 'part of sources' : 'part'}: ${why}`;
}

const SOME = "it covers a part of the traffic, or isocheck can't tell";
const part = (property: string, value: string) => `properties.${property} is ${value}: ${SOME}`;

describe('how much of some traffic a rule is about', () => {
  const table: readonly [properties: JsonObject, coverage: string][] = [
    [{}, 'all'],
    [{ direction: 'inbound' }, 'all'],
    [{ direction: 'Outbound' }, 'none'],
    [{ protocol: 'Tcp' }, 'all'],
    [{ protocol: 'TCP' }, 'all'],
    [{ protocol: 'Udp' }, 'none'],
    [{ protocol: 'Icmp' }, 'none'],
    [{ destinationPortRange: '443' }, 'all'],
    [{ destinationPortRange: ' 443 ' }, 'all'],
    [{ destinationPortRange: '443-443' }, 'all'],
    [{ destinationPortRange: '443-500' }, 'all'],
    [{ destinationPortRange: '400-443' }, 'all'],
    [{ destinationPortRange: '444-500' }, 'none'],
    [{ destinationPortRange: '400-442' }, 'none'],
    [{ destinationPortRange: '4430' }, 'none'],
    [{ destinationPortRange: 'https' }, `part: ${part('destinationPortRange', 'https')}`],
    [{ destinationPortRange: null, destinationPortRanges: ['80', '443'] }, 'all'],
    [{ destinationPortRange: null, destinationPortRanges: ['80', '8080'] }, 'none'],
    [{ destinationPortRange: '80', destinationPortRanges: ['443'] }, 'all'],
    [
      { destinationPortRange: '80', destinationPortRanges: ['x', 'y'] },
      `part: ${part('destinationPortRange', 'x, y')}`,
    ],
    [
      { destinationPortRange: null, destinationPortRanges: ['80', 'x'] },
      `part: ${part('destinationPortRanges', 'x')}`,
    ],
    [{ destinationPortRange: null }, 'part: properties.destinationPortRange is absent'],
    // A client's own port can be any.
    [{ sourcePortRange: '0-65535' }, 'all'],
    [{ sourcePortRange: '443' }, `part: ${part('sourcePortRange', '443')}`],
    [{ sourceAddressPrefix: 'here' }, 'all'],
    [{ sourceAddressPrefix: 'elsewhere' }, 'none'],
    [{ sourceAddressPrefix: '', sourceAddressPrefixes: ['elsewhere', 'here'] }, 'all'],
    [
      { sourceAddressPrefix: '10.1.0.0/16' },
      `part of sources: ${part('sourceAddressPrefix', '10.1.0.0/16')}`,
    ],
    [
      { sourceAddressPrefix: '', sourceAddressPrefixes: ['10.1.0.0/16', 'elsewhere', '10.2.0.0/16'] },
      `part: ${part('sourceAddressPrefixes', '10.1.0.0/16, 10.2.0.0/16')}`,
    ],
    [
      { sourceAddressPrefix: '', sourceAddressPrefixes: ['10.1.0.0/16', '10.2.0.0/16'] },
      `part of sources: ${part('sourceAddressPrefixes', '10.1.0.0/16, 10.2.0.0/16')}`,
    ],
    // A tag stands for nobody's machines in particular.
    [{ sourceAddressPrefix: 'Tag' }, `part: ${part('sourceAddressPrefix', 'Tag')}`],
    [{ destinationAddressPrefix: 'there' }, 'all'],
    [{ destinationAddressPrefix: '10.8.0.0/16' }, 'none'],
    [{ destinationAddressPrefix: '10.9.0.0/16' }, `part: ${part('destinationAddressPrefix', '10.9.0.0/16')}`],
    [
      { sourceAddressPrefix: '10.1.0.0/16', destinationAddressPrefix: '10.9.0.0/16' },
      `part: ${part('sourceAddressPrefix', '10.1.0.0/16')}; ${part('destinationAddressPrefix', '10.9.0.0/16')}`,
    ],
    [
      { sourceApplicationSecurityGroups: [{ id: '/asg' }] },
      'part of sources: properties.sourceApplicationSecurityGroups names application security groups, whose members are not read',
    ],
    [
      { destinationApplicationSecurityGroups: [{ id: '/asg' }] },
      'part: properties.destinationApplicationSecurityGroups names application security groups, whose members are not read',
    ],
    [
      { protocol: 'Odd' },
      'part: properties.protocol is Odd; isocheck knows * or Tcp or Udp or Icmp or Esp or Ah',
    ],
    [{ protocol: null }, 'part: properties.protocol is absent'],
    // One condition that rules the traffic out decides, whatever was not understood.
    [{ protocol: 'Odd', destinationPortRange: '80' }, 'none'],
    [{ sourceApplicationSecurityGroups: [{ id: '/asg' }], direction: 'Outbound' }, 'none'],
  ];
  it.each(table)('%j: %s', (properties, coverage) => expect(matched(properties)).toBe(coverage));
});

describe('a rule', () => {
  it('says what it does, or that it does not tell', () => {
    expect(ruleWith({}).words).toBe('it (priority 100)');
    expect(textOf(ruleWith({ access: 'deny' }).access())).toBe('Deny');
    expect(textOf(ruleWith({ access: null }).access())).toBe('of rule it, properties.access is absent');
    expect(textOf(ruleWith({}).direction())).toBe('Inbound');
    expect(textOf(ruleWith({ direction: null }).direction())).toBe(
      'of rule it, properties.direction is absent',
    );
  });

  const priorities: readonly [name: Json, priority: Json, rule: string][] = [
    ['it', 0, 'it 0'],
    [7, 100, 'without a name 100'],
    ['it', null, 'of rule it, properties.priority is absent'],
    ['it', '100', 'properties.priority is 100; isocheck knows a whole number'],
  ];
  it.each(priorities)('is called %j, of priority %j: %s', (name, priority, expected) => {
    const rule = securityRule(GROUP, { name, properties: { priority } });
    expect(rule.known ? `${rule.value.name} ${rule.value.priority}` : textOf(rule)).toBe(expected);
  });
});
