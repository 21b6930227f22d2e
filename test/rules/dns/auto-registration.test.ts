import rule from '../../../src/rules/dns/auto-registration.js';
import type { Estate } from '../../world/estate.js';
import { SUBSCRIPTION } from '../../world/names.js';
import { soundPrivate } from '../../world/sound.js';
import { soundEstate } from '../../world/stories/private.js';
import { testRule } from '../test-rule.js';
import { changed, NAMES, zoneCalled } from './worlds.js';

const { apiZone, notebooksZone } = NAMES;
const path = 'properties.registrationEnabled';
const linkOf = (zone: string) => `${zone}/virtualNetworkLinks/link-vnet-fraud`;
const LINK = linkOf(apiZone);
const registering = (value: boolean | string | null, id = LINK) =>
  changed(({ world }) => world.set(id, path, value));
const outcome = (zone: string) =>
  ({
    severity: 'warning',
    message: `${path} is true: machines of vnet-fraud register themselves in ${zone}.`,
    summary:
      'This turns auto registration off, which deletes the records that the machines registered in the zone: who looks for them by these names needs another zone first.',
    commands: [
      `az network private-dns link vnet update --name link-vnet-fraud --resource-group rg-fraud --subscription ${SUBSCRIPTION} --zone-name ${zone} --registration-enabled false`,
    ],
  }) as const;
const evidence = (resourceId: string) => [{ resourceId, path, actual: 'true', expected: 'false' }];
const operations = ['Microsoft.Network/privateDnsZones/virtualNetworkLinks/read'];

testRule(rule, {
  fail: [
    {
      name: 'the api zone',
      world: registering(true),
      target: LINK,
      ...outcome('privatelink.api.azureml.ms'),
      evidence: evidence(LINK),
    },
    {
      name: 'the notebooks zone, whose link does not tell the network',
      world: changed(({ world }) =>
        world
          .set(linkOf(notebooksZone), path, true)
          .unset(linkOf(notebooksZone), 'properties.virtualNetwork'),
      ),
      target: linkOf(notebooksZone),
      ...outcome('privatelink.notebooks.azure.net'),
      message: `${path} is true: machines of the network register themselves in privatelink.notebooks.azure.net.`,
      evidence: evidence(linkOf(notebooksZone)),
    },
    {
      name: 'the zone of a dependency',
      world: () => withDependencies((estate, link) => estate.world.set(link, path, true)),
      target: linkOf(zoneCalled('privatelink.azurecr.io')),
      ...outcome('privatelink.azurecr.io'),
      evidence: evidence(linkOf(zoneCalled('privatelink.azurecr.io'))),
    },
  ],
  pass: [
    { name: 'false', world: soundPrivate, target: LINK, message: `${path} is false.` },
    { name: 'null', world: registering(null), target: LINK, message: `${path} is false.` },
    {
      name: 'absent',
      world: changed(({ world }) => world.unset(LINK, path)),
      target: LINK,
      message: `${path} is false.`,
    },
  ],
  unknown: [
    {
      name: 'the text "true"',
      world: registering('true'),
      target: LINK,
      message: `link-vnet-fraud: ${path} is true; isocheck knows true or false.`,
      operations,
    },
    {
      name: 'the link itself was not read',
      world: changed(({ world }) => world.gap('zoneLinks', LINK)),
      target: LINK,
      message:
        'link-vnet-fraud was not read (forbidden, Microsoft.Network/privateDnsZones/virtualNetworkLinks/read): 403 AuthorizationFailed.',
      operations,
    },
  ],
  notApplicable: 'every link of a zone of private endpoints can have it',
});

function withDependencies(change: (estate: Estate, link: string) => unknown): Estate {
  const estate = soundEstate('fraud', 'fraud');
  change(estate, linkOf(zoneCalled('privatelink.azurecr.io')));
  return estate;
}
