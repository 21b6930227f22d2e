import { subscriptionOf } from '../../arm/resource-id.js';
import { DIAGNOSTIC_SETTING } from '../../model/arm-properties/index.js';
import type { LogName, UnsupportedLogs } from '../../model/reach/diagnostic-settings.js';
import { fail, pass } from '../engine/outcome.js';
import { defineRule } from '../engine/rule.js';
import { azureCli } from '../remedies/azure-cli.js';
import { deploymentLogs } from '../remedies/deployment-commands.js';

/** What endpoints can send whatever their isolation. */
const TRAFFIC_LOG = 'AmlOnlineEndpointTrafficLog';

/**
 * Deployments sent out by private endpoints of their own write no console and no event log
 * (learn.microsoft.com/azure/machine-learning/how-to-secure-online-endpoint).
 */
export default defineRule({
  id: 'monitoring/unsupported-log-tables',
  title: 'no log is expected that isolation keeps away',
  severity: 'warning',
  target: 'endpoint',
  docs: {
    why: 'Under legacy isolation (egress Disabled and no managed network) a deployment reaches its workspace, storage and registry, and no Log Analytics workspace: AmlOnlineEndpointConsoleLog and AmlOnlineEndpointEventLog are not supported there. Metrics and AmlOnlineEndpointTrafficLog are, since the service itself sends them. The group allLogs holds all three.',
    consequence:
      'The tables AmlOnlineEndpointConsoleLog and AmlOnlineEndpointEventLog stay empty for these deployments, so that alerts on them never fire.',
    wrongWhen:
      'Other deployments of the endpoint that leave in another way do write these tables; the setting then has its use for them.',
    example: {
      read: 'diagnosticSettings',
      type: 'Microsoft.Insights/diagnosticSettings',
      failing: { properties: { logs: [{ category: 'AmlOnlineEndpointConsoleLog', enabled: true }] } },
      mended: { properties: { logs: [{ category: 'AmlOnlineEndpointTrafficLog', enabled: true }] } },
    },
    sources: [
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-secure-online-endpoint',
        reviewed: '2026-11-24',
      },
      {
        url: 'https://learn.microsoft.com/azure/machine-learning/how-to-monitor-online-endpoints',
        reviewed: '2026-11-24',
      },
    ],
  },
  applies: {
    needs: ['legacyPrivateDeployments'],
    when: ({ legacyPrivateDeployments }) =>
      legacyPrivateDeployments.length > 0 ||
      'No deployment of the endpoint leaves by private endpoints of its own.',
  },
  needs: ['unsupportedLogs'],
  check: ({ legacyPrivateDeployments: deployments, unsupportedLogs }, { target }) => {
    const { path } = DIAGNOSTIC_SETTING.logs;
    if (unsupportedLogs.length === 0) {
      return pass('No diagnostic setting sends console or event logs, which isolation keeps away.');
    }
    const settings = unsupportedLogs.map(({ name, categories }) => `${name} sends ${categories.join(', ')}`);
    return fail({
      message: `Diagnostic setting ${settings.join('; ')} while ${deployments.map(({ name }) => name).join(', ')} can't write console and event logs: egress is Disabled and there is no managed network.`,
      evidence: unsupportedLogs.map(({ id, categories }) => ({
        resourceId: id,
        path,
        actual: categories.join(', '),
        expected: TRAFFIC_LOG,
      })),
      remedy: {
        summary: `Let the setting send ${TRAFFIC_LOG} in place of them, and read what the containers write by get-logs.`,
        commands: [
          ...unsupportedLogs.map((setting) =>
            azureCli('az monitor diagnostic-settings update', {
              '--name': setting.name,
              '--resource': target.id,
              '--logs': supportedLogs(setting),
              '--subscription': subscriptionOf(target.id) ?? '',
            }),
          ),
          ...deployments.map((deployment) => deploymentLogs(deployment, 'inference-server')),
        ],
      },
    });
  },
});

/** What the setting sends that does arrive, with the traffic log. */
function supportedLogs({ others }: UnsupportedLogs): string {
  const isTraffic = (log: LogName) =>
    'category' in log && log.category.toLowerCase() === TRAFFIC_LOG.toLowerCase();
  const logs = [...others.filter((log) => !isTraffic(log)), { category: TRAFFIC_LOG }];
  return JSON.stringify(logs.map((log) => ({ ...log, enabled: true })));
}
