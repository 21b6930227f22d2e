import rule from '../../../src/rules/dns/notebooks-zone.js';
import { Estate } from '../../world/estate.js';
import { SUBSCRIPTION } from '../../world/names.js';
import { soundPrivate } from '../../world/sound.js';
import { testRule } from '../test-rule.js';
import { NOT_INBOUND } from './not-inbound.js';
import {
  changed,
  HUB_NETWORK,
  inCloud,
  NAMES,
  projectOfHub,
  withoutZoneGroup,
  ZONE_GROUP,
} from './worlds.js';

const { apiZone, notebooksZone, privateEndpoint, virtualNetwork, workspace } = NAMES;
const zone = 'privatelink.notebooks.azure.net';
const API = 'privatelink.api.azureml.ms';
const GROUPS = `${privateEndpoint}/privateDnsZoneGroups`;
const CONFIGS = 'properties.privateDnsZoneConfigs';
const LINKS = `${notebooksZone}/virtualNetworkLinks`;
const LINK = `${LINKS}/link-vnet-fraud`;
const COMPUTES = `${workspace}/computes`;
const place = `--resource-group rg-fraud --subscription ${SUBSCRIPTION}`;
const create = `az network private-dns zone create --name ${zone} ${place}`;
const link = `az network private-dns link vnet create --name link-to-vnet-fraud ${place} --zone-name ${zone} --virtual-network ${virtualNetwork} --registration-enabled false`;
const keep = (verb: string) =>
  `az network private-endpoint dns-zone-group ${verb} --endpoint-name pe-mlw-fraud --name default ${place} --zone-name ${zone} --private-dns-zone ${notebooksZone}`;

/** A compute instance, or a compute of another type. */
const withCompute = (estate: Estate, computeType: string | null) =>
  estate.world.add('computes', { id: `${COMPUTES}/ci-anna`, properties: { computeType } }, COMPUTES);

/** The zone group names the api zone alone, as in the documented example. */
const forgotten =
  (change: (estate: Estate) => unknown = () => undefined): (() => Estate) =>
  () => {
    const estate = new Estate('fraud', { notebooksZone: false }).endpoint('fraud', 'Disabled');
    change(estate);
    return estate;
  };

const lacking = {
  severity: 'info',
  message: `The zone group of pe-mlw-fraud lacks ${zone}, and none that answers for it was found: that clients find the notebooks is doubtful.`,
  evidence: [{ resourceId: ZONE_GROUP, path: CONFIGS, actual: API, expected: zone }],
  summary:
    'This links the zone to the network and has the zone group keep the record of the notebooks there.',
  commands: [create, link, keep('add')],
} as const;

/** Linked to the hub's network alone. */
const linkedToHub = (change: (estate: Estate) => unknown = () => undefined) =>
  changed((estate) => {
    estate.world.remove(LINK);
    estate.link(notebooksZone, HUB_NETWORK);
    change(estate);
  });
const evidence = (actual: string) => [
  { resourceId: LINKS, path: 'properties.virtualNetwork.id', actual, expected: virtualNetwork },
];
const summaryOf = (advice: string) => `This links the zone to vnet-fraud. ${advice}`;
const doubtful = {
  severity: 'info',
  message: `${zone} is not linked to vnet-fraud nor to a network that is peered with it, and it asks Azure's DNS: that clients there find the records is doubtful.`,
  evidence: evidence('vnet-hub'),
  summary: summaryOf("Where clients ask a resolver in one of the linked networks, the link isn't needed."),
  commands: [link],
} as const;
const linked = `${zone} is linked to vnet-fraud, the private endpoint's network.`;

testRule(rule, {
  fail: [
    { name: 'the zone group lacks it, as in the documented example', world: forgotten(), ...lacking },
    {
      name: 'the same with a compute instance, in other letter case',
      world: forgotten((estate) => withCompute(estate, 'computeinstance')),
      ...lacking,
      severity: 'warning',
    },
    {
      name: 'the computes were not read: the highest severity',
      world: forgotten(({ world }) => world.gap('computes', COMPUTES)),
      ...lacking,
      severity: 'warning',
    },
    {
      name: 'a compute does not tell its type: the highest severity',
      world: forgotten((estate) => withCompute(estate, null)),
      ...lacking,
      severity: 'warning',
    },
    {
      name: 'a zone of that name lies idle: it is taken',
      world: forgotten((estate) => estate.zone(notebooksZone)),
      ...lacking,
      commands: [link, keep('add')],
    },
    {
      name: 'no zone group, and an api zone alone',
      world: withoutZoneGroup((estate) => estate.zone(apiZone).link(apiZone, virtualNetwork)),
      ...lacking,
      message: `pe-mlw-fraud has no zone group, and no ${zone} that answers for it was found: that clients find the notebooks is doubtful.`,
      evidence: [{ resourceId: GROUPS, path: CONFIGS, actual: 'none', expected: zone }],
      commands: [create, link, keep('create')],
    },
    {
      name: 'no link at all',
      world: changed(({ world }) => world.remove(LINK)),
      severity: 'info',
      message: `${zone} has no Completed link to any network: it answers nowhere.`,
      evidence: evidence('none'),
      summary: summaryOf('A link that is still InProgress needs no other: it has to be Completed first.'),
      commands: [link],
    },
    { name: 'linked to a network that is not peered', world: linkedToHub(), ...doubtful },
    {
      name: 'the same with a compute instance',
      world: linkedToHub((estate) => withCompute(estate, 'ComputeInstance')),
      ...doubtful,
      severity: 'warning',
    },
    {
      name: 'a peered network is linked: an info, whatever computes there are',
      world: linkedToHub((estate) => {
        withCompute(estate, 'ComputeInstance');
        estate.network(virtualNetwork, { peers: [HUB_NETWORK] });
      }),
      ...doubtful,
      message: `${zone} is not linked to vnet-fraud, but to a network that is peered with it: a resolver there can answer.`,
      summary: summaryOf("Where a resolver in one of the linked networks answers, the link isn't needed."),
    },
  ],
  pass: [
    { name: 'group and link', world: soundPrivate, message: linked },
    {
      name: 'the link in capitals, the zone not read',
      world: changed((estate) => {
        estate.world.remove(LINK).gap('privateDnsZone', notebooksZone);
        estate.link(notebooksZone, virtualNetwork.toUpperCase());
      }),
      message: linked,
    },
    {
      name: 'a zone by hand, which the zone group does not name',
      world: forgotten((estate) => estate.zone(notebooksZone).link(notebooksZone, virtualNetwork)),
      message: linked,
    },
    { name: "a project uses its hub's zones", world: projectOfHub(), message: linked },
    {
      name: '21Vianet',
      world: inCloud('AzureChinaCloud', 'chinaeast2'),
      message:
        "privatelink.notebooks.chinacloudapi.cn is linked to vnet-fraud, the private endpoint's network.",
    },
  ],
  unknown: [
    {
      name: 'neither zone was found',
      world: withoutZoneGroup(() => undefined),
      message: `${zone} was not read (not-found, Microsoft.Network/privateDnsZones/read): pe-mlw-fraud has no zone group that names such a zone; none that answers for it was found in the subscriptions searched: ${SUBSCRIPTION}.`,
      operations: ['Microsoft.Network/privateDnsZones/read'],
    },
    {
      name: 'it lacks in the zone group, and the zones were not all listed',
      world: forgotten(({ world }) =>
        world.gap(
          'privateDnsZone',
          `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Network/privateDnsZones`,
        ),
      ),
      message: `${zone} was not read (not-found, Microsoft.Network/privateDnsZones/read): pe-mlw-fraud has no zone group that names such a zone; the zones of no subscription were listed. And 1 more fact was not read.`,
      operations: ['Microsoft.Network/privateDnsZones/read'],
    },
    {
      name: 'the links were not read',
      world: changed(({ world }) => world.gap('zoneLinks', LINKS)),
      message:
        'virtualnetworklinks was not read (forbidden, Microsoft.Network/privateDnsZones/virtualNetworkLinks/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.Network/privateDnsZones/virtualNetworkLinks/read'],
    },
    {
      name: 'the zone groups were not read',
      world: changed(({ world }) => world.gap('zoneGroups', GROUPS)),
      message:
        'privatednszonegroups was not read (forbidden, Microsoft.Network/privateEndpoints/privateDnsZoneGroups/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.Network/privateEndpoints/privateDnsZoneGroups/read'],
    },
    {
      name: 'the workspace has no GUID',
      world: changed(({ world }) => world.set(workspace, 'properties.workspaceId', '')),
      message: 'mlw-fraud: properties.workspaceId is absent.',
      operations: ['Microsoft.MachineLearningServices/workspaces/read'],
    },
  ],
  notApplicable: NOT_INBOUND,
});
