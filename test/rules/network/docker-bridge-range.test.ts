import rule from '../../../src/rules/network/docker-bridge-range.js';
import type { Estate } from '../../world/estate.js';
import { changeSubnet } from '../../world/security-group.js';
import { soundPrivate } from '../../world/sound.js';
import { testRule } from '../test-rule.js';

const { virtualNetwork, subscription } = soundPrivate().names;
const training = `${virtualNetwork}/subnets/snet-training`;
const endpoints = `${virtualNetwork}/subnets/snet-endpoints`;
const place = `--resource-group rg-fraud --subscription ${subscription}`;
const SPACE = 'properties.addressSpace.addressPrefixes';

/** The sound workspace, its network made of these ranges and its second subnet of this one. */
function ranges(prefixes: string[], change: (estate: Estate) => void = () => {}): () => Estate {
  return () => {
    const estate = soundPrivate();
    estate.world.set(virtualNetwork, SPACE, prefixes);
    change(estate);
    return estate;
  };
}

const subnet = (change: Parameters<typeof changeSubnet>[2]) => (estate: Estate) =>
  void changeSubnet(estate.world, training, change);

const OUTSIDE = 'a range outside 172.17.0.0/16';
const ofSubnet = (actual: string, id = training) => ({
  resourceId: id,
  path: 'properties.addressPrefix',
  actual,
  expected: OUTSIDE,
});
const ofSpace = (actual: string) => ({ resourceId: virtualNetwork, path: SPACE, actual, expected: OUTSIDE });
const move = (...own: string[]) => ({
  summary:
    'A subnet in use cannot change its range. Add a free range to the network, make a subnet in it, make what is in the old one again there, and delete the old one. Put the ranges in.',
  commands: [
    `az network vnet update --name vnet-fraud ${place} --address-prefixes ${own.join(' ')} '<free range>'`,
    `az network vnet subnet create --name snet-training-2 --vnet-name vnet-fraud ${place} --address-prefixes '<free range>'`,
  ],
});
const leave = (rest: string) => ({
  summary:
    'Leave 172.17.0.0/16 to Docker: make no subnet in it, or give the network other ranges. A range with subnets in it cannot be taken away.',
  commands: [`az network vnet update --name vnet-fraud ${place} --address-prefixes ${rest}`],
});
const PASS = "No address range of the network is in 172.17.0.0/16, which Docker's bridge uses.";

testRule(rule, {
  fail: [
    {
      name: 'a subnet lies in the range',
      world: ranges(['10.20.0.0/16', '172.17.0.0/16'], subnet({ addressPrefix: '172.17.1.0/24' })),
      severity: 'error',
      message:
        "The range of Docker's bridge, 172.17.0.0/16, is in use by subnet snet-training (172.17.1.0/24).",
      evidence: [ofSubnet('172.17.1.0/24')],
      ...move('10.20.0.0/16', '172.17.0.0/16'),
    },
    {
      name: 'a subnet that is wider than the range, as one of several',
      world: ranges(
        ['10.20.0.0/16', '172.16.0.0/12'],
        subnet({ addressPrefix: null, addressPrefixes: ['10.20.1.0/24', '172.16.0.0/15'] }),
      ),
      severity: 'error',
      message:
        "The range of Docker's bridge, 172.17.0.0/16, is in use by subnet snet-training (172.16.0.0/15).",
      evidence: [ofSubnet('172.16.0.0/15')],
      ...move('10.20.0.0/16', '172.16.0.0/12'),
    },
    {
      name: 'the address space alone: info',
      world: ranges(['10.20.0.0/16', '172.16.0.0/12']),
      severity: 'info',
      message: `${SPACE} holds 172.16.0.0/12, which overlaps 172.17.0.0/16, the range of Docker's bridge; no subnet uses it.`,
      evidence: [ofSpace('172.16.0.0/12')],
      ...leave('10.20.0.0/16'),
    },
    {
      name: 'the only range, beside one that nobody can read',
      world: ranges(['172.17.0.0/20', 'rubbish'], ({ world }) => {
        world.set(virtualNetwork, 'properties.subnets', [
          { id: endpoints, properties: { addressPrefix: '10.20.0.0/24' } },
        ]);
      }),
      severity: 'info',
      message: `${SPACE} holds 172.17.0.0/20, which overlaps 172.17.0.0/16, the range of Docker's bridge; no subnet uses it.`,
      evidence: [ofSpace('172.17.0.0/20')],
      ...leave('rubbish'),
    },
    {
      name: 'the address space, and a subnet that tells no range: the higher severity',
      world: ranges(['172.17.0.0/16'], subnet({ addressPrefix: '' })),
      severity: 'error',
      message: `${SPACE} holds 172.17.0.0/16, which overlaps 172.17.0.0/16, the range of Docker's bridge; whether a subnet uses it was not read.`,
      evidence: [ofSpace('172.17.0.0/16')],
      ...leave("'<free range>'"),
    },
  ],
  pass: [
    { name: 'another range', world: soundPrivate, message: PASS },
    { name: 'the range beside it', world: ranges(['172.16.0.0/16', '172.18.0.0/16']), message: PASS },
    { name: 'IPv6 beside it', world: ranges(['10.20.0.0/16', 'fd00:172:17::/48']), message: PASS },
    {
      name: 'a subnet that tells no range, in a network elsewhere',
      world: ranges(['10.20.0.0/16'], subnet({ addressPrefix: null })),
      message: PASS,
    },
  ],
  unknown: [
    {
      name: 'the network was not read',
      world: ranges([], ({ world }) => world.gap('virtualNetwork', virtualNetwork)),
      message:
        'vnet-fraud was not read (forbidden, Microsoft.Network/virtualNetworks/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.Network/virtualNetworks/read'],
    },
    {
      name: 'a range that is none',
      world: ranges(['10.20.0.0/16', '172.17']),
      message: `vnet-fraud: ${SPACE} holds 172.17; isocheck knows CIDR ranges.`,
      operations: ['Microsoft.Network/virtualNetworks/read'],
    },
    {
      name: 'no range at all',
      world: ranges([]),
      message: `vnet-fraud: ${SPACE} is absent.`,
      operations: ['Microsoft.Network/virtualNetworks/read'],
    },
  ],
  notApplicable: 'every virtual network has ranges',
});
