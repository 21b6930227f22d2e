import { describe, expect, it } from 'vitest';
import { judgeSnapshot } from '../../src/judge/judge-snapshot.js';
import { GAP_REASONS } from '../../src/snapshot/format.js';
import { HUB_SUBSCRIPTION } from '../world/names.js';
import { unfoundedVerdicts } from './better.js';
import { checkChanges, checkProperty } from './check-property.js';
import * as estates from './estates.js';
import { foreignConnections } from './foreign.js';
import { SETTINGS, timeLimit } from './settings.js';
import { SUBJECTS } from './subjects.js';
import { type Loss, losses, lossInWords, without } from './take-away.js';

/*
 * Whatever is taken out of a snapshot, no verdict becomes another one: it stays, or it becomes unknown.
 */

describe.each(SUBJECTS)('$name', ({ world, required }) => {
  const snapshot = world().snapshot();
  const full = judgeSnapshot(snapshot, { required });
  const foreignBefore = foreignConnections(snapshot);

  const property = {
    changes: losses(snapshot),
    problems: (lost: readonly Loss[]) => {
      const left = without(snapshot, lost);
      const less = judgeSnapshot(left, { required });
      const foreign = [...foreignConnections(left)].filter((id) => !foreignBefore.has(id));
      return unfoundedVerdicts(full, less, new Set(foreign));
    },
    inWords: lossInWords(snapshot),
  };

  it('each single resource and collection, refused or never asked for by turns', () => {
    const single = [
      ...Object.keys(snapshot.resources).map((key) => ({ kind: 'resource', key, kept: null }) as const),
      ...Object.entries(snapshot.collections).flatMap(([key, { members }]) => [
        { kind: 'collection', key, kept: null } as const,
        { kind: 'collection', key, kept: members.map((_, position) => position % 2 === 0) } as const,
      ]),
    ];
    for (const [position, each] of single.entries()) {
      checkChanges(property, [{ ...each, reason: position % 2 === 0 ? null : 'forbidden' }]);
    }
  });

  it('any of them together, for any reason', () => checkProperty(property), timeLimit(SETTINGS));

  it('everything, for each reason', () => {
    for (const reason of GAP_REASONS) {
      const lost = [
        ...Object.keys(snapshot.resources).map(
          (key): Loss => ({ kind: 'resource', key, reason, kept: null }),
        ),
        ...Object.keys(snapshot.collections).map(
          (key): Loss => ({ kind: 'collection', key, reason, kept: null }),
        ),
      ];
      checkChanges(property, lost);
      const { findings } = judgeSnapshot(without(snapshot, lost), { required });
      const decided = findings.filter(({ status }) => status !== 'unknown');
      expect(decided.map(({ ruleId, status, target }) => `${status} ${ruleId} of ${target.id}`)).toEqual([]);
    }
  });
});

describe.each([
  ['that clients need', estates.privateEndpointElsewhere, 'unknown'],
  ['that nobody needs', estates.uselessPrivateEndpointElsewhere, 'not-applicable'],
])('a private endpoint %s, in a subscription that shows nothing else', (_, world, wayIn) => {
  const snapshot = world().snapshot();
  const inHub = (key: string) => key.startsWith(`/subscriptions/${HUB_SUBSCRIPTION}/`);
  const lost = [
    ...Object.keys(snapshot.resources)
      .filter(inHub)
      .map((key): Loss => {
        const reason = key.endsWith('/privateendpoints/pe-mlw-away') ? 'forbidden' : null;
        return { kind: 'resource', key, reason, kept: null };
      }),
    ...Object.keys(snapshot.collections)
      .filter(inHub)
      .map((key): Loss => ({ kind: 'collection', key, reason: null, kept: null })),
    {
      kind: 'collection',
      key: '/providers/microsoft.resourcegraph/resources',
      reason: null,
      kept: null,
    } as const,
  ];
  const left = without(snapshot, lost);

  it("may be anybody's: rules on it do not apply, and it proves no way in", () => {
    const { findings } = judgeSnapshot(left);
    const [connection] = foreignConnections(left);
    const ofConnection = findings.filter(({ target }) => target.id.toLowerCase() === connection);
    const others = ofConnection.filter(({ ruleId }) => ruleId !== 'private-endpoint/foreign');
    expect(new Set(others.map(({ status }) => status))).toEqual(new Set(['not-applicable']));
    expect(ofConnection.filter((each) => !others.includes(each)).map(({ status }) => status)).toEqual([
      'fail',
    ]);
    expect(findings.find(({ ruleId }) => ruleId === 'endpoint/private-inbound-path')?.status).toBe(wayIn);
  });

  it('changes no verdict but those', () => {
    expect(unfoundedVerdicts(judgeSnapshot(snapshot), judgeSnapshot(left), foreignConnections(left))).toEqual(
      [],
    );
  });
});
