import { describe, expect, it, test } from 'vitest';
import { readOf } from '../properties/take-away.js';
import { dependencyExpectations } from './dependencies.js';
import { endpointExpectations } from './endpoints.js';
import { errorExpectations } from './errors.js';
import { networkExpectations } from './network.js';
import { readRecordings } from './recorded.js';
import { scan } from './scanned.js';
import { workspaceExpectations } from './workspaces.js';

/*
 * Answers that Azure gave, as they are: read from the folder that ISOCHECK_RECORDED_ARM names, which is no part of
 * this project. What each file holds, and where it was recorded, its own README tells.
 */

const folder = process.env['ISOCHECK_RECORDED_ARM'];
const EXPECTATIONS = {
  ...workspaceExpectations,
  ...endpointExpectations,
  ...dependencyExpectations,
  ...networkExpectations,
  ...errorExpectations,
};

if (folder === undefined || folder === '') {
  test('recorded answers are left out: ISOCHECK_RECORDED_ARM names no folder that holds them', () => {
    const isDemanded = process.env['ISOCHECK_RECORDED_ARM_REQUIRED'] === '1';
    expect(isDemanded, 'ISOCHECK_RECORDED_ARM_REQUIRED demands them').toBe(false);
  });
} else {
  describe('recorded answers', () => {
    const recordings = readRecordings(folder);

    it('are all expected, and all there', () => {
      expect(recordings.map(({ file }) => file).sort()).toEqual(Object.keys(EXPECTATIONS).sort());
    });

    for (const recorded of recordings) {
      it(recorded.file, async () => {
        await EXPECTATIONS[recorded.file]?.(recorded);
      });
    }
  });

  describe('a recorded answer alone', () => {
    for (const recorded of readRecordings(folder).filter(({ status }) => status === 200 || status === 201)) {
      it(`${recorded.file} gives no verdict on anything else`, async () => {
        const [, workspace] = /^(.*\/workspaces\/[^/]+)/i.exec(recorded.path) ?? [];
        const read = readable(recorded.path) ? readOf(recorded.path.toLowerCase()) : 'keyVault';
        const asked =
          workspace ??
          '/subscriptions/s/resourceGroups/g/providers/Microsoft.MachineLearningServices/workspaces/w';
        const { snapshot, report } = await scan(read, recorded, [asked]);
        const spoken = Object.keys(snapshot.resources);
        const bodies = JSON.stringify(snapshot.resources).toLowerCase();
        const unfounded = report.findings.filter(
          ({ status, target }) =>
            status !== 'unknown' &&
            !spoken.some((id) => belongs(target.id, id)) &&
            // What a workspace does not need of a service that it names, its own body tells.
            !(status === 'not-applicable' && bodies.includes(target.id.toLowerCase())),
        );
        expect(unfounded.map(({ ruleId, target }) => `${ruleId} ${target.id}`)).toEqual([]);
        expect(report.exitCode).not.toBe(0);
      });
    }
  });
}

/** Whether a target is a recorded resource, or a part of it. */
function belongs(target: string, recorded: string): boolean {
  return target.toLowerCase() === recorded || target.toLowerCase().startsWith(`${recorded}/`);
}

function readable(path: string): boolean {
  try {
    readOf(path.toLowerCase());
    return true;
  } catch {
    return false;
  }
}
