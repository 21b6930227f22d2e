import { EGRESS_DESCRIPTION } from '../../arm/egress-description.js';
import type { ReadName } from '../../arm/reads.js';
import { subscriptionOf } from '../../arm/resource-id.js';
import type { Evidence, Remedy } from '../../findings/report.js';
import { complete, type Listing } from '../../model/algebra/fact.js';
import { CONNECTION } from '../../model/arm-properties/index.js';
import type { EgressConnections } from '../../model/connections/egress-connections.js';
import type { Connection } from '../../model/resources/connection.js';
import type { Deployment } from '../../model/resources/deployment.js';
import { type Fail, fail, type Outcome, pass, type Unknown, unknown } from '../engine/outcome.js';
import type { RuleExample, Source } from '../engine/rule.js';
import { type AzureCliOptions, azureCli } from '../remedies/azure-cli.js';
import { remakeDeployment } from '../remedies/deployment-commands.js';
import { approveConnection } from '../remedies/private-endpoint-commands.js';

/** A service that deployments which leave privately reach through private endpoints that Microsoft makes. */
interface EgressService {
  readonly id: string;
  /** `Registry crfraud`. */
  readonly title: string;
  /** ARM path of its connections. */
  readonly path: string;
  /** Said of every verdict: what connections can't tell. */
  readonly caveat: string;
  /** What a deployment can't do without its connection. */
  readonly loss: string;
}

/** When it is which severity, in words. */
export const EGRESS_SEVERITY =
  'error when one is Pending or none is Approved; warning when fewer are Approved than the deployments read need; info when others are Rejected or Disconnected beside enough Approved ones.';

/** The pages that tell of the private endpoints which Microsoft makes for deployments. */
export const EGRESS_SOURCES: readonly [Source, ...Source[]] = [
  {
    url: 'https://learn.microsoft.com/azure/machine-learning/how-to-secure-online-endpoint',
    reviewed: '2026-11-24',
  },
  {
    url: 'https://learn.microsoft.com/azure/machine-learning/concept-secure-online-endpoint',
    reviewed: '2026-11-24',
  },
];

/** An egress connection that waits, and the same one approved. */
export function egressExample(read: ReadName, type: string): RuleExample {
  const inState = (status: string) => ({
    properties: { privateLinkServiceConnectionState: { status, description: EGRESS_DESCRIPTION } },
  });
  return { read, type, failing: inState('Pending'), mended: inState('Approved') };
}

/**
 * Judges a service's egress connections against the deployments known to need one each. More deployments than were
 * read can only turn enough connections into too few, so what is too few already is certain.
 */
export function judgeEgress(
  service: EgressService,
  connections: EgressConnections,
  deployments: Listing<Deployment>,
): Outcome {
  const { approved, pending, broken, unread, maybe } = connections;
  const needed = deployments.items.length;
  if (pending.length > 0) return pendingOnes(service, pending);
  if (approved.length + unread.length + maybe.length < needed) {
    const tooFew = tooFewOf(service, connections, deployments.items);
    return approved.length === 0 || unread.length > 0 ? tooFew : { ...tooFew, severity: 'warning' };
  }
  if (approved.length < needed) return undecidedNumber(service, connections, needed);
  if (broken.length > 0) {
    const beside = brokenOnes(service, connections, needed);
    if (unread.length > 0) return beside;
    return { ...beside, severity: deployments.gaps.length > 0 ? 'warning' : 'info' };
  }
  if (unread.length > 0) return unknown(...unread.map((connection) => connection.status()));
  if (deployments.gaps.length > 0) return unknown(complete(deployments));
  return pass(
    `${service.title} has ${counted(approved.length, 'Approved egress connection')} for ${leavers(needed)}. ${service.caveat}`,
  );
}

function pendingOnes({ title, caveat }: EgressService, pending: readonly Connection[]): Fail {
  const [of, has] =
    pending.length === 1 ? ['deployment behind it', 'has'] : ['deployments behind them', 'have'];
  return fail({
    message: `${title} has ${counted(pending.length, 'Pending egress connection')}; the ${of} ${has} no way to it. ${caveat}`,
    evidence: pending.map(statusOf),
    remedy: {
      summary:
        'Approve, and pass the description along: approving without --description erases the text by which the connection is known.',
      commands: pending.map((connection) => approveConnection(connection)),
    },
  });
}

function tooFewOf(
  service: EgressService,
  connections: EgressConnections,
  deployments: readonly Deployment[],
): Fail {
  const { approved, broken } = connections;
  const besides = broken.length === 0 ? '' : ` (and ${broken.length} ${statesOf(broken)})`;
  const names = deployments.slice(0, 3).map(({ name, endpoint }) => `${name} of ${endpoint.name}`);
  const more = deployments.length - names.length;
  return fail({
    message: `${service.title} has ${counted(approved.length, 'Approved egress connection')}${besides} for ${leavers(deployments.length)}: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}. ${service.caveat}`,
    evidence:
      broken.length > 0
        ? broken.map(statusOf)
        : [
            {
              resourceId: service.id,
              path: service.path,
              actual: `${approved.length} Approved with the description "${EGRESS_DESCRIPTION}"`,
              expected: `${deployments.length} Approved`,
            },
          ],
    remedy: remedyOf(service, connections, deployments),
  });
}

function remedyOf(
  service: EgressService,
  { approved, broken }: EgressConnections,
  deployments: readonly Deployment[],
): Remedy {
  const rejected = broken.filter((connection) => stateOf(connection) === 'Rejected');
  if (rejected.length > 0) {
    return {
      summary:
        'Somebody rejected the connection: ask first. Then approve, and pass the description along, which is erased else.',
      commands: rejected.map((connection) => approveConnection(connection)),
    };
  }
  if (approved.length > 0) {
    return {
      summary: `Which deployment lacks its connection, ARM does not tell: it is one for which ${service.loss}. Deleting that deployment and making it again makes the connection; this lists the connections there are.`,
      commands: [azureCli('az network private-endpoint-connection list', byId(service.id))],
    };
  }
  return {
    summary:
      "The connection is made together with the deployment, and the deployment's flag can't be changed later: this deletes each deployment and makes it again from its own file (deployment.yml here); it answers nothing meanwhile.",
    commands: deployments.flatMap((deployment) => remakeDeployment(deployment, 'disabled')),
  };
}

function undecidedNumber(service: EgressService, connections: EgressConnections, needed: number): Unknown {
  const { approved, unread, maybe } = connections;
  const parts = [
    `${service.title} has ${counted(approved.length, 'Approved egress connection')} for ${leavers(needed)}.`,
    ...(maybe.length > 0
      ? [
          `${maybe.length} more may be one, with its description erased by an approval without --description: the private endpoint can't be read.`,
        ]
      : []),
    ...(unread.length > 0 ? [`The state of ${unread.length} more is not known.`] : []),
  ];
  const facts = [
    ...unread.map((connection) => connection.status()),
    ...maybe.map((connection) => connection.privateEndpoint()),
  ];
  return { ...unknown(...facts), message: parts.join(' ') };
}

function brokenOnes(service: EgressService, { approved, broken }: EgressConnections, needed: number): Fail {
  return fail({
    message: `${service.title} has ${counted(broken.length, `${statesOf(broken)} egress connection`)} beside ${approved.length} Approved for ${leavers(needed)}. ${service.caveat}`,
    consequence: `If one of them is that of a deployment still in use: ${service.loss}.`,
    evidence: broken.map(statusOf),
    remedy: {
      summary:
        'What is left of a deployment that is gone can go as well: this deletes the connections. Ask first whether another workspace uses them.',
      commands: broken.map((connection) =>
        azureCli('az network private-endpoint-connection delete', byId(connection.id)),
      ),
    },
  });
}

function byId(id: string): AzureCliOptions {
  return { '--id': id, '--subscription': subscriptionOf(id) ?? '' };
}

function statusOf(connection: Connection): Evidence {
  return {
    resourceId: connection.id,
    path: CONNECTION.status.path,
    actual: connection.resource.raw(CONNECTION.status),
    expected: 'Approved',
  };
}

function stateOf(connection: Connection): string {
  const status = connection.status();
  return status.known ? status.value : 'unread';
}

/** `Rejected`, or `Rejected or Disconnected`. */
function statesOf(connections: readonly Connection[]): string {
  return [...new Set(connections.map(stateOf))].join(' or ');
}

function leavers(count: number): string {
  return count === 1 ? '1 deployment that leaves privately' : `${count} deployments that leave privately`;
}

/** `no Pending connection`, `1 Pending connection`, `2 Pending connections`. */
function counted(count: number, noun: string): string {
  return `${count === 0 ? 'no' : count} ${noun}${count === 1 || count === 0 ? '' : 's'}`;
}
