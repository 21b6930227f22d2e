import { afterEach, describe, expect, it } from 'vitest';
import { CLOUDS } from '../../src/arm/clouds.js';
import { parseWorkspaceReference } from '../../src/arm/workspace-reference.js';
import { type Collected, collectSnapshot } from '../../src/azure/collect-snapshot.js';
import { type Emulator, emulatorCredential, startEmulator } from '../../src/emulator/server.js';
import type { Snapshot } from '../../src/snapshot/format.js';
import { readSnapshot } from '../../src/snapshot/read.js';
import { STORIES } from '../world/stories.js';
import { reportOf, storyFiles } from './story-files.js';

let emulator: Emulator | undefined;

afterEach(() => emulator?.close());

/** Scans a server of the snapshot through the real SDKs and https. */
async function collected(snapshot: Snapshot): Promise<Collected> {
  emulator = await startEmulator({ snapshot });
  return collectSnapshot({
    workspaces: snapshot.workspaces.map((id) => {
      const { subscription = '', group = '', name } = parseWorkspaceReference(id);
      return { subscription, group, name };
    }),
    cloud: CLOUDS[snapshot.cloud],
    armEndpoint: emulator.url,
    trust: emulator.certificate,
    credential: emulatorCredential(),
    concurrency: 16,
    takenAt: snapshot.takenAt,
    toolVersion: snapshot.tool.version,
  });
}

describe.each(Object.keys(STORIES))('%s', (name) => {
  it('is collected as it is stored, in three rounds at the most, and a live scan gives the report of the replay', async () => {
    const snapshot = await readSnapshot({ text: storyFiles(name)['snapshot.json'] ?? '', name });
    const live = await collected(snapshot);
    expect(reportOf(name, live.snapshot)).toEqual(reportOf(name, snapshot));
    expect(live.snapshot).toEqual(snapshot);
    expect(live.rounds).toBeLessThanOrEqual(3);
  });
});
