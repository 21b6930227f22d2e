import type { Requirements } from '../../src/findings/report.js';
import { STORIES } from '../world/stories.js';
import type { World } from '../world/world.js';
import * as estates from './estates.js';

/** A world with what is required of it. */
export interface Subject {
  readonly name: string;
  readonly world: () => World;
  readonly required: Requirements;
}

const ALL_PRIVATE: Requirements = { inbound: 'private', outbound: 'private', workspace: 'private' };

/** Every story as it is told, and every other estate with nothing and with everything required. */
export const SUBJECTS: readonly Subject[] = [
  ...Object.entries(STORIES).map(([name, { world, required }]) => ({ name, world, required })),
  ...Object.entries(estates).flatMap(([name, world]) => [
    { name, world, required: {} },
    { name: `${name}, all private required`, world, required: ALL_PRIVATE },
  ]),
];
