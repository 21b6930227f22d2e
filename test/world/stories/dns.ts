import { addDependencyEndpoints } from '../dependency-endpoints.js';
import { Estate } from '../estate.js';
import { HUB_SUBSCRIPTION, type Names, namesOf } from '../names.js';
import { World } from '../world.js';
import { completeWorld } from './complete.js';
import { soundEstate } from './private.js';
import type { Story } from './story.js';

const HUB = `/subscriptions/${HUB_SUBSCRIPTION}/resourceGroups/rg-network-hub/providers/Microsoft.Network`;
const HUB_NETWORK = `${HUB}/virtualNetworks/vnet-hub`;

export const ownDns: Story = {
  title: 'Own DNS servers',
  description:
    "A sound private workspace whose network asks the company's own DNS servers. What they answer, ARM cannot tell.",
  order: 7,
  required: { inbound: 'private', outbound: 'private', workspace: 'private' },
  exitCode: 0,
  world: () => {
    const estate = soundEstate('lending', 'affordability');
    estate.network(estate.names.virtualNetwork, { dnsServers: ['10.1.0.4', '10.1.0.5'] });
    return completeWorld(estate);
  },
};

export const hubZone: Story = {
  title: "Zones in the network team's subscription",
  description:
    "A sound private workspace in a spoke: the private DNS zones lie in the network hub's subscription, linked to the hub's network and to the spoke.",
  order: 8,
  required: { inbound: 'private', workspace: 'private' },
  exitCode: 0,
  world: () => {
    const own = namesOf('spoke');
    const names: Names = {
      ...own,
      apiZone: `${HUB}/privateDnsZones/privatelink.api.azureml.ms`,
      notebooksZone: `${HUB}/privateDnsZones/privatelink.notebooks.azure.net`,
    };
    const estate = new Estate('spoke', {}, new World(), names);
    estate
      .endpoint('scoring', 'Disabled')
      .network(names.virtualNetwork, { peers: [HUB_NETWORK] })
      .network(HUB_NETWORK, { prefixes: ['10.1.0.0/16'], peers: [names.virtualNetwork] })
      .link(names.apiZone, HUB_NETWORK)
      .link(names.notebooksZone, HUB_NETWORK);
    addDependencyEndpoints(estate, { zonesIn: HUB });
    const world = completeWorld(estate);
    // Nobody lists the hub's subscription: Resource Graph and the zone group name the zones.
    const listed = `/subscriptions/${HUB_SUBSCRIPTION}/providers/Microsoft.Network/privateDnsZones`;
    return world.remove(listed);
  },
};
