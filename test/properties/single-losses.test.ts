import { describe, expect, it } from 'vitest';
import { Model } from '../../src/model/bodies/model.js';
import { zonesRead } from '../../src/model/dns/zones/zone-search.js';
import { workspacesIn } from '../../src/model/ownership/owners.js';
import { endpointsOf } from '../../src/model/resources/endpoint.js';
import type { Snapshot } from '../../src/snapshot/format.js';
import { soundPrivate } from '../world/sound.js';
import { recordReads } from './recorded-reads.js';
import { unfoundedByLosses } from './single-losses.js';

const estate = soundPrivate().endpoint('second', 'Disabled', {});
const { names } = estate;
const snapshot = estate.world.snapshot();
const key = (id: string) => id.toLowerCase();
const ENDPOINTS = key(`${names.workspace}/onlineEndpoints`);

/** Tells of each judgement that is another one than before. */
const unfounded = (full: string, less: string): readonly string[] => (full === less ? [] : [less]);
const EVERYTHING = { most: Number.POSITIVE_INFINITY, turn: 0 };

/** Takes what it can't list for nothing. */
const countEndpoints = (each: Snapshot) =>
  `${workspacesIn(new Model(each)).flatMap((workspace) => endpointsOf(workspace).items.filter(({ resource }) => resource.known)).length} endpoints`;

describe('what a judgement reads', () => {
  it('is every body and every list that it asked for, and nothing else', () => {
    const { judged, resources, collections } = recordReads(snapshot, countEndpoints);
    expect(judged).toBe('2 endpoints');
    expect([...resources].sort()).toEqual(
      [key(names.workspace), `${ENDPOINTS}/fraud`, `${ENDPOINTS}/second`].sort(),
    );
    expect([...collections]).toEqual([ENDPOINTS]);
  });

  it('is not recorded of a list in which ids alone were looked for', () => {
    const { collections } = recordReads(snapshot, (each) => zonesRead(new Model(each)));
    expect([...collections]).toEqual([]);
  });
});

describe('what a judgement reads, taken away', () => {
  it('tells of what a default was put in the place of: a body, a list, and the last of a list', () => {
    expect(unfoundedByLosses(snapshot, { judge: countEndpoints, unfounded }, EVERYTHING)).toEqual([
      `without ${ENDPOINTS}/fraud: 1 endpoints`,
      `without ${ENDPOINTS}/second: 1 endpoints`,
      `without ${ENDPOINTS}: 0 endpoints`,
      `without the last of ${ENDPOINTS}: 1 endpoints`,
    ]);
  });

  it('leaves a gap of the read that brings it', () => {
    const gapsOf = (each: Snapshot) =>
      each.gaps.map(({ operation, reason }) => `${reason} ${operation}`).join();
    const judge = (each: Snapshot) => `${countEndpoints(each)}, ${gapsOf(each)}`;
    expect(unfoundedByLosses(snapshot, { judge, unfounded }, EVERYTHING)).toContain(
      `without ${ENDPOINTS}: 0 endpoints, forbidden Microsoft.MachineLearningServices/workspaces/onlineEndpoints/read`,
    );
  });

  it.each([
    [0, [`${ENDPOINTS}/fraud: 1`, `${ENDPOINTS}: 0`]],
    [1, [`${ENDPOINTS}/second: 1`, `the last of ${ENDPOINTS}: 1`]],
    [2, [`${ENDPOINTS}/fraud: 1`, `${ENDPOINTS}: 0`]],
  ])('is one of each kind where it is much: turn %i', (turn, told) => {
    const share = { most: 3, turn };
    expect(unfoundedByLosses(snapshot, { judge: countEndpoints, unfounded }, share)).toEqual(
      told.map((each) => `without ${each} endpoints`),
    );
  });
});
