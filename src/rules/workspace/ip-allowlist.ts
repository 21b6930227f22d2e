import { kindOfRange, type RangeKind } from '../../model/addresses/address-range.js';
import { pathOfSelected } from '../../model/addresses/selected-addresses.js';
import { WORKSPACE } from '../../model/arm-properties/index.js';
import type { Workspace } from '../../model/resources/workspace.js';
import { fail, pass, undecided } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { areSelected } from '../judgements/selected-addresses.js';
import { listSelected, removeSelected, shownAddresses } from '../remedies/selected-address-commands.js';

/** Entries that the service takes for a workspace. */
const MOST = 200;

const WRONG: Readonly<Partial<Record<RangeKind, string>>> = {
  private: 'private',
  reserved: 'reserved for other uses',
  ipv6: 'IPv6',
};

/**
 * A workspace can be limited to at most 200 public IPv4 addresses or ranges
 * (learn.microsoft.com/azure/machine-learning/how-to-configure-private-link, "Restrictions for IP network rules").
 */
export default defineRule({
  id: 'workspace/ip-allowlist',
  title: 'the selected IP addresses are public ones of IPv4, and not too many',
  severity: 'error',
  target: 'workspace',
  docs: {
    why: 'Public access to a workspace can be limited to selected IP addresses: at most 200 addresses or ranges in CIDR notation, of IPv4 alone and of the public internet. Private and reserved ranges are not allowed; requests from a private network come in by a private endpoint.',
    consequence:
      'The service refuses the list, or the entry lets nobody in: a client behind it arrives by its public address.',
    wrongWhen:
      'Addresses are held against the ranges that IANA keeps for special purposes, examples in documentation included. A range that holds public addresses beside such ones is left unknown, since no page says what the service makes of it.',
    example: {
      read: 'workspacePreview',
      type: 'Microsoft.MachineLearningServices/workspaces',
      failing: { properties: { publicNetworkAccess: 'Enabled', ipAllowlist: ['10.0.0.0/24'] } },
      mended: { properties: { publicNetworkAccess: 'Enabled', ipAllowlist: ['16.17.18.0/24'] } },
    },
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-configure-private-link',
        reviewed: '2026-11-24',
      },
    ],
  },
  applies: { needs: ['selectedAddresses'], when: areSelected },
  needs: [],
  check: ({ selectedAddresses }, { target }) => {
    const entries = (selectedAddresses ?? []).map((address) => ({ address, kind: kindOfRange(address) }));
    const wrong = entries.flatMap(({ address, kind }) => {
      const what = kind === null ? undefined : WRONG[kind];
      return what === undefined ? [] : [{ address, what }];
    });
    const isTooLong = entries.length > MOST;
    if (wrong.length > 0 || isTooLong) {
      const said = wrong.slice(0, 5).map(({ address, what }) => `${address} is ${what}`);
      const more = wrong.length > 5 ? [`and ${wrong.length - 5} more are of these kinds`] : [];
      const length = isTooLong ? [`${entries.length} entries`] : [];
      return fail({
        message: `Selected IP addresses: ${[...said, ...more, ...length].join(', ')}; the service takes at most ${MOST} public addresses and ranges of IPv4.`,
        evidence: [
          ...wrong.slice(0, 5).map(({ address }) => ({
            resourceId: target.id,
            path: pathOf(target, address),
            actual: address,
            expected: 'a public IPv4 address or range',
          })),
          ...(isTooLong
            ? [
                {
                  resourceId: target.id,
                  path: pathOf(target, entries[0]?.address ?? ''),
                  actual: `${entries.length} entries`,
                  expected: `at most ${MOST}`,
                },
              ]
            : []),
        ],
        remedy: {
          summary: `Take ${wrong.length > 0 ? 'these entries' : 'entries'} off the list${isTooLong ? ', and join neighbours to wider ranges' : ''}. Clients of a private network come in by a private endpoint.`,
          commands:
            wrong.length > 0
              ? removeSelected(
                  target,
                  wrong.map(({ address }) => address),
                )
              : [listSelected(target)],
        },
      });
    }
    const rubbish = entries.filter(({ kind }) => kind === null).map(({ address }) => address);
    if (rubbish.length > 0) {
      return undecided(
        `Of the selected IP addresses ${shownAddresses(rubbish)} can't be read as an address or a range.`,
      );
    }
    const mixed = entries.filter(({ kind }) => kind === 'mixed').map(({ address }) => address);
    if (mixed.length > 0) {
      return undecided(
        `Of the selected IP addresses ${shownAddresses(mixed)} hold private or reserved ones beside public ones: no page says what the service makes of it.`,
      );
    }
    return pass(`The selected IP addresses, ${entries.length} in all, are public ones of IPv4.`);
  },
});

function pathOf(workspace: Workspace, address: string): string {
  return workspace.resource.known
    ? pathOfSelected(workspace.resource.value, address)
    : WORKSPACE.ipAllowlist.path;
}
