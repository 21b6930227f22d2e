import { nameOf } from '../../arm/resource-id.js';
import { ZONE_LINK } from '../../model/arm-properties/index.js';
import { fail, pass } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { stopRegistration } from '../remedies/private-dns-commands.js';

/**
 * A link with auto registration has every machine of the network write a record into the zone
 * (learn.microsoft.com/azure/dns/private-dns-autoregistration).
 */
export default defineRule({
  id: 'dns/auto-registration',
  title: 'no machine registers itself in a zone of private endpoints',
  severity: 'warning',
  target: 'virtual-network-link',
  docs: {
    why: 'Where a link has auto registration on, each virtual machine of the network gets an A record in the zone, under its own name. A zone of private endpoints ("privatelink...") then fills with machines, and one that bears the name of a service (of a registry, a vault, a storage account) takes its place. A network can have one such zone: its machines register nowhere else.',
    consequence:
      'A host of a service may lead to a virtual machine, and the machines of the network are not found under the names that people look for.',
    wrongWhen:
      "It is right about the property. That a machine's name collides with a service's is doubtful: isocheck doesn't compare the names.",
    example: {
      read: 'zoneLinks',
      type: 'Microsoft.Network/privateDnsZones/virtualNetworkLinks',
      failing: { location: 'global', properties: { registrationEnabled: true } },
      mended: { location: 'global', properties: { registrationEnabled: false } },
    },
    sources: [
      { url: 'https://learn.microsoft.com/azure/dns/private-dns-autoregistration', reviewed: '2026-11-24' },
      {
        url: 'https://learn.microsoft.com/azure/dns/private-dns-virtual-network-links',
        reviewed: '2026-11-24',
      },
    ],
  },
  needs: ['registrationEnabled'],
  check: ({ registrationEnabled }, { target }) => {
    const { path } = ZONE_LINK.registrationEnabled;
    if (!registrationEnabled) return pass(`${path} is false.`);
    const { virtualNetworkId, zone } = target;
    const network = virtualNetworkId.known && virtualNetworkId.value !== null ? virtualNetworkId.value : null;
    return fail({
      message: `${path} is true: machines of ${network === null ? 'the network' : nameOf(network)} register themselves in ${zone.name}.`,
      evidence: [{ resourceId: target.id, path, actual: 'true', expected: 'false' }],
      remedy: {
        summary:
          'This turns auto registration off, which deletes the records that the machines registered in the zone: who looks for them by these names needs another zone first.',
        commands: [stopRegistration(target)],
        property: { resourceId: target.id, path, value: false },
      },
    });
  },
});
