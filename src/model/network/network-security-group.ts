import type { Gap } from '../../snapshot/format.js';
import { derived, once } from '../algebra/derived.js';
import { all, both, certain, chain, type Fact, known, map, unread } from '../algebra/fact.js';
import { NETWORK_SECURITY_GROUP, SUBNET } from '../arm-properties/index.js';
import type { Model } from '../bodies/model.js';
import { NamedResource } from '../bodies/named-resource.js';
import type { Subnet } from '../resources/subnet.js';
import { type SecurityRule, securityRule, type Traffic } from './security-rule.js';

/** What a network security group does with some traffic, and the rule by which it does so. */
export interface SecurityVerdict {
  readonly access: 'Allow' | 'Deny';
  readonly group: NetworkSecurityGroup;
  readonly rule: SecurityRule;
  /** Where it denies: the rules before that one by which some sources are let in all the same. */
  readonly exceptions: readonly SecurityException[];
}

/** A rule that lets in the sources which it names, and what keeps them from being the whole. */
export interface SecurityException {
  readonly rule: SecurityRule;
  readonly gaps: readonly [Gap, ...Gap[]];
}

/** A rule that is, or may be, about a part of some traffic. */
interface Doubt extends SecurityException {
  readonly access: Fact<'Allow' | 'Deny'>;
  readonly isException: boolean;
}

/**
 * A network security group: rules that are asked by their priority, the lowest number first; the first one that is
 * about the traffic decides. Those that every group has come last
 * (learn.microsoft.com/azure/virtual-network/network-security-groups-overview, reviewed 2026-11-24).
 */
export class NetworkSecurityGroup extends NamedResource {
  constructor(model: Model, id: string) {
    super(id, model.index.resource(id, 'networkSecurityGroup'));
  }

  /** Every rule, the first that is asked first. */
  readonly rules = once(
    (): Fact<readonly SecurityRule[]> =>
      chain(this.resource, (resource) =>
        chain(
          both(
            resource.read(NETWORK_SECURITY_GROUP.securityRules),
            resource.read(NETWORK_SECURITY_GROUP.defaultSecurityRules),
          ),
          ([own, defaults]) =>
            map(all([...own, ...defaults].map((body) => securityRule(resource, body))), (rules) =>
              [...rules].sort((first, second) => first.priority - second.priority),
            ),
        ),
      ),
  );

  /**
   * What it does with some traffic. A rule that may be about it, or about a part of it, leaves that open unless it
   * does the same as the rule that decides, or lets single sources in where that one denies: such are exceptions.
   */
  verdict(traffic: Traffic): Fact<SecurityVerdict> {
    return chain(this.rules(), (rules) => {
      const doubts: Doubt[] = [];
      for (const rule of rules) {
        const match = rule.match(traffic);
        if (match.coverage === 'none') continue;
        const access = rule.access();
        if (match.coverage === 'part') {
          const { gaps, isOfSources } = match;
          doubts.push({ rule, access, gaps, isException: isOfSources && certain(isAllow(access)) });
          continue;
        }
        return chain(access, (decided): Fact<SecurityVerdict> => {
          const contrary = doubts.filter((doubt) => !doubt.access.known || doubt.access.value !== decided);
          const [gap, ...more] = contrary.flatMap(({ gaps, isException }) => (isException ? [] : gaps));
          return gap === undefined
            ? known({ access: decided, group: this, rule, exceptions: contrary })
            : unread(gap, ...more);
        });
      }
      return this.#undecided();
    });
  }

  /** Every group denies all in the end: where no rule says so, not all of them were read. */
  #undecided(): Fact<SecurityVerdict> {
    return chain(this.resource, (resource) =>
      unread(
        resource.gap(
          'unsupported',
          `${NETWORK_SECURITY_GROUP.defaultSecurityRules.path} holds no rule for it`,
        ),
      ),
    );
  }
}

function isAllow(access: Fact<'Allow' | 'Deny'>): Fact<boolean> {
  return map(access, (value) => value === 'Allow');
}

/** The network security group that guards it; null for none. */
export const securityGroupOf = derived(
  (subnet: Subnet): Fact<NetworkSecurityGroup | null> =>
    map(subnet.read(SUBNET.networkSecurityGroupId), (id) =>
      id === null ? null : new NetworkSecurityGroup(subnet.network.model, id),
    ),
);
