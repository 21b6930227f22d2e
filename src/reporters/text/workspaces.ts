import { parseResourceId } from '../../arm/resource-id.js';
import type { Isolation, Report, Requirements, WorkspaceSummary } from '../../findings/report.js';
import { type Block, paragraph, type Section, span, type Tone } from '../../terminal/block.js';

const ISOLATION: Readonly<Record<Isolation, string>> = {
  none: 'no isolation of outbound',
  legacy: 'legacy isolation: egress private endpoints per deployment',
  mixed: 'mixed: legacy isolation for some deployments, no isolation of outbound for the others',
  'managed-internet': 'managed network that allows internet outbound',
  'managed-approved': 'managed network that allows only approved outbound',
  unknown: 'unknown: what decides it was not read',
};

/** Columns of the labels below a workspace's name. */
const LABELS = 15;

function field(label: string, text: string, tone: Tone = 'plain'): Block {
  return paragraph([span(label.padEnd(LABELS), 'faint'), span(text, tone)], 2, 2 + LABELS);
}

function workspaceSection(workspace: WorkspaceSummary): Section {
  const id = parseResourceId(workspace.id);
  const kind = workspace.kind.toLowerCase() === 'default' ? '' : `  ${workspace.kind}`;
  const place =
    id === null
      ? [field('id', workspace.id)]
      : [field('group', id.group), field('subscription', id.subscription)];
  return [
    paragraph([span(workspace.name, 'strong'), span(`  ${workspace.location}${kind}`)], 0, 2),
    ...place,
    field(
      'isolation',
      ISOLATION[workspace.isolation],
      workspace.isolation === 'unknown' ? 'unknown' : 'plain',
    ),
    field(
      'public access',
      workspace.publicNetworkAccess,
      workspace.publicNetworkAccess === 'unknown' ? 'unknown' : 'plain',
    ),
  ];
}

function requiredText({ inbound, outbound, workspace }: Requirements): string {
  return Object.entries({ inbound, outbound, workspace })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${value}`)
    .join(', ');
}

/**
 * Where the report comes from and what was required; then each workspace: where it is, how it is isolated, and
 * whether it is open.
 */
export function workspaceSections({ snapshot, required, workspaces }: Report): readonly Section[] {
  const requirements = requiredText(required);
  const origin = `source ${snapshot.source} (${snapshot.cloud}), taken ${snapshot.takenAt}`;
  return [
    [
      paragraph([span(origin, 'faint')], 0, 2),
      ...(requirements === '' ? [] : [paragraph([span(`required ${requirements}`, 'faint')], 0, 2)]),
    ],
    ...workspaces.map(workspaceSection),
  ];
}
