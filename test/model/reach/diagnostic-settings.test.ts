import { describe, expect, it } from 'vitest';
import { diagnosticSettingsPath } from '../../../src/arm/list-paths.js';
import type { Json, JsonObject } from '../../../src/json.js';
import { Model } from '../../../src/model/bodies/model.js';
import { unsupportedLogs } from '../../../src/model/reach/diagnostic-settings.js';
import { endpointsOf } from '../../../src/model/resources/endpoint.js';
import { workspaceAt } from '../../../src/model/resources/workspace.js';
import { addDiagnosticSetting } from '../../world/diagnostic-settings.js';
import { endpointId } from '../../world/names.js';
import { soundPrivate } from '../../world/sound.js';
import type { World } from '../../world/world.js';

const { workspace } = soundPrivate().names;
const FRAUD = endpointId(workspace, 'fraud');
const SETTINGS = diagnosticSettingsPath(FRAUD);
const settingId = (name: string) => `${FRAUD}/providers/Microsoft.Insights/diagnosticSettings/${name}`;

/** Each setting with the categories that do not arrive, and what else it sends; or what the gaps say. */
function logsIn(
  settings: Readonly<Record<string, readonly JsonObject[]>>,
  change: (world: World) => unknown = () => undefined,
): readonly unknown[] | string {
  const estate = soundPrivate();
  for (const [name, logs] of Object.entries(settings)) addDiagnosticSetting(estate, FRAUD, name, logs);
  change(estate.world);
  const [endpoint] = endpointsOf(workspaceAt(new Model(estate.world.snapshot()), workspace)).items;
  if (endpoint === undefined) throw new Error('the world holds no endpoint');
  const logs = unsupportedLogs(endpoint);
  if (!logs.known) return logs.gaps.map(({ detail }) => detail).join('; ');
  return logs.value.map(({ id, name, categories, others }) => {
    expect(id).toBe(settingId(name));
    return [name, categories, others];
  });
}

const sends = (category: Json, enabled: Json = true): JsonObject => ({ category, enabled });
const group = (categoryGroup: Json, enabled = true): JsonObject => ({ categoryGroup, enabled });
const CONSOLE = 'AmlOnlineEndpointConsoleLog';
const EVENT = 'AmlOnlineEndpointEventLog';
const TRAFFIC = 'AmlOnlineEndpointTrafficLog';

describe('the logs that do not arrive', () => {
  const table: readonly [logs: readonly JsonObject[], expected: readonly unknown[] | string][] = [
    [[], []],
    [[sends(TRAFFIC)], []],
    [[sends(CONSOLE)], [['it', [CONSOLE], []]]],
    [[sends(EVENT)], [['it', [EVENT], []]]],
    [[sends(CONSOLE.toUpperCase())], [['it', [CONSOLE.toUpperCase()], []]]],
    [[sends(CONSOLE), sends(TRAFFIC), sends(EVENT)], [['it', [CONSOLE, EVENT], [{ category: TRAFFIC }]]]],
    [[sends(CONSOLE, false), sends(TRAFFIC)], []],
    [[sends(CONSOLE), sends(TRAFFIC, false)], [['it', [CONSOLE], []]]],
    [[group('allLogs')], [['it', ['allLogs'], []]]],
    [[group('AllLogs')], [['it', ['AllLogs'], []]]],
    [[group('allLogs', false)], []],
    [[group('audit')], []],
    [[group('audit'), sends(EVENT)], [['it', [EVENT], [{ categoryGroup: 'audit' }]]]],
    // Where both stand there, the category holds.
    [[{ category: TRAFFIC, categoryGroup: 'allLogs', enabled: true }], []],
    [[{ enabled: true }], 'properties.logs has an entry without a category'],
    [[{ enabled: false }], []],
    [[sends(CONSOLE, 'yes')], 'enabled is yes; isocheck knows true or false'],
    [[sends(7)], 'category is 7; isocheck knows a string'],
    [[sends(7), sends(CONSOLE)], [['it', [CONSOLE], []]]],
  ];
  it.each(table)('%j', (logs, expected) => expect(logsIn({ it: logs })).toEqual(expected));

  it('are those of each setting', () => {
    expect(logsIn({})).toEqual([]);
    expect(logsIn({ a: [sends(CONSOLE)], b: [sends(TRAFFIC)], c: [group('allLogs')] })).toEqual([
      ['a', [CONSOLE], []],
      ['c', ['allLogs'], []],
    ]);
  });

  it('are not known where settings were not read, unless one is known', () => {
    const unread = (world: World) => world.gap('diagnosticSettings', settingId('a'));
    expect(logsIn({}, (world) => world.gap('diagnosticSettings', SETTINGS))).toBe('403 AuthorizationFailed');
    expect(logsIn({ b: [sends(TRAFFIC)] }, (world) => world.incomplete('diagnosticSettings', SETTINGS))).toBe(
      '429 TooManyRequests',
    );
    expect(logsIn({ a: [sends(CONSOLE)], b: [sends(TRAFFIC)] }, unread)).toBe('403 AuthorizationFailed');
    expect(logsIn({ a: [sends(CONSOLE)], b: [sends(EVENT)] }, unread)).toEqual([['b', [EVENT], []]]);
    expect(logsIn({ a: [] }, (world) => world.set(settingId('a'), 'properties.logs', 'all'))).toBe(
      'properties.logs is all; isocheck knows an array',
    );
  });
});
