import { A_RECORD } from '../../model/arm-properties/index.js';
import { privateAddressesOf } from '../../model/connections/private-addresses.js';
import { fail, pass } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { removeStrangers } from '../remedies/private-dns-commands.js';

/**
 * Records of a workspace lead to its private endpoints; those that nobody kept lead to addresses of former ones
 * (learn.microsoft.com/azure/machine-learning/how-to-custom-dns).
 */
export default defineRule({
  id: 'dns/stale-record',
  title: 'no record of a workspace leads to an address that none of its private endpoints has',
  severity: 'warning',
  target: 'private-dns-zone',
  docs: {
    why: 'The GUID of a workspace stands in the names of all its records. When a private endpoint is deleted, a record that no zone group keeps stays behind with its address, which the network gives to the next machine.',
    consequence:
      "Requests to the workspace or to its endpoints, with their keys, go to an address at which nothing answers, or at which somebody else's machine does.",
    wrongWhen:
      'Where a record leads on purpose to something in front of the private endpoint (a proxy, a firewall), the address is right, and ARM does not tell. Only the records of workspaces that were read are looked at.',
    example: {
      read: 'zoneRecords',
      type: 'Microsoft.Network/privateDnsZones/A',
      failing: {
        properties: { ttl: 10, aRecords: [{ ipv4Address: '<address of the former private endpoint>' }] },
      },
      mended: {
        properties: { ttl: 10, aRecords: [{ ipv4Address: '<address of the private endpoint>' }] },
      },
    },
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-custom-dns',
        reviewed: '2026-11-24',
      },
      {
        url: 'https://learn.microsoft.com/azure/private-link/private-endpoint-dns-integration',
        reviewed: '2026-11-24',
      },
    ],
  },
  applies: {
    needs: ['speaksOfWorkspaces'],
    when: ({ speaksOfWorkspaces }) =>
      speaksOfWorkspaces || 'No record of it bears the GUID of a workspace that was read.',
  },
  needs: ['staleRecords'],
  check: ({ staleRecords }) => {
    const [first, ...more] = staleRecords;
    if (first === undefined) {
      return pass('Its records of the workspaces that were read lead to their private endpoints.');
    }
    const addresses = first.record.strangers.map(({ address }) => address).join(' and ');
    const also = more.length === 0 ? '' : ` And ${more.length} more of its kind.`;
    return fail({
      message: `Record "${first.record.name}" leads to ${addresses}, which no private endpoint of ${first.workspace.name} has.${also}`,
      evidence: staleRecords.map(({ workspace, record }) => {
        const own = [...privateAddressesOf(workspace).addresses].sort();
        return {
          resourceId: record.id,
          path: A_RECORD.addresses.path,
          actual: record.addresses.join(', '),
          expected:
            own.length === 0
              ? `no record: ${workspace.name} has no private endpoint`
              : `of ${own.join(', ')}`,
        };
      }),
      remedy: {
        summary:
          'This deletes these addresses from the records; a record with no other goes along. A zone group of the private endpoint writes the right ones by itself.',
        commands: staleRecords.flatMap(({ record }) => removeStrangers(record)),
      },
    });
  },
});
