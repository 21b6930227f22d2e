import { describe, expect, it } from 'vitest';
import { Model } from '../../../../src/model/bodies/model.js';
import { type WorkspaceNames, workspaceNames } from '../../../../src/model/dns/names/workspace-names.js';
import { workspaceAt } from '../../../../src/model/resources/workspace.js';
import { Estate } from '../../../world/estate.js';
import { namesOf } from '../../../world/names.js';
import { World } from '../../../world/world.js';

const GUID = '5d0b9c1e-7f2a-4c3b-9d4e-6a7b8c9d0e1f';

/** The names of `mlw-<suffix>`; its id and GUID hold capitals. */
function namesIn(suffix = 'Fraud', region = 'East US'): WorkspaceNames {
  const names = namesOf(suffix, { region, guid: GUID.toUpperCase() });
  const { world } = new Estate(suffix, {}, new World(), names);
  const found = workspaceNames(workspaceAt(new Model(world.snapshot()), names.workspace));
  if (!found.known) throw new Error('the names are known');
  return found.value;
}

describe('the records of a workspace', () => {
  it('in lower case, each with its zone', () => {
    const { api, certificate, notebooks } = namesIn();
    expect([api, certificate, notebooks].map(({ of, zone, record }) => [of, zone, record])).toEqual([
      ['api', 'privatelink.api.azureml.ms', `${GUID}.workspace.eastus`],
      ['certificate', 'privatelink.api.azureml.ms', `${GUID}.workspace.eastus.cert`],
      ['notebooks', 'privatelink.notebooks.azure.net', `ml-mlw-fraud-eastus-${GUID}.eastus`],
    ]);
  });

  it('of a long name, which is cut to a label of 63', () => {
    const [label = ''] = namesIn('fraud-and-other-crimes').notebooks.record.split('.');
    expect(label).toBe(`ml-mlw-fraud-and-ot-eastus-${GUID}`);
  });

  it.each([
    [`ml-mlw-fraud-eastus-${GUID}.eastus`, true],
    // Of older days: without the region's label.
    [`ml-mlw-fraud-eastus-${GUID}`, true],
    [`ml-mlw-fr-eastus-${GUID}.eastus`, true],
    [`ml-mlw-fraud-eastus-${GUID}.westus`, false],
    [`ml-mlw-fraud-eastus-${GUID}.eastus.eastus`, false],
    [`xx-mlw-fraud-eastus-${GUID}.eastus`, false],
    [`ml-mlw-fraud-eastus-${GUID}x.eastus`, false],
    [`ml-mlw-churn-eastus-${GUID}.eastus`, false],
    [`ml-mlw-fraud-westus-${GUID}.eastus`, false],
    ['ml-mlw-fraud-eastus-11111111-2222-4333-8444-555555555555.eastus', false],
  ])('notebooks: %s: %s', (record, expected) => {
    const { isRecord, isHost } = namesIn().notebooks;
    expect(isRecord(record)).toBe(expected);
    expect(isHost(`${record}.notebooks.azure.net`)).toBe(expected);
    expect(isHost(`${record}.privatelink.notebooks.azure.net`)).toBe(false);
  });

  it.each([
    [`${GUID}.workspace.eastus`, 'api'],
    [`${GUID}.workspace.eastus.cert`, 'certificate'],
    [`${GUID}.workspace.westus`, null],
    [`*.${GUID}.inference.eastus`, null],
  ] as const)('%s is the one of %s', (record, of) => {
    const { api, certificate, notebooks } = namesIn();
    const all = [api, certificate, notebooks];
    const wanted = of === null ? [] : [of];
    expect(all.filter(({ isRecord }) => isRecord(record)).map((each) => each.of)).toEqual(wanted);
    expect(all.filter(({ isHost }) => isHost(`${record}.api.azureml.ms`)).map((each) => each.of)).toEqual(
      wanted,
    );
  });
});
