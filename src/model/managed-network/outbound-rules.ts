import { childPath } from '../../arm/path-builders.js';
import type { Property } from '../../arm/property.js';
import { nameOf, sameId } from '../../arm/resource-id.js';
import { isJsonObject, type Json } from '../../json.js';
import { derived } from '../algebra/derived.js';
import {
  all,
  allOf,
  certain,
  chain,
  complete,
  type Fact,
  known,
  type Listing,
  listingOf,
  map,
  not,
  selected,
  unread,
} from '../algebra/fact.js';
import { OUTBOUND_RULE, WORKSPACE } from '../arm-properties/index.js';
import type { Resource } from '../bodies/resource.js';
import { OutboundRule } from '../resources/outbound-rule.js';
import type { Workspace } from '../resources/workspace.js';

/** A private endpoint rule of a managed network: a private way out to one service. */
export interface PrivateEndpointRule {
  readonly id: string;
  readonly name: string;
  /** `Active` once the private endpoint stands. */
  readonly status: 'Active' | 'Inactive' | 'Provisioning' | 'Deleting' | 'Failed';
  readonly serviceResourceId: string | null;
  readonly subresourceTarget: string | null;
}

/** Whether the service is at work on a rule, so that nothing is decided. */
export function isOnItsWay({ status }: PrivateEndpointRule): boolean {
  return status === 'Provisioning' || status === 'Deleting';
}

/** The private endpoint rules to the workspace itself; one that is Active is enough, whatever hides more. */
export function rulesToWorkspace(workspace: Workspace): Fact<readonly PrivateEndpointRule[]> {
  const own = privateEndpointRulesTo(workspace, workspace.id);
  return own.items.some(({ status }) => status === 'Active') ? known(own.items) : complete(own);
}

/**
 * The outbound rules of a workspace's managed network: those listed, and those in the workspace's own body. Rules that
 * can't be read leave the list incomplete, unless there is no managed network that they could be of.
 */
export const outboundRulesOf = derived((workspace: Workspace): Listing<OutboundRule> => {
  const listing = workspace.model.index.children(workspace.id, 'outboundRules');
  const listed = listing.items.map((id) => workspace.model.index.resource(id, 'outboundRules'));
  const more = embeddedRules(workspace).filter(({ id }) => !listing.items.some((other) => sameId(other, id)));
  const rules = [...listed, ...more.map(({ rule }) => rule)];
  const gaps = [...listing.gaps, ...rules.flatMap((rule) => (rule.known ? [] : rule.gaps))];
  return {
    items: rules.flatMap((rule) => (rule.known ? [new OutboundRule(workspace, rule.value)] : [])),
    gaps: certain(not(workspace.isManaged())) ? [] : gaps,
  };
});

/** Those of them that are private endpoint rules. One that can't be read for what it is leaves the list incomplete. */
export const privateEndpointRulesOf = derived(
  (workspace: Workspace): Listing<PrivateEndpointRule> => readRules(outboundRulesOf(workspace)),
);

/**
 * Those that lead to a service. One of which it can't be told whether it leads there, or in which state it is, leaves
 * the list incomplete; one that is known to lead elsewhere hides nothing.
 * @param subresourceTarget in lower case; any unless given
 */
export function privateEndpointRulesTo(
  workspace: Workspace,
  serviceResourceId: string,
  subresourceTarget?: string,
): Listing<PrivateEndpointRule> {
  const fitting = selected(outboundRulesOf(workspace), (rule) =>
    leadsTo(rule, serviceResourceId, subresourceTarget),
  );
  return readRules(fitting);
}

function leadsTo(rule: OutboundRule, serviceResourceId: string, subresourceTarget?: string): Fact<boolean> {
  const isPrivateEndpoint = map(rule.ruleType(), (type) => type === 'PrivateEndpoint');
  // Where a rule of an unknown type says nothing of where it leads, its type leaves that open.
  const leads = (property: Property<string | null>, isThere: (value: string) => boolean) =>
    chain(rule.resource.read(property), (value) =>
      value === null ? map(isPrivateEndpoint, () => false) : known(isThere(value)),
    );
  return allOf([
    isPrivateEndpoint,
    leads(OUTBOUND_RULE.serviceResourceId, (id) => sameId(id, serviceResourceId)),
    ...(subresourceTarget === undefined
      ? []
      : [leads(OUTBOUND_RULE.subresourceTarget, (target) => target.toLowerCase() === subresourceTarget)]),
  ]);
}

function readRules({ items, gaps }: Listing<OutboundRule>): Listing<PrivateEndpointRule> {
  const rules = items.map(readRule);
  return {
    items: rules.flatMap((rule) => (rule.known && rule.value !== null ? [rule.value] : [])),
    gaps: [...gaps, ...rules.flatMap((rule) => (rule.known ? [] : rule.gaps))],
  };
}

/** In the body the rules are an object by rule name, without ids. */
function embeddedRules(
  workspace: Workspace,
): readonly { readonly id: string; readonly rule: Fact<Resource> }[] {
  return listingOf(workspace.resource, (resource) =>
    listingOf(resource.read(WORKSPACE.outboundRules), (rules) => ({
      items: Object.entries(rules ?? {}).map(([name, rule]) => {
        const id = childPath(workspace.id, 'outboundRules', name);
        return { id, rule: embeddedRule(resource, id, rule) };
      }),
      gaps: [],
    })),
  ).items;
}

function embeddedRule(workspace: Resource, id: string, rule: Json): Fact<Resource> {
  if (isJsonObject(rule)) return known(workspace.part(id, { properties: rule }));
  const path = `${WORKSPACE.outboundRules.path}.${nameOf(id)}`;
  return unread(workspace.gap('unsupported', `${path} is ${JSON.stringify(rule)}`));
}

function readRule(rule: OutboundRule): Fact<PrivateEndpointRule | null> {
  return chain(rule.ruleType(), (type): Fact<PrivateEndpointRule | null> => {
    if (type !== 'PrivateEndpoint') return known(null);
    return chain(rule.status(), (status) =>
      map(targetOf(rule), ([serviceResourceId = null, subresourceTarget = null]) => ({
        id: rule.id,
        name: rule.name,
        status,
        serviceResourceId,
        subresourceTarget,
      })),
    );
  });
}

function targetOf({ resource }: OutboundRule): Fact<readonly (string | null)[]> {
  return all([
    resource.read(OUTBOUND_RULE.serviceResourceId),
    resource.read(OUTBOUND_RULE.subresourceTarget),
  ]);
}
