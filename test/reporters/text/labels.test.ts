import { describe, expect, test } from 'vitest';
import type { TargetType } from '../../../src/model/targets/target-type.js';
import { idBeside, roleScope, scopeLabel, targetLabels } from '../../../src/reporters/text/labels.js';
import { target } from '../example-findings.js';
import { EMPTY, reportOf } from '../example-reports.js';

const S = '/subscriptions/5f7d3c4e';
const G = `${S}/resourcegroups/rg-hub`;
const ZONE = `${G}/providers/microsoft.network/privatednszones/privatelink.api.azureml.ms`;

describe('a scope that was not read: its label, and where a role that lets one read it is given', () => {
  test.each([
    ['a resource', ZONE, 'privatednszones/privatelink.api.azureml.ms', ZONE],
    ['a list below a resource', `${ZONE}/a`, 'privatednszones/privatelink.api.azureml.ms/a', ZONE],
    [
      'a list in a group',
      `${G}/providers/microsoft.network/privatednszones`,
      'privatednszones in resource group rg-hub',
      G,
    ],
    [
      'a list in a subscription',
      `${S}/providers/microsoft.network/privatednszones`,
      'privatednszones in subscription 5f7d3c4e',
      S,
    ],
    [
      'a list of an extension',
      `${ZONE}/providers/microsoft.insights/diagnosticsettings`,
      `${ZONE}/providers/microsoft.insights/diagnosticsettings`,
      ZONE,
    ],
    ['the resources of a group', `${G}/resources`, `${G}/resources`, G],
    [
      'the Resource Graph',
      '/providers/microsoft.resourcegraph/resources',
      '/providers/microsoft.resourcegraph/resources',
      null,
    ],
    ['something else', 'privatelink.api.azureml.ms', 'privatelink.api.azureml.ms', null],
  ])('%s', (_, path, label, role) => {
    expect(scopeLabel(path)).toBe(label);
    expect(roleScope(path)).toBe(role);
  });
});

const workspaceId = (group: string, name: string) =>
  `${S}/resourceGroups/${group}/providers/Microsoft.MachineLearningServices/workspaces/${name}`;

describe('the name of a target', () => {
  const workspaces = [
    ['rg-prod', 'mlw'],
    ['rg-test', 'MLW'],
    ['rg-prod', 'mlw-other'],
  ] as const;
  const report = reportOf({
    workspaces: workspaces.map(([group, name]) => ({
      id: workspaceId(group, name),
      name,
      location: 'westeurope',
      kind: 'Default',
      isolation: 'none',
      publicNetworkAccess: 'Enabled',
    })),
  });
  const mlw = workspaceId('rg-prod', 'mlw');
  const other = workspaceId('rg-prod', 'mlw-other');

  test.each<readonly [TargetType, string, string, string]>([
    ['workspace', mlw, 'mlw', 'rg-prod/mlw'],
    ['workspace', other, 'mlw-other', 'mlw-other'],
    ['endpoint', `${other}/onlineEndpoints/fraud`, 'fraud', 'fraud (mlw-other)'],
    ['deployment', `${mlw}/onlineEndpoints/fraud/deployments/blue`, 'fraud/blue', 'fraud/blue (rg-prod/mlw)'],
    ['deployment', `${mlw}/onlineendpoints/fraud/deployments`, 'deployments', 'deployments (rg-prod/mlw)'],
    ['registry', `${G}/providers/Microsoft.ContainerRegistry/registries/acr`, 'acr', 'acr'],
  ])('%s %s', (type, id, alone, among) => {
    expect(targetLabels(EMPTY)(target(type, id))).toBe(alone);
    expect(targetLabels(report)(target(type, id))).toBe(among);
  });
});

describe('the id of another resource beside a target', () => {
  const blue = `${workspaceId('rg-prod', 'mlw')}/onlineEndpoints/fraud/deployments/blue`;
  test.each([
    ['in the same group', workspaceId('RG-prod', 'mlw'), 'workspaces/mlw'],
    ['in another group', workspaceId('rg-test', 'mlw'), workspaceId('rg-test', 'mlw')],
    ['that is no resource id', 'acr', 'acr'],
  ])('%s', (_, id, shown) => {
    expect(idBeside(blue, id)).toBe(shown);
  });
});
