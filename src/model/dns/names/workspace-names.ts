import { type Fact, map } from '../../algebra/fact.js';
import type { Workspace } from '../../resources/workspace.js';
import { whereabouts } from './inference-names.js';

/** A DNS label holds no more. */
const LABEL_LENGTH = 63;

/** A record of a workspace's own, by which its API or its notebooks are reached from private networks. */
export interface WorkspaceName {
  readonly of: 'api' | 'certificate' | 'notebooks';
  /** Name of the zone that holds it. */
  readonly zone: string;
  /** The record's name as zone groups write it: lower case, relative to the zone. */
  readonly record: string;
  /** Tells by its name (lower case, relative to the zone) whether a record is the one. */
  readonly isRecord: (record: string) => boolean;
  /** Tells whether a name of a private endpoint (lower case) is the one that the record answers for. */
  readonly isHost: (host: string) => boolean;
}

/** The records of a workspace's own. */
export interface WorkspaceNames {
  readonly api: WorkspaceName;
  readonly certificate: WorkspaceName;
  readonly notebooks: WorkspaceName;
}

/**
 * The names of a workspace's own (of the hub, for a project). In the notebooks name the workspace's is cut to what a
 * DNS label holds, and private endpoints of older days go without the region's label
 * (learn.microsoft.com/azure/machine-learning/how-to-custom-dns, reviewed 2026-11-24).
 */
export function workspaceNames(workspace: Workspace): Fact<WorkspaceNames> {
  const { apiZone, notebooksZone } = workspace.model.cloud;
  const name = workspace.name.toLowerCase();
  return map(whereabouts(workspace), ({ guid, region }) => {
    const end = `-${region}-${guid}`;
    const label = `ml-${name.slice(0, Math.max(0, LABEL_LENGTH - 'ml-'.length - end.length))}${end}`;
    const isNotebooks = (record: string) => {
      if (!record.includes(end)) return false;
      const [first = '', ...more] = record.split('.');
      const isPlaced = more.length === 0 || more.join('.') === region;
      const isWhole = first.startsWith('ml-') && first.endsWith(end);
      return isPlaced && isWhole && name.startsWith(first.slice('ml-'.length, -end.length));
    };
    const host = `${guid}.workspace.${region}`;
    return {
      api: workspaceName('api', apiZone, host, (record) => record === host),
      certificate: workspaceName(
        'certificate',
        apiZone,
        `${host}.cert`,
        (record) => record === `${host}.cert`,
      ),
      notebooks: workspaceName('notebooks', notebooksZone, `${label}.${region}`, isNotebooks),
    };
  });
}

function workspaceName(
  of: WorkspaceName['of'],
  zone: string,
  record: string,
  isRecord: WorkspaceName['isRecord'],
): WorkspaceName {
  const parent = `.${zone.replace(/^privatelink\./, '')}`;
  const isHost = (host: string) => host.endsWith(parent) && isRecord(host.slice(0, -parent.length));
  return { of, zone, record, isRecord, isHost };
}
