import { SUBNET, VIRTUAL_NETWORK } from '../../model/arm-properties/index.js';
import { DOCKER_BRIDGE } from '../../model/network/docker-bridge.js';
import { fail, pass, unknown } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { addRange, replaceSubnet, setAddressSpace } from '../remedies/network-commands.js';

const OUTSIDE = `a range outside ${DOCKER_BRIDGE}`;

/**
 * Docker's bridge network uses 172.17.0.0/16, which a virtual network must leave alone
 * (learn.microsoft.com/azure/machine-learning/how-to-configure-private-link).
 */
export default defineRule({
  id: 'network/docker-bridge-range',
  title: "the virtual network leaves the range of Docker's bridge alone",
  severity: 'error',
  target: 'virtual-network',
  docs: {
    why: `Containers on computes sit on Docker's bridge network, which uses ${DOCKER_BRIDGE} by default. What has an address in that range in the virtual network can't be told from a container: Microsoft says not to use it for the network.`,
    consequence:
      'Computes and images fail to reach what has an address in the range, private endpoints included; the page speaks of errors and names none.',
    severity:
      'error when a subnet overlaps the range; info when only the address space of the network does and no subnet uses it.',
    wrongWhen:
      "Docker's bridge can be moved to another range on machines of your own; on Microsoft's computes nobody can. Ranges of peered networks and of networks on premises are not looked at.",
    example: {
      read: 'virtualNetwork',
      type: 'Microsoft.Network/virtualNetworks',
      failing: {
        properties: {
          addressSpace: { addressPrefixes: ['172.16.0.0/12'] },
          subnets: [{ name: 'snet-training', properties: { addressPrefix: '172.17.1.0/24' } }],
        },
      },
      mended: {
        properties: {
          addressSpace: { addressPrefixes: ['10.20.0.0/16'] },
          subnets: [{ name: 'snet-training', properties: { addressPrefix: '10.20.1.0/24' } }],
        },
      },
    },
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-configure-private-link',
        reviewed: '2026-11-24',
      },
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-secure-training-vnet',
        reviewed: '2026-11-24',
      },
    ],
  },
  needs: [],
  considers: ['rangesOnDockerBridge', 'subnetsOnDockerBridge'],
  check: ({ rangesOnDockerBridge: ranges, subnetsOnDockerBridge: subnets }, { target }) => {
    const inUse = subnets.known ? subnets.value : [];
    const [first] = inUse;
    if (first !== undefined) {
      const names = inUse.map(({ subnet, prefix }) => `${subnet.name} (${prefix})`).join(', ');
      return fail({
        message: `The range of Docker's bridge, ${DOCKER_BRIDGE}, is in use by ${inUse.length === 1 ? 'subnet' : 'subnets'} ${names}.`,
        evidence: inUse.map(({ subnet, prefix }) => ({
          resourceId: subnet.id,
          path: SUBNET.addressPrefix.path,
          actual: prefix,
          expected: OUTSIDE,
        })),
        remedy: {
          summary:
            'A subnet in use cannot change its range. Add a free range to the network, make a subnet in it, make what is in the old one again there, and delete the old one. Put the ranges in.',
          commands: [addRange(target), ...new Set(inUse.map(({ subnet }) => replaceSubnet(subnet)))],
        },
      });
    }
    if (!ranges.known) return unknown(ranges);
    if (ranges.value.length === 0) {
      return pass(`No address range of the network is in ${DOCKER_BRIDGE}, which Docker's bridge uses.`);
    }
    const prefixes = target.addressPrefixes();
    const rest = (prefixes.known ? prefixes.value : []).filter((prefix) => !ranges.value.includes(prefix));
    return fail({
      severity: subnets.known ? 'info' : 'error',
      message: `${VIRTUAL_NETWORK.addressPrefixes.path} holds ${ranges.value.join(', ')}, which overlaps ${DOCKER_BRIDGE}, the range of Docker's bridge; ${subnets.known ? 'no subnet uses it' : 'whether a subnet uses it was not read'}.`,
      evidence: [
        {
          resourceId: target.id,
          path: VIRTUAL_NETWORK.addressPrefixes.path,
          actual: ranges.value.join(', '),
          expected: OUTSIDE,
        },
      ],
      remedy: {
        summary: `Leave ${DOCKER_BRIDGE} to Docker: make no subnet in it, or give the network other ranges. A range with subnets in it cannot be taken away.`,
        commands: [setAddressSpace(target, rest)],
      },
    });
  },
});
