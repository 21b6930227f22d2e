import { CLOUDS } from '../../arm/clouds.js';
import type { ReadName } from '../../arm/reads.js';
import { parseWorkspaceReference, type WorkspaceReference } from '../../arm/workspace-reference.js';
import { emulatorCredential, startEmulator } from '../../emulator/server.js';
import type { Snapshot } from '../../snapshot/format.js';
import type { TerminalFlags } from '../options/terminal-options.js';
import { takeSnapshot } from './take-snapshot.js';

/**
 * Reads the workspaces of a story's snapshot from a server in this process, as a scan reads them from Azure.
 * @param reads what may be read; all that any rule asks about unless told otherwise
 * @returns what was read, of the same time as the story
 */
export async function takeFromEmulator(
  story: Snapshot,
  flags: TerminalFlags,
  reads?: ReadonlySet<ReadName>,
): Promise<Snapshot> {
  const emulator = await startEmulator({ snapshot: story });
  try {
    return await takeSnapshot(
      {
        workspaces: story.workspaces.map(referenceOf),
        cloud: CLOUDS[story.cloud],
        armEndpoint: emulator.url,
        credential: emulatorCredential(),
        trust: emulator.certificate,
        takenAt: story.takenAt,
        ...(reads === undefined ? {} : { reads }),
      },
      flags,
    );
  } finally {
    await emulator.close();
  }
}

function referenceOf(id: string): WorkspaceReference {
  const { subscription = '', ...rest } = parseWorkspaceReference(id);
  return { subscription, ...rest };
}
