import { diagnosticSettingsPath } from '../../../src/arm/list-paths.js';
import rule from '../../../src/rules/monitoring/unsupported-log-tables.js';
import { addDiagnosticSetting } from '../../world/diagnostic-settings.js';
import type { Estate } from '../../world/estate.js';
import { deploymentId, endpointId } from '../../world/names.js';
import { soundManaged, soundPrivate, soundPublic } from '../../world/sound.js';
import { testRule } from '../test-rule.js';

const { workspace, subscription, group } = soundPrivate().names;
const endpoint = endpointId(workspace, 'fraud');
const setting = `${endpoint}/providers/Microsoft.Insights/diagnosticSettings/to-logs`;

/** A diagnostic setting that sends these logs. */
function sending(...logs: readonly { [name: string]: string | boolean | null }[]): Estate {
  const estate = soundPrivate();
  addDiagnosticSetting(estate, endpoint, 'to-logs', logs);
  return estate;
}

const update = (logs: string) =>
  `az monitor diagnostic-settings update --name to-logs --resource ${endpoint} --logs '${logs}' --subscription ${subscription}`;
const show = (deployment: string) =>
  `az ml online-deployment get-logs --container inference-server --lines 200 --name ${deployment} --endpoint-name fraud --workspace-name mlw-fraud --resource-group ${group} --subscription ${subscription}`;
const summary =
  'Let the setting send AmlOnlineEndpointTrafficLog in place of them, and read what the containers write by get-logs.';
const evidence = (actual: string) => [
  { resourceId: setting, path: 'properties.logs', actual, expected: 'AmlOnlineEndpointTrafficLog' },
];
const because = "can't write console and event logs: egress is Disabled and there is no managed network.";

testRule(rule, {
  fail: [
    {
      name: 'console and event logs, in any letter case, beside others',
      world: () =>
        sending(
          { category: 'amlonlineendpointconsolelog', categoryGroup: null, enabled: true },
          { category: 'AmlOnlineEndpointEventLog', enabled: true },
          { category: 'AmlOnlineEndpointTrafficLog', enabled: true },
          { categoryGroup: 'audit', enabled: true },
        ).deployment('fraud', 'green', 'Disabled'),
      severity: 'warning',
      message: `Diagnostic setting to-logs sends amlonlineendpointconsolelog, AmlOnlineEndpointEventLog while blue, green ${because}`,
      evidence: evidence('amlonlineendpointconsolelog, AmlOnlineEndpointEventLog'),
      summary,
      commands: [
        update(
          '[{"categoryGroup":"audit","enabled":true},{"category":"AmlOnlineEndpointTrafficLog","enabled":true}]',
        ),
        show('blue'),
        show('green'),
      ],
    },
    {
      name: 'the group of all logs, beside rubbish',
      world: () => sending({ categoryGroup: 'AllLogs', enabled: true }, { enabled: true }),
      severity: 'warning',
      message: `Diagnostic setting to-logs sends AllLogs while blue ${because}`,
      evidence: evidence('AllLogs'),
      summary,
      commands: [update('[{"category":"AmlOnlineEndpointTrafficLog","enabled":true}]'), show('blue')],
    },
  ],
  pass: [
    {
      name: 'no diagnostic setting',
      world: soundPrivate,
      message: 'No diagnostic setting sends console or event logs, which isolation keeps away.',
    },
    {
      name: 'the traffic log, the console log being off',
      world: () =>
        sending(
          { category: 'AmlOnlineEndpointTrafficLog', enabled: true },
          { category: 'AmlOnlineEndpointConsoleLog', enabled: false },
          { categoryGroup: 'audit', enabled: true },
        ),
      message: 'No diagnostic setting sends console or event logs, which isolation keeps away.',
    },
  ],
  unknown: [
    {
      name: 'settings that may not be read',
      world: () => {
        const estate = soundPrivate();
        estate.world.gap('diagnosticSettings', diagnosticSettingsPath(endpoint));
        return estate;
      },
      message:
        'diagnosticsettings was not read (forbidden, Microsoft.Insights/diagnosticSettings/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.Insights/diagnosticSettings/read'],
    },
    {
      name: 'a log that is on and has no category',
      world: () => sending({ category: '', enabled: true }),
      message: 'to-logs: properties.logs has an entry without a category.',
      operations: ['Microsoft.Insights/diagnosticSettings/read'],
    },
    {
      name: 'a log of which it is not known whether it is on',
      world: () => sending({ category: 'AmlOnlineEndpointConsoleLog', enabled: 'yes' }),
      message: 'to-logs: enabled is yes; isocheck knows true or false.',
      operations: ['Microsoft.Insights/diagnosticSettings/read'],
    },
    {
      name: 'the only deployment may not be read',
      world: () => {
        const estate = sending({ categoryGroup: 'allLogs', enabled: true });
        estate.world.gap('deployments', deploymentId(workspace, 'fraud', 'blue'));
        return estate;
      },
      message:
        'blue was not read (forbidden, Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments/read'],
    },
  ],
  notApplicable: [
    {
      name: 'a managed network',
      world: () => soundManaged(),
      message: 'No deployment of the endpoint leaves by private endpoints of its own.',
    },
    {
      name: 'public egress',
      world: soundPublic,
      message: 'No deployment of the endpoint leaves by private endpoints of its own.',
    },
  ],
});
