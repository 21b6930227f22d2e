import type { ReadName } from '../../arm/reads.js';
import type { Requirements, Severity } from '../../findings/report.js';
import {
  allowedRanges,
  type PublicReach,
  type ReachProperties,
} from '../../model/addresses/network-access.js';
import { type Fact, possible } from '../../model/algebra/fact.js';
import type { Resource } from '../../model/bodies/resource.js';
import { fail, type Outcome, pass } from '../engine/outcome.js';
import type { RuleExample, Source } from '../engine/rule.js';

/** A service beside a workspace that public networks may come to. */
interface ReachedService {
  readonly id: string;
  readonly resource: Fact<Resource>;
  readonly properties: ReachProperties;
  /** `the registry` */
  readonly noun: string;
  /** Closes it to public networks. */
  readonly close: string;
  /** What closing takes beside the command. */
  readonly condition: string;
}

/** The highest severity: a supported way of working, unless the user wants deployments to go out privately. */
export function reachSeverity({ outbound }: Requirements): Severity {
  return outbound === 'private' ? 'error' : 'info';
}

/** When it is which severity, in words. */
export const REACH_SEVERITY =
  'info; error when private outbound is required and deployments of a workspace that uses it leave by private endpoints of their own, or through a managed network that lets out only what is approved.';

/** A service that takes requests from public networks, and the same one closed. */
export function reachExample(read: ReadName, type: string): RuleExample {
  const reachedBy = (publicNetworkAccess: string) => ({ properties: { publicNetworkAccess } });
  return { read, type, failing: reachedBy('Enabled'), mended: reachedBy('Disabled') };
}

/** The page on the firewall of the service, and the one on a workspace whose services are closed. */
export function reachSources(firewallPage: string): readonly [Source, ...Source[]] {
  const reviewed = '2026-11-24';
  return [
    { url: firewallPage, reviewed },
    { url: 'https://learn.microsoft.com/azure/machine-learning/how-to-secure-workspace-vnet', reviewed },
  ];
}

/**
 * Judges whether all public networks reach a service.
 * @param isPrivateOutbound whether a workspace that uses it lets its deployments out privately alone
 */
export function judgePublicReach(
  service: ReachedService,
  reach: PublicReach,
  isPrivateOutbound: Fact<boolean>,
  required: Requirements,
): Outcome {
  const { id, resource, properties, noun, close, condition } = service;
  const { publicNetworkAccess, defaultAction, ipRules } = properties;
  const shown = (property: typeof publicNetworkAccess | typeof defaultAction) =>
    resource.known ? resource.value.raw(property) : '';
  const access = `${publicNetworkAccess.path} is ${shown(publicNetworkAccess)}`;
  const action = `${defaultAction.path} is ${shown(defaultAction)}`;
  if (reach === 'closed') return pass(`${access}: ${noun} is closed to public networks.`);
  if (reach === 'selected') return pass(`${action}: ${noun} is open to the networks alone that it lists.`);
  const isWide = reach === 'wide';
  return fail({
    severity: possible(isPrivateOutbound) ? reachSeverity(required) : 'info',
    message: isWide
      ? `${action}, but ${ipRules.path} lets in ${rangeWords(service)}, more addresses than a /8 holds: ${noun} takes requests from public networks at large.`
      : `${access} and ${action}: ${noun} takes requests from all public networks.`,
    evidence: isWide
      ? [
          {
            resourceId: id,
            path: ipRules.path,
            actual: rangeWords(service),
            expected: 'ranges of your own networks',
          },
        ]
      : [
          {
            resourceId: id,
            path: publicNetworkAccess.path,
            actual: shown(publicNetworkAccess),
            expected: 'Disabled',
          },
        ],
    remedy: {
      summary: `Close ${noun} once all that uses it comes in by private endpoints.${condition}`,
      commands: [close],
      property: { resourceId: id, path: publicNetworkAccess.path, value: 'Disabled' },
    },
  });
}

/** `0.0.0.0/2, 64.0.0.0/2 and 3 more` */
function rangeWords({ resource, properties }: ReachedService): string {
  const ranges = resource.known ? allowedRanges(resource.value, properties).items : [];
  const more = ranges.length - 5;
  return `${ranges.slice(0, 5).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
