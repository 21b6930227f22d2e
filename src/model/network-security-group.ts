import type { Gap } from '../snapshot/format.js';
import { NETWORK_SECURITY_GROUP } from './arm-properties.js';
import { all, both, chain, type Fact, known, map, unread } from './fact.js';
import type { Model } from './model.js';
import { NamedResource } from './named-resource.js';
import { type SecurityRule, securityRule, type Traffic } from './security-rule.js';
import { once } from './snapshot-index.js';

/** What a network security group does with some traffic, and the rule by which it does so. */
export interface SecurityVerdict {
  readonly access: 'Allow' | 'Deny';
  readonly group: NetworkSecurityGroup;
  readonly rule: SecurityRule;
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
   * does the same as the rule that decides.
   */
  verdict(traffic: Traffic): Fact<SecurityVerdict> {
    return chain(this.rules(), (rules) => {
      const doubts: { readonly access: Fact<'Allow' | 'Deny'>; readonly gaps: readonly Gap[] }[] = [];
      for (const rule of rules) {
        const match = rule.match(traffic);
        if (match.coverage === 'none') continue;
        const access = rule.access();
        if (match.coverage === 'part') {
          doubts.push({ access, gaps: match.gaps });
          continue;
        }
        return chain(access, (decided): Fact<SecurityVerdict> => {
          const [gap, ...more] = doubts
            .filter((doubt) => !doubt.access.known || doubt.access.value !== decided)
            .flatMap(({ gaps }) => gaps);
          return gap === undefined ? known({ access: decided, group: this, rule }) : unread(gap, ...more);
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
