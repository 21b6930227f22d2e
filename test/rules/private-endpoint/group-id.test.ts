import type { JsonObject } from '../../../src/json.js';
import rule from '../../../src/rules/private-endpoint/group-id.js';
import type { Estate } from '../../world/estate.js';
import { soundPrivate } from '../../world/sound.js';
import { testRule } from '../test-rule.js';

const { workspace, registry, privateEndpoint, subscription, virtualNetwork, apiZone, notebooksZone } =
  soundPrivate().names;
const CONNECTIONS = 'properties.privateLinkServiceConnections';
const MANUAL = 'properties.manualPrivateLinkServiceConnections';
const place = `--resource-group rg-fraud --subscription ${subscription}`;
const target = 'pe-mlw-fraud';

const connection = (groupIds: unknown, service = workspace): JsonObject => ({
  name: 'workspace',
  properties: { privateLinkServiceId: service, groupIds: JSON.parse(JSON.stringify(groupIds)) },
});

function connected(automatic: JsonObject[], manual: JsonObject[] = []): () => Estate {
  return () => {
    const estate = soundPrivate();
    estate.world.set(privateEndpoint, CONNECTIONS, automatic).set(privateEndpoint, MANUAL, manual);
    return estate;
  };
}

const failing = (actual: string, path = CONNECTIONS) => ({
  target,
  severity: 'error' as const,
  message: `The group ids of private endpoint pe-mlw-fraud to workspace mlw-fraud are ${actual}; of a workspace the sub-resource is amlworkspace.`,
  evidence: [{ resourceId: privateEndpoint, path, actual, expected: 'amlworkspace' }],
  summary:
    "Group ids can't be changed: this deletes pe-mlw-fraud and makes it again in its subnet, with amlworkspace.",
  commands: [
    `az network private-endpoint delete --name pe-mlw-fraud ${place}`,
    `az network private-endpoint create --name pe-mlw-fraud ${place} --location eastus --subnet ${virtualNetwork}/subnets/snet-endpoints --private-connection-resource-id ${workspace} --group-id amlworkspace --connection-name pe-mlw-fraud`,
    `az network private-endpoint dns-zone-group create --endpoint-name pe-mlw-fraud --name default ${place} --zone-name privatelink.api.azureml.ms --private-dns-zone ${apiZone}`,
    `az network private-endpoint dns-zone-group add --endpoint-name pe-mlw-fraud --name default ${place} --zone-name privatelink.notebooks.azure.net --private-dns-zone ${notebooksZone}`,
  ],
});
const PASS = 'Private endpoint pe-mlw-fraud leads to amlworkspace.';

testRule(rule, {
  fail: [
    { name: 'another sub-resource', world: connected([connection(['workspace'])]), ...failing('workspace') },
    { name: 'none', world: connected([connection([])]), ...failing('none') },
    { name: 'none told', world: connected([connection(null)]), ...failing('none') },
    {
      name: 'asked for by hand',
      world: connected([], [connection(['blob', 'file'])]),
      ...failing('blob, file', MANUAL),
    },
  ],
  pass: [
    { name: 'the right one', world: soundPrivate, target, message: PASS },
    {
      name: 'in another letter case',
      world: connected([connection(['AMLworkspace'])]),
      target,
      message: PASS,
    },
    {
      name: 'asked for by hand',
      world: connected([], [connection(['amlworkspace'])]),
      target,
      message: PASS,
    },
  ],
  unknown: [
    {
      name: 'group ids that are no list',
      world: connected([connection('amlworkspace')]),
      target,
      message: 'pe-mlw-fraud: properties.groupIds is amlworkspace; isocheck knows an array.',
      operations: ['Microsoft.Network/privateEndpoints/read'],
    },
    {
      name: 'an empty group id',
      world: connected([connection([''])]),
      target,
      message: 'pe-mlw-fraud: properties.groupIds is [""]; isocheck knows an array of names.',
      operations: ['Microsoft.Network/privateEndpoints/read'],
    },
  ],
  notApplicable: [
    {
      name: 'it leads to something else',
      world: connected([connection(['registry'], registry)]),
      target,
      message: 'The private endpoint leads to no workspace.',
    },
    {
      name: 'it leads nowhere',
      world: connected([connection(['amlworkspace'], '')]),
      target,
      message: 'The private endpoint leads to no workspace.',
    },
  ],
});
