import { parseWorkspaceReference, type WorkspaceReference } from '../azure/workspace-reference.js';
import { CLOUDS } from '../clouds.js';
import { emulatorCredential, startEmulator } from '../emulator/server.js';
import type { AnyRule } from '../rules/rule.js';
import type { Snapshot } from '../snapshot/format.js';
import type { TerminalFlags } from './options.js';
import { narrowed, takeSnapshot } from './take-snapshot.js';

/**
 * Reads the workspaces of a story's snapshot from a server in this process, as a scan reads them from Azure.
 * @param rules those that will be asked: nothing is read that none of them needs
 * @returns what was read, of the same time as the story
 */
export async function takeFromEmulator(
  story: Snapshot,
  flags: TerminalFlags,
  rules: readonly AnyRule[],
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
        ...narrowed(rules),
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
