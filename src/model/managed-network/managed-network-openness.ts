import type { Gap } from '../../snapshot/format.js';
import { derived } from '../algebra/derived.js';
import { all, chain, complete, type Fact, known, map, selected } from '../algebra/fact.js';
import { WORKSPACE } from '../arm-properties/index.js';
import type { Destination, OutboundRule } from '../resources/outbound-rule.js';
import type { Workspace } from '../resources/workspace.js';
import { outboundRulesOf } from './outbound-rules.js';
import { reachOf } from './service-tag.js';
import { isWideHost } from './wide-host.js';

/** What one outbound rule opens, beyond what Azure Machine Learning itself requires. */
export interface Opening {
  readonly name: string;
  readonly destination: Destination;
  /** Whether data can leave by it to somebody else: only a private endpoint leads to one known resource. */
  readonly leaks: boolean;
  /** Whether serverless Spark may use it too. */
  readonly sparkEnabled: boolean;
  readonly status: Fact<string>;
}

/** How far AllowOnlyApprovedOutbound is from being closed. */
export interface Openness {
  readonly openings: readonly Opening[];
  /** What may hide more of them. */
  readonly gaps: readonly Gap[];
  /** Whether the managed network has a part for serverless Spark, where FQDN rules don't act. */
  readonly sparkReady: Fact<boolean>;
  /** Version of the Azure Firewall that FQDN rules bring. */
  readonly firewallSku: Fact<'Standard' | 'Basic'>;
}

/** The FQDN rules of a managed network, whoever made them. */
export interface FqdnRules {
  readonly hosts: readonly string[];
  /** Those that are wildcards for a domain in which anybody can get a host. */
  readonly wide: readonly { readonly rule: OutboundRule; readonly host: string }[];
}

/**
 * What the rules of a managed network open. FQDN and service tag rules weaken the protection against exfiltration
 * that the mode gives, whatever they name; a service tag covers the instances of every customer, so that only private
 * endpoints keep to one's own tenant (learn.microsoft.com/azure/machine-learning/how-to-managed-network, reviewed
 * 2026-11-24).
 */
export const managedNetworkOpenness = derived((workspace: Workspace): Openness => {
  const rules = selected(outboundRulesOf(workspace), isBeyondRequired);
  const read = rules.items.map(openingOf);
  return {
    openings: read.flatMap((opening) => (opening.known && opening.value !== null ? [opening.value] : [])),
    gaps: [...rules.gaps, ...read.flatMap((opening) => (opening.known ? [] : opening.gaps))],
    sparkReady: workspace.read(WORKSPACE.sparkReady),
    firewallSku: firewallSku(workspace),
  };
});

/** Version of the Azure Firewall that FQDN rules bring. */
export function firewallSku(workspace: Workspace): Fact<'Standard' | 'Basic'> {
  return workspace.read(WORKSPACE.firewallSku);
}

/** The FQDN rules; one wide host among those read decides, else all of them have to be read. */
export function fqdnRules(workspace: Workspace): Fact<FqdnRules> {
  const rules = selected(outboundRulesOf(workspace), (rule) =>
    map(rule.ruleType(), (type) => type === 'FQDN'),
  );
  const hosts = rules.items.map((rule) =>
    map(rule.destination(), (destination) => ({
      rule,
      host: destination.type === 'FQDN' ? destination.host : '',
    })),
  );
  const read = hosts.flatMap((host) => (host.known ? [host.value] : []));
  const wide = read.filter(({ host }) => isWideHost(host));
  const found: FqdnRules = { hosts: read.map(({ host }) => host), wide };
  return wide.length > 0 ? known(found) : chain(complete(rules), () => map(all(hosts), () => found));
}

/** Nobody needs an FQDN rule for Azure Machine Learning itself, whatever category it bears. */
function isBeyondRequired(rule: OutboundRule): Fact<boolean> {
  return chain(rule.ruleType(), (type) =>
    type === 'FQDN' ? known(true) : map(rule.category(), (category) => category !== 'Required'),
  );
}

function openingOf(rule: OutboundRule): Fact<Opening | null> {
  return map(rule.destination(), (destination): Opening | null => {
    const opening = { name: rule.name, destination, status: rule.status() };
    switch (destination.type) {
      case 'FQDN':
        return { ...opening, leaks: true, sparkEnabled: false };
      case 'PrivateEndpoint':
        return { ...opening, leaks: false, sparkEnabled: destination.sparkEnabled };
      case 'ServiceTag': {
        if (reachOf(destination).kind === 'nothing') return null;
        const isOwnNetwork =
          destination.addressPrefixes.length === 0 &&
          destination.serviceTag.toLowerCase() === 'virtualnetwork';
        return { ...opening, leaks: !isOwnNetwork, sparkEnabled: false };
      }
    }
  });
}
