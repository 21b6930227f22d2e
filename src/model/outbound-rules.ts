import { isJsonObject } from '../json.js';
import { OUTBOUND_RULE, WORKSPACE } from './arm-properties.js';
import { all, chain, type Fact, known, type Listing, listingOf, map } from './fact.js';
import { OutboundRule } from './outbound-rule.js';
import type { Resource } from './resource.js';
import { nameOf, sameId } from './resource-id.js';
import type { Workspace } from './workspace.js';

/** A private endpoint rule of a managed network: a private way out to one service. */
export interface PrivateEndpointRule {
  readonly id: string;
  readonly name: string;
  /** `Active` once the private endpoint stands. */
  readonly status: string;
  readonly serviceResourceId: string | null;
  readonly subresourceTarget: string | null;
}

/**
 * The outbound rules of a workspace's managed network: those listed, and those in the workspace's own body. Rules that
 * can't be read leave the list incomplete.
 */
export function outboundRules(workspace: Workspace): Listing<OutboundRule> {
  const listing = workspace.model.index.collection(`${workspace.id}/outboundRules`, 'outboundRules');
  const listed = listing.items.map((id) => workspace.model.index.resource(id, 'outboundRules'));
  const more = embeddedRules(workspace).filter((rule) => !listing.items.some((id) => sameId(id, rule.id)));
  const rules = [...listed, ...more.map((rule) => known(rule))];
  return {
    items: rules.flatMap((rule) => (rule.known ? [new OutboundRule(workspace, rule.value)] : [])),
    gaps: [...listing.gaps, ...rules.flatMap((rule) => (rule.known ? [] : rule.gaps))],
  };
}

/** Those of them that are private endpoint rules. One that can't be read for what it is leaves the list incomplete. */
export function privateEndpointRules(workspace: Workspace): Listing<PrivateEndpointRule> {
  const listing = workspace.outboundRules();
  const rules = listing.items.map(({ resource }) => readRule(resource));
  return {
    items: rules.flatMap((rule) => (rule.known && rule.value !== null ? [rule.value] : [])),
    gaps: [...listing.gaps, ...rules.flatMap((rule) => (rule.known ? [] : rule.gaps))],
  };
}

/** In the body the rules are an object by rule name, without ids. */
function embeddedRules(workspace: Workspace): readonly Resource[] {
  return listingOf(workspace.resource, (resource) =>
    listingOf(resource.read(WORKSPACE.outboundRules), (rules) => ({
      items: Object.entries(rules ?? {}).flatMap(([name, rule]) =>
        isJsonObject(rule)
          ? [resource.part(`${workspace.id}/outboundRules/${name}`, { properties: rule })]
          : [],
      ),
      gaps: [],
    })),
  ).items;
}

function readRule(rule: Resource): Fact<PrivateEndpointRule | null> {
  return chain(rule.read(OUTBOUND_RULE.type), (type): Fact<PrivateEndpointRule | null> => {
    if (type.toLowerCase() !== 'privateendpoint') return known(null);
    const parts = all<string | null>([
      rule.read(OUTBOUND_RULE.status),
      rule.read(OUTBOUND_RULE.serviceResourceId),
      rule.read(OUTBOUND_RULE.subresourceTarget),
    ]);
    return map(parts, ([status = '', serviceResourceId = null, subresourceTarget = null]) => ({
      id: rule.id,
      name: nameOf(rule.id),
      status: status ?? '',
      serviceResourceId,
      subresourceTarget,
    }));
  });
}
