import { homedir } from 'node:os';
import { join } from 'node:path';
import type { ReadName } from '../../arm/reads.js';
import type { Snapshot } from '../../snapshot/format.js';
import { printable } from '../../terminal/printable.js';
import type { AzureFlags } from '../options/azure-options.js';
import type { TerminalFlags } from '../options/terminal-options.js';
import { tell } from '../process/streams.js';
import { takeSnapshot } from './take-snapshot.js';

/**
 * Reads the workspaces that the flags, or the user's surroundings, name from Azure.
 * @param reads what may be read; all that any rule asks about unless told otherwise
 * @throws UsageError when they do not name any; else what {@link takeSnapshot} throws
 */
export async function takeFromAzure(
  flags: AzureFlags & TerminalFlags,
  reads?: ReadonlySet<ReadName>,
): Promise<Snapshot> {
  const [{ findDefaults }, { chooseWorkspaces }, { defaultCredential }] = await Promise.all([
    import('../../azure/defaults.js'),
    import('./chosen-workspaces.js'),
    import('../../azure/connect/credential.js'),
  ]);
  const defaults = await findDefaults(process.env, homedir());
  const folder = process.env['AZURE_CONFIG_DIR'] || join(homedir(), '.azure');
  const { workspaces, cloud, found } = chooseWorkspaces(flags, defaults, folder);
  if (flags.verbose === true) {
    for (const line of [...found, ...defaults.notes]) tell(printable(line));
  }
  return takeSnapshot(
    {
      workspaces,
      cloud,
      armEndpoint: flags.armEndpoint ?? cloud.armEndpoint,
      credential: defaultCredential(cloud),
      takenAt: new Date().toISOString(),
      ...(reads === undefined ? {} : { reads }),
    },
    flags,
  );
}
