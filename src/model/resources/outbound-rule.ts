import type { Property } from '../../arm/property.js';
import { nameOf } from '../../arm/resource-id.js';
import { once } from '../algebra/derived.js';
import { all, chain, type Fact, known, map, unread } from '../algebra/fact.js';
import { OUTBOUND_RULE } from '../arm-properties/index.js';
import type { Resource } from '../bodies/resource.js';
import type { Workspace } from './workspace.js';

/** What an outbound rule lets through, by its type. */
export type Destination =
  | {
      readonly type: 'FQDN';
      /** A host name, or a wildcard: `*.pypi.org`. */
      readonly host: string;
    }
  | {
      readonly type: 'PrivateEndpoint';
      readonly serviceResourceId: string;
      readonly subresourceTarget: string | null;
      /** Whether serverless Spark may use it too. */
      readonly sparkEnabled: boolean;
    }
  | {
      readonly type: 'ServiceTag';
      readonly serviceTag: string;
      readonly protocol: string | null;
      readonly portRanges: string | null;
      readonly action: 'Allow' | 'Deny';
      /** In place of the service tag; empty where the tag holds. */
      readonly addressPrefixes: readonly string[];
    };

/** An outbound rule of a workspace's managed network, of whatever type. */
export class OutboundRule {
  readonly type = 'outbound-rule';
  readonly workspace: Workspace;
  readonly resource: Resource;
  readonly id: string;
  readonly name: string;

  constructor(workspace: Workspace, resource: Resource) {
    this.workspace = workspace;
    this.resource = resource;
    this.id = resource.id;
    this.name = nameOf(resource.id);
  }

  /** `PrivateEndpoint`, `FQDN` or `ServiceTag`. */
  readonly ruleType = once(() => this.#told(OUTBOUND_RULE.type));

  /** `Required` and `Dependency` are the service's own, `UserDefined` and `Recommended` people's. */
  readonly category = once(() => this.#told(OUTBOUND_RULE.category));

  /** Whether people made it, or took it from what Azure recommends. */
  readonly isUsers = once(() =>
    map(this.category(), (category) => category === 'UserDefined' || category === 'Recommended'),
  );

  /** `Active` once it acts; absent means that it does not yet. */
  readonly status = once(() => this.resource.read(OUTBOUND_RULE.status));

  /** What it lets through; a gap that shows the value where a part of it is not what ARM documents. */
  readonly destination = once(
    (): Fact<Destination> =>
      chain(this.ruleType(), (type): Fact<Destination> => {
        switch (type) {
          case 'FQDN':
            return map(this.#told(OUTBOUND_RULE.host), (host) => ({ type, host: host.trim() }));
          case 'PrivateEndpoint':
            return this.#privateEndpoint();
          case 'ServiceTag':
            return this.#serviceTag();
        }
      }),
  );

  #privateEndpoint(): Fact<Destination> {
    return chain(this.#told(OUTBOUND_RULE.serviceResourceId), (serviceResourceId) =>
      chain(this.resource.read(OUTBOUND_RULE.subresourceTarget), (subresourceTarget) =>
        map(
          this.resource.read(OUTBOUND_RULE.sparkEnabled),
          (sparkEnabled): Destination => ({
            type: 'PrivateEndpoint',
            serviceResourceId,
            subresourceTarget,
            sparkEnabled,
          }),
        ),
      ),
    );
  }

  #serviceTag(): Fact<Destination> {
    const { resource } = this;
    return chain(resource.read(OUTBOUND_RULE.addressPrefixes), (addressPrefixes) => {
      const tag: Fact<string> =
        addressPrefixes.length > 0
          ? map(resource.read(OUTBOUND_RULE.serviceTag), (named) => named ?? '')
          : this.#told(OUTBOUND_RULE.serviceTag);
      const ports = all([resource.read(OUTBOUND_RULE.protocol), resource.read(OUTBOUND_RULE.portRanges)]);
      return chain(tag, (serviceTag) =>
        chain(ports, ([protocol = null, portRanges = null]) =>
          map(
            resource.read(OUTBOUND_RULE.action),
            (action): Destination => ({
              type: 'ServiceTag',
              serviceTag,
              protocol,
              portRanges,
              action,
              addressPrefixes,
            }),
          ),
        ),
      );
    });
  }

  /** A property without which the rule says nothing: absent, it is a gap. */
  #told<T extends string>(property: Property<T | '' | null>): Fact<T> {
    return chain(this.resource.read(property), (value) =>
      value === null || value === ''
        ? unread(this.resource.gap('unsupported', `${property.path} is absent`))
        : known<T>(value),
    );
  }
}
