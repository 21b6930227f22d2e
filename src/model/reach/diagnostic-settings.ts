import { diagnosticSettingsPath } from '../../arm/list-paths.js';
import { nameOf } from '../../arm/resource-id.js';
import {
  all,
  chain,
  type Fact,
  flat,
  found,
  gapsOf,
  known,
  type Listing,
  listingOf,
  unread,
} from '../algebra/fact.js';
import { DIAGNOSTIC_LOG, DIAGNOSTIC_SETTING } from '../arm-properties/index.js';
import type { Resource } from '../bodies/resource.js';
import type { Endpoint } from '../resources/endpoint.js';

/** The tables that a deployment sent out by private endpoints of its own can't write to, in lower case. */
const UNSUPPORTED: readonly string[] = ['amlonlineendpointconsolelog', 'amlonlineendpointeventlog'];

/** The group of categories that holds them, in lower case. */
const ALL_LOGS = 'alllogs';

/** A diagnostic setting that sends logs to such a table. */
export interface UnsupportedLogs {
  readonly id: string;
  readonly name: string;
  /** The categories, or the group that holds them, as ARM names them. */
  readonly categories: readonly string[];
  /** What else it sends, which does arrive. */
  readonly others: readonly LogName[];
}

/** How a diagnostic setting names what it sends. */
export type LogName = { readonly category: string } | { readonly categoryGroup: string };

interface Log {
  readonly name: string;
  readonly sent: LogName;
  readonly isUnsupported: boolean;
}

/** The diagnostic settings of an endpoint that send console or event logs. */
export function unsupportedLogs(endpoint: Endpoint): Fact<readonly UnsupportedLogs[]> {
  const { index } = endpoint.workspace.model;
  const listing = index.collection(diagnosticSettingsPath(endpoint.id), 'diagnosticSettings');
  const settings = flat(listing, (id): Listing<UnsupportedLogs> => {
    const setting = index.resource(id, 'diagnosticSettings');
    return listingOf(setting, (body) => settingOf(body));
  });
  return found(settings);
}

function settingOf(body: Resource): Listing<UnsupportedLogs> {
  const logs = listingOf(body.read(DIAGNOSTIC_SETTING.logs), (entries): Listing<Log> => {
    const read = entries.map((entry) => logOf(body.part(body.id, entry)));
    return {
      items: read.flatMap((log) => (log.known && log.value !== null ? [log.value] : [])),
      gaps: read.flatMap(gapsOf),
    };
  });
  const categories = logs.items.filter(({ isUnsupported }) => isUnsupported).map(({ name }) => name);
  const others = logs.items.filter(({ isUnsupported }) => !isUnsupported).map(({ sent }) => sent);
  return categories.length > 0
    ? { items: [{ id: body.id, name: nameOf(body.id), categories, others }], gaps: logs.gaps }
    : { items: [], gaps: logs.gaps };
}

/** What an entry sends; null where it is off. */
function logOf(entry: Resource): Fact<Log | null> {
  return chain(entry.read(DIAGNOSTIC_LOG.enabled), (enabled) => {
    if (!enabled) return known(null);
    const names = all([entry.read(DIAGNOSTIC_LOG.category), entry.read(DIAGNOSTIC_LOG.categoryGroup)]);
    return chain(names, ([category = null, group = null]): Fact<Log> => {
      if (category !== null) {
        const isUnsupported = UNSUPPORTED.includes(category.toLowerCase());
        return known({ name: category, sent: { category }, isUnsupported });
      }
      if (group !== null) {
        const isUnsupported = group.toLowerCase() === ALL_LOGS;
        return known({ name: group, sent: { categoryGroup: group }, isUnsupported });
      }
      const { path } = DIAGNOSTIC_SETTING.logs;
      return unread(entry.gap('unsupported', `${path} has an entry without a category`));
    });
  });
}
