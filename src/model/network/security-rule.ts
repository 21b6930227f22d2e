import type { Property } from '../../arm/property.js';
import type { JsonObject } from '../../json.js';
import type { Gap } from '../../snapshot/format.js';
import { type Coverage, kindOfRange } from '../addresses/address-range.js';
import { all, both, chain, type Fact, known, unread } from '../algebra/fact.js';
import { SECURITY_RULE } from '../arm-properties/index.js';
import type { Resource } from '../bodies/resource.js';
import type { TrafficSide } from './traffic-side.js';

/** Some traffic over TCP, of which a network security group is asked whether it lets it through. */
export interface Traffic {
  readonly direction: 'Inbound' | 'Outbound';
  readonly port: number;
  readonly source: TrafficSide;
  readonly destination: TrafficSide;
}

/** How much of some traffic a rule is about; for a part alone, why. */
export type Match =
  | { readonly coverage: 'all' | 'none' }
  | {
      readonly coverage: 'part';
      readonly gaps: readonly [Gap, ...Gap[]];
      /** Whether it is about all of the traffic that comes from the sources which it names. */
      readonly isOfSources: boolean;
    };

/** Source ports of a client can be any of them. */
const EVERY_PORT: readonly string[] = ['*', '0-65535'];

const SIDES = {
  source: {
    prefix: SECURITY_RULE.sourceAddressPrefix,
    prefixes: SECURITY_RULE.sourceAddressPrefixes,
    groups: SECURITY_RULE.sourceApplicationSecurityGroups,
  },
  destination: {
    prefix: SECURITY_RULE.destinationAddressPrefix,
    prefixes: SECURITY_RULE.destinationAddressPrefixes,
    groups: SECURITY_RULE.destinationApplicationSecurityGroups,
  },
} as const;

/** A rule of a network security group. */
export class SecurityRule {
  readonly name: string;
  /** In words, for people: `deny-all (priority 4096)`. */
  readonly words: string;
  readonly priority: number;
  readonly #resource: Resource;

  constructor(resource: Resource, name: string, priority: number) {
    this.#resource = resource;
    this.name = name;
    this.priority = priority;
    this.words = `${name} (priority ${priority})`;
  }

  /** Whether it is about traffic into or out of what the group guards. */
  direction(): Fact<'Inbound' | 'Outbound'> {
    return this.#told(SECURITY_RULE.direction);
  }

  /** What it does with the traffic that it is about. */
  access(): Fact<'Allow' | 'Deny'> {
    return this.#told(SECURITY_RULE.access);
  }

  /**
   * How much of some traffic it is about. One condition that rules the traffic out decides; what isocheck does not
   * understand, it may be about.
   */
  match(traffic: Traffic): Match {
    const source = this.#addresses('source', traffic.source);
    const others: readonly Fact<boolean>[] = [
      chain(this.direction(), (direction) => known(direction === traffic.direction)),
      chain(this.#told(SECURITY_RULE.protocol), (protocol) => known(protocol === '*' || protocol === 'Tcp')),
      this.#ports(SECURITY_RULE.destinationPortRange, SECURITY_RULE.destinationPortRanges, (range) =>
        portCoverage(range, traffic.port),
      ),
      this.#ports(SECURITY_RULE.sourcePortRange, SECURITY_RULE.sourcePortRanges, (range) =>
        EVERY_PORT.includes(range) ? 'all' : 'part',
      ),
      this.#addresses('destination', traffic.destination),
    ];
    const conditions = [source, ...others];
    if (conditions.some((condition) => condition.known && !condition.value)) return { coverage: 'none' };
    const whole = all(conditions);
    if (whole.known) return { coverage: 'all' };
    return { coverage: 'part', gaps: whole.gaps, isOfSources: all(others).known && this.#namesSources() };
  }

  /** Whether its sources are ranges or application security groups, which stand for machines of somebody's. */
  #namesSources(): boolean {
    const { prefix, prefixes, groups } = SIDES.source;
    const [members, one, several] = [
      this.#resource.read(groups),
      this.#resource.read(prefix),
      this.#resource.read(prefixes),
    ];
    if (!members.known || !one.known || !several.known) return false;
    const ranges = one.value === null ? several.value : [one.value, ...several.value];
    return members.value.length > 0 || ranges.every((range) => kindOfRange(range) !== null);
  }

  #addresses(which: keyof typeof SIDES, side: TrafficSide): Fact<boolean> {
    const { prefix, prefixes, groups } = SIDES[which];
    return chain(this.#resource.read(groups), (members) => {
      if (members.length > 0) {
        return this.#partly(`${groups.path} names application security groups, whose members are not read`);
      }
      return this.#oneOf(prefix, prefixes, side);
    });
  }

  #ports(
    range: Property<string | null>,
    ranges: Property<readonly string[]>,
    covered: (range: string) => Coverage,
  ): Fact<boolean> {
    return this.#oneOf(range, ranges, covered);
  }

  /** Whether the values of a property, of which there is one or a list, cover the traffic: a gap for a part of it. */
  #oneOf(
    single: Property<string | null>,
    several: Property<readonly string[]>,
    covered: (value: string) => Coverage,
  ): Fact<boolean> {
    return chain(both(this.#resource.read(single), this.#resource.read(several)), ([one, more]) => {
      const values = one === null ? more : [one, ...more];
      if (values.length === 0) return this.#partly(`${single.path} is absent`);
      if (values.some((value) => covered(value) === 'all')) return known(true);
      const parts = values.filter((value) => covered(value) === 'part');
      if (parts.length === 0) return known(false);
      return this.#partly(
        `${(one === null ? several : single).path} is ${parts.join(', ')}: it covers a part of the traffic, or isocheck can't tell`,
      );
    });
  }

  #told<T>(property: Property<T | null>): Fact<T> {
    return chain(this.#resource.read(property), (value) =>
      value === null ? this.#partly(`${property.path} is absent`) : known(value),
    );
  }

  #partly(detail: string) {
    return unread(this.#resource.gap('unsupported', `of rule ${this.name}, ${detail}`));
  }
}

/** Reads an entry of a group's rules. */
export function securityRule(group: Resource, body: JsonObject): Fact<SecurityRule> {
  const resource = group.part(group.id, body);
  const name = typeof body['name'] === 'string' ? body['name'] : 'without a name';
  return chain(resource.read(SECURITY_RULE.priority), (priority) =>
    priority === null
      ? unread(group.gap('unsupported', `of rule ${name}, ${SECURITY_RULE.priority.path} is absent`))
      : known(new SecurityRule(resource, name, priority)),
  );
}

/** `443`, `400-500`, `*`. */
function portCoverage(range: string, port: number): Coverage {
  if (range === '*') return 'all';
  const [, first, last] = /^(\d+)(?:-(\d+))?$/.exec(range.trim()) ?? [];
  if (first === undefined) return 'part';
  return Number(first) <= port && port <= Number(last ?? first) ? 'all' : 'none';
}
