import {
  both,
  certain,
  chain,
  type Fact,
  found,
  known,
  type Listing,
  map,
  not,
  unread,
} from '../algebra/fact.js';
import type { Subnet } from '../resources/subnet.js';
import type { Workspace } from '../resources/workspace.js';
import type { NetworkSecurityGroup, SecurityVerdict } from './network-security-group.js';
import { securityGroupOf } from './network-security-group.js';
import { reachesEndpointOf } from './reachable-endpoint.js';
import { subnetUsesOf } from './subnet-uses.js';
import { rangesSide, serviceSide, virtualNetworkSide } from './traffic-side.js';

/** The port of every request that is judged: private endpoints and services of Azure answer over HTTPS. */
export const HTTPS = 443;

/**
 * Services that a compute for image builds has to reach over the internet, by their service tag; of those that are
 * regional the page asks for the part of the compute's region alone
 * (learn.microsoft.com/azure/machine-learning/how-to-secure-training-vnet, reviewed 2026-11-24).
 */
const SERVICES = [
  { tag: 'AzureActiveDirectory', isRegional: false },
  { tag: 'AzureResourceManager', isRegional: false },
  { tag: 'AzureFrontDoor.FirstParty', isRegional: false },
  { tag: 'MicrosoftContainerRegistry', isRegional: true },
  { tag: 'AzureMachineLearning', isRegional: false },
] as const;

/** A service that a network security group keeps a subnet from. */
export interface DeniedService {
  /** Its service tag, with the region where it has one. */
  readonly tag: string;
  readonly verdict: SecurityVerdict;
}

/** What the network security group of a subnet does with HTTPS from its virtual network; null where there is none. */
export function trafficFromNetwork(subnet: Subnet): Fact<SecurityVerdict | null> {
  return chain(securityGroupOf(subnet), (group): Fact<SecurityVerdict | null> => {
    if (group === null) return known(null);
    return chain(both(subnet.addressPrefixes(), subnet.network.addressPrefixes()), ([own, whole]) =>
      group.verdict({
        direction: 'Inbound',
        port: HTTPS,
        source: virtualNetworkSide(whole),
        destination: rangesSide(own),
      }),
    );
  });
}

/**
 * The services that a compute for image builds needs, and that the network security group of its subnet denies.
 * Storage counts where its account has no private endpoint that the subnet's network reaches.
 */
export function deniedServices(subnet: Subnet): Fact<readonly DeniedService[]> {
  return chain(both(securityGroupOf(subnet), subnet.addressPrefixes()), ([group, ranges]) => {
    if (group === null) return known([]);
    const { items: builders } = subnetUsesOf(subnet.network.model).buildersIn(subnet);
    const workspaces = [...new Set(builders.map(({ workspace }) => workspace))];
    return found(
      denied([
        ...SERVICES.flatMap(({ tag, isRegional }) =>
          isRegional
            ? workspaces.map((workspace) =>
                chain(regionOf(workspace), (region) => judge(group, ranges, tag, region)),
              )
            : [judge(group, ranges, tag, null)],
        ),
        ...workspaces.map((workspace) => judgeStorage(group, ranges, subnet, workspace)),
      ]),
    );
  });
}

function denied(services: readonly Fact<DeniedService | null>[]): Listing<DeniedService> {
  const known = services.flatMap((service) =>
    service.known && service.value !== null ? [service.value] : [],
  );
  const one = new Map(known.map((service) => [service.tag, service]));
  return {
    items: [...one.values()],
    gaps: services.flatMap((service) => (service.known ? [] : service.gaps)),
  };
}

function judge(
  group: NetworkSecurityGroup,
  ranges: readonly string[],
  tag: string,
  region: string | null,
): Fact<DeniedService | null> {
  const verdict = group.verdict({
    direction: 'Outbound',
    port: HTTPS,
    source: rangesSide(ranges),
    destination: serviceSide(tag, region),
  });
  return chain(verdict, (decided): Fact<DeniedService | null> => {
    // Where a part of the subnet is let out, the compute may be in it.
    const [gap, ...more] = decided.exceptions.flatMap(({ gaps }) => gaps);
    if (gap !== undefined) return unread(gap, ...more);
    return known(decided.access === 'Deny' ? { tag, verdict: decided } : null);
  });
}

function judgeStorage(
  group: NetworkSecurityGroup,
  ranges: readonly string[],
  subnet: Subnet,
  workspace: Workspace,
): Fact<DeniedService | null> {
  const isNeeded = chain(workspace.storageId(), (account) =>
    account === null ? known(false) : not(reachesEndpointOf(subnet.network, account)),
  );
  if (certain(not(isNeeded))) return known(null);
  return chain(regionOf(workspace), (region) =>
    chain(judge(group, ranges, 'Storage', region), (service): Fact<DeniedService | null> => {
      if (service === null) return known(null);
      return map(isNeeded, (needed) => (needed ? { ...service, tag: `${service.tag}.${region}` } : null));
    }),
  );
}

/** As service tags write it: `eastus`. */
function regionOf(workspace: Workspace): Fact<string> {
  return chain(both(workspace.resource, workspace.location()), ([resource, region]) =>
    region === null
      ? unread(resource.gap('unsupported', 'location is absent'))
      : known(region.toLowerCase().replaceAll(' ', '')),
  );
}
