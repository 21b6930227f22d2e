import { complete } from '../../model/algebra/fact.js';
import { ENDPOINT, WORKSPACE } from '../../model/arm-properties/index.js';
import type { ManagedInbound } from '../../model/reach/managed-endpoints.js';
import { fail, pass, unknown } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { areSelected } from '../judgements/selected-addresses.js';
import { listSelected, removeSelected, shownAddresses } from '../remedies/selected-address-commands.js';

/** A row of the documented table: who honours the list, by workspace and endpoint. */
const ROWS = {
  closed: {
    closed:
      'workspace Disabled, endpoint Disabled: neither honours the list, all public requests are refused',
    open: 'workspace Disabled, endpoint Enabled: the workspace refuses all public requests, the endpoint honours the list',
  },
  open: {
    closed:
      'workspace Enabled from selected IPs, endpoint Disabled: the workspace honours the list, the endpoint does not',
    open: 'workspace Enabled from selected IPs, endpoint Enabled: both honour the list',
  },
} as const;

/**
 * Who honours the list of selected IP addresses depends on two flags
 * (learn.microsoft.com/azure/machine-learning/how-to-configure-private-link, "Scenario: Managed online endpoints with
 * access from selected IP addresses").
 */
export default defineRule({
  id: 'workspace/ip-allowlist-scope',
  title: 'the selected IP addresses are honoured where they were meant to be',
  severity: 'warning',
  target: 'workspace',
  docs: {
    why: 'The list of selected IP addresses belongs to the workspace, and its managed online endpoints honour it as long as they are open themselves. A workspace that is closed refuses every public request whatever the list says; a list that was left on it still filters its open endpoints. A closed endpoint takes no public request and heeds no list. The page has a table of the four cases, and a sentence that says the last of them cannot be set up; the table is followed.',
    consequence:
      'Clients that are not on a forgotten list are refused by an open endpoint, or clients that are on it by a closed one.',
    severity:
      'warning for a list that is kept on a closed workspace; info where the workspace honours it and closed endpoints do not.',
    wrongWhen:
      'A list that is kept on a closed workspace to filter its open endpoints is meant to be there. Batch endpoints and endpoints on Kubernetes heed no list and are not looked at.',
    example: {
      read: 'workspacePreview',
      type: 'Microsoft.MachineLearningServices/workspaces',
      failing: { properties: { publicNetworkAccess: 'Disabled', ipAllowlist: ['16.17.18.0/24'] } },
      mended: { properties: { publicNetworkAccess: 'Disabled', ipAllowlist: [] } },
    },
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-configure-private-link',
        reviewed: '2026-11-24',
      },
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/concept-secure-online-endpoint',
        reviewed: '2026-11-24',
      },
    ],
  },
  applies: { needs: ['selectedAddresses'], when: areSelected },
  needs: ['publicNetworkAccess', 'managedEndpoints'],
  check: ({ selectedAddresses, publicNetworkAccess: access, managedEndpoints }, { target }) => {
    const concerned = managedEndpoints.items.filter(
      (each) => access === 'closed' || each.access === 'closed',
    );
    const open = concerned.filter((each) => each.access === 'open');
    const closed = concerned.filter((each) => each.access === 'closed');
    const [first] = concerned;
    if (first === undefined) {
      const whole = complete(managedEndpoints);
      if (!whole.known) return unknown(whole);
      return pass(
        managedEndpoints.items.length === 0
          ? 'No managed online endpoint has to honour the selected IP addresses.'
          : `${ROWS.open.open}.`,
      );
    }
    const addresses = shownAddresses(selectedAddresses ?? []);
    const rows = [
      ...(open.length > 0 ? [`${ROWS[access].open} (${namesOf(open)})`] : []),
      ...(closed.length > 0 ? [`${ROWS[access].closed} (${namesOf(closed)})`] : []),
    ];
    return fail({
      severity: access === 'closed' ? 'warning' : 'info',
      message: `Selected IP addresses (${addresses}): ${rows.join('; ')}.`,
      evidence: [
        {
          resourceId: target.id,
          path: WORKSPACE.publicNetworkAccess.path,
          actual: access === 'closed' ? 'Disabled' : 'Enabled from selected IP addresses',
          expected: access === 'closed' ? 'no selected IP addresses' : 'open endpoints, to honour the list',
        },
        ...concerned.slice(0, 5).map(({ endpoint, access: its }) => ({
          resourceId: endpoint.id,
          path: ENDPOINT.publicNetworkAccess.path,
          actual: its === 'open' ? 'Enabled' : 'Disabled',
          expected: access === 'closed' ? 'no selected IP addresses' : 'Enabled, to honour the list',
        })),
      ],
      remedy:
        access === 'closed'
          ? {
              summary:
                open.length > 0 || managedEndpoints.gaps.length > 0
                  ? 'Where the list is not meant for the endpoints, take its addresses off, which lets every public client reach the open endpoints. Else leave it.'
                  : 'Take its addresses off: while all is closed they do nothing, and an endpoint that is opened later heeds them.',
              commands: removeSelected(target, selectedAddresses ?? []),
            }
          : {
              summary:
                'Nothing has to be done where the endpoints are meant for private networks alone. The list can be looked at.',
              commands: [listSelected(target)],
            },
    });
  },
});

function namesOf(endpoints: readonly ManagedInbound[]): string {
  const shown = endpoints.slice(0, 3).map(({ endpoint }) => endpoint.name);
  const more = endpoints.length - shown.length;
  const noun = endpoints.length === 1 ? 'endpoint' : 'endpoints';
  return `${noun} ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
