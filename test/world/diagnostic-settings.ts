import { diagnosticSettingsPath } from '../../src/arm/list-paths.js';
import type { JsonObject } from '../../src/json.js';
import type { Estate } from './estate.js';

/**
 * Adds a diagnostic setting that sends logs to a Log Analytics workspace
 * (learn.microsoft.com/rest/api/monitor/diagnostic-settings/list).
 */
export function addDiagnosticSetting(
  { world, names }: Estate,
  resource: string,
  name: string,
  logs: readonly JsonObject[],
): void {
  world.add(
    'diagnosticSettings',
    {
      id: `${resource}/providers/Microsoft.Insights/diagnosticSettings/${name}`,
      name,
      type: 'Microsoft.Insights/diagnosticSettings',
      properties: {
        workspaceId: `/subscriptions/${names.subscription}/resourceGroups/${names.group}/providers/Microsoft.OperationalInsights/workspaces/log-${names.group}`,
        logs: [...logs],
        metrics: [],
        logAnalyticsDestinationType: null,
      },
    },
    diagnosticSettingsPath(resource),
  );
}
