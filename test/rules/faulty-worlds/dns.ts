import { Estate } from '../../world/estate.js';
import { soundPrivate } from '../../world/sound.js';
import type { World } from '../../world/world.js';

/** Worlds in which the rules of private DNS find something, beside those that no rule of them is alone in. */
export const DNS_WORLDS: readonly (() => World)[] = [
  registering,
  withoutGroup,
  () => forgottenNotebooks().world,
  () => withInstance(forgottenNotebooks()),
  () => withInstance(unlinkedNotebooks()),
];

/** The machines of the network register themselves in the api zone. */
function registering(): World {
  const { world, names } = soundPrivate();
  const link = `${names.apiZone}/virtualNetworkLinks/link-vnet-fraud`;
  return world.set(link, 'properties.registrationEnabled', true);
}

/** The zones are there, and nothing keeps the records in them. */
function withoutGroup(): World {
  const { world, names } = soundPrivate();
  return world.remove(`${names.privateEndpoint}/privateDnsZoneGroups/default`);
}

/** The zone group names the api zone alone. */
function forgottenNotebooks(): Estate {
  return new Estate('fraud', { notebooksZone: false }).endpoint('fraud', 'Disabled');
}

/** The notebooks zone answers nowhere. */
function unlinkedNotebooks(): Estate {
  const estate = soundPrivate();
  estate.world.remove(`${estate.names.notebooksZone}/virtualNetworkLinks/link-vnet-fraud`);
  return estate;
}

function withInstance({ world, names }: Estate): World {
  const computes = `${names.workspace}/computes`;
  return world.add(
    'computes',
    { id: `${computes}/ci-anna`, properties: { computeType: 'ComputeInstance' } },
    computes,
  );
}
