import { nameOf, parseResourceId } from '../../arm/resource-id.js';
import { chain, type Fact, known, map, selected, unread } from '../algebra/fact.js';
import type { AssetStorage } from '../assets/asset-storage.js';
import { imageWay } from '../assets/image-way.js';
import type { Deployment } from '../resources/deployment.js';
import type { Destination, OutboundRule } from '../resources/outbound-rule.js';
import type { Workspace } from '../resources/workspace.js';
import { imageGoal, isMicrosofts, type OutboundGoal, storageGoal } from './outbound-goal.js';
import { outboundRulesOf } from './outbound-rules.js';

/** What of a managed network leads to the files of a model or of a scoring script, in words; null for nothing. */
export function storageCover(deployment: Deployment, storage: Fact<AssetStorage>): Fact<string | null> {
  return chain(storage, (each) => {
    const registry = each.way === 'registry' ? each.registry : null;
    return coverOf(deployment, registry, storageGoal(each));
  });
}

/** What of a managed network leads to the image of a deployment, in words; null for nothing. */
export function imageCover(deployment: Deployment): Fact<string | null> {
  return chain(imageWay(deployment), (way) =>
    coverOf(deployment, way.registry, imageGoal(way, deployment.workspace.model.cloud)),
  );
}

function coverOf(
  deployment: Deployment,
  registry: string | null,
  goal: OutboundGoal | null,
): Fact<string | null> {
  if (goal === null) return known(null);
  if (registry !== null && isMicrosofts(registry)) {
    return known("the managed network's own way to Microsoft's registries");
  }
  return chain(deployment.workspace.owner(), (owner) =>
    map(coveringRule(owner, goal), (rule) => (rule === null ? null : `outbound rule ${rule.name}`)),
  );
}

/**
 * The Active outbound rule of a managed network that leads to a goal; null for none. A rule that is being made or
 * deleted, and one of which it can't be told whether it leads there, leave that open.
 */
function coveringRule(workspace: Workspace, goal: OutboundGoal): Fact<OutboundRule | null> {
  const covering = selected(outboundRulesOf(workspace), (rule) => covers(rule, goal));
  const [rule] = covering.items;
  if (rule !== undefined) return known(rule);
  const [gap, ...more] = covering.gaps;
  return gap === undefined ? known(null) : unread(gap, ...more);
}

function covers(rule: OutboundRule, goal: OutboundGoal): Fact<boolean> {
  const leads = chain(rule.destination(), (destination) => leadsTo(rule, destination, goal));
  if (leads.known && !leads.value) return leads;
  return chain(rule.status(), (status): Fact<boolean> => {
    if (status === 'Active') return leads;
    if (status === 'Inactive' || status === 'Failed') return known(false);
    return unsure(rule, `properties.status is ${status}: the service is at work on it`);
  });
}

function leadsTo(rule: OutboundRule, destination: Destination, goal: OutboundGoal): Fact<boolean> {
  switch (destination.type) {
    case 'FQDN':
      return known(goal.hosts.some((host) => isHostCovered(host, destination.host)));
    case 'PrivateEndpoint':
      return known(isResource(destination, goal));
    case 'ServiceTag':
      return leadsToTag(rule, destination, goal);
  }
}

/** A wildcard in front stands for one label or more (learn.microsoft.com/azure/firewall/fqdn-filtering-network-rules). */
function isHostCovered(host: string, pattern: string): boolean {
  const wanted = pattern.trim().toLowerCase().replace(/\.$/, '');
  if (wanted === '*') return true;
  return wanted.startsWith('*.') ? host.endsWith(wanted.slice(1)) : host === wanted;
}

function isResource(
  { serviceResourceId, subresourceTarget }: Extract<Destination, { type: 'PrivateEndpoint' }>,
  { resource }: OutboundGoal,
): boolean {
  return (
    resource !== null &&
    parseResourceId(serviceResourceId)?.type === resource.type &&
    nameOf(serviceResourceId).toLowerCase() === resource.name.toLowerCase() &&
    (subresourceTarget ?? '').toLowerCase() === resource.subresource
  );
}

/**
 * Images and files come over HTTPS. Address prefixes hold in place of the tag, and a tag of one region covers what lies
 * there: neither the addresses nor the region of a goal are read.
 */
function leadsToTag(
  rule: OutboundRule,
  destination: Extract<Destination, { type: 'ServiceTag' }>,
  goal: OutboundGoal,
): Fact<boolean> {
  const { serviceTag, action, protocol, portRanges, addressPrefixes } = destination;
  const isHttps = ['*', 'any', 'tcp'].includes((protocol ?? '*').toLowerCase()) && hasPort(portRanges, 443);
  if (action === 'Deny' || !isHttps) return known(false);
  if (addressPrefixes.length > 0) {
    return unsure(
      rule,
      `properties.destination.addressPrefixes is ${addressPrefixes.join(', ')}: whether ${goal.words} has an address in there was not read`,
    );
  }
  const [tag = '', region] = serviceTag.toLowerCase().split('.');
  if (!goal.tags.includes(tag)) return known(false);
  if (region === undefined || region === '') return known(true);
  return unsure(
    rule,
    `properties.destination.serviceTag is ${serviceTag}: whether ${goal.words} lies in that region was not read`,
  );
}

/** Whether a text such as `80, 443, 8000-9000` holds a port; nothing or `*` holds all. */
function hasPort(ranges: string | null, port: number): boolean {
  if (ranges === null) return true;
  return ranges.split(',').some((range) => {
    const [first = '', last = first] = range.trim().split('-');
    return first === '*' || (Number(first) <= port && port <= Number(last));
  });
}

function unsure({ resource }: OutboundRule, detail: string): Fact<boolean> {
  return unread(resource.gap('unsupported', detail));
}
