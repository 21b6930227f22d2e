import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { UsageError } from '../../errors.js';
import type { Snapshot } from '../../snapshot/format.js';
import { readSnapshot } from '../../snapshot/read.js';
import { alternatives, didYouMean } from '../options/did-you-mean.js';

const storySchema = v.object({
  name: v.string(),
  title: v.string(),
  description: v.string(),
  /** Whether it is told when none is named. */
  default: v.optional(v.boolean(), false),
  /** Arguments of `isocheck scan` that belong to the story. */
  arguments: v.optional(v.array(v.string()), []),
});

/** A story of the demo. */
export type Story = v.InferOutput<typeof storySchema>;

/** Reads which stories there are, in their order. They are part of the package. */
export async function readStories(folder: URL): Promise<readonly Story[]> {
  const text = await readFile(new URL('stories.json', folder), 'utf8');
  return v.parse(v.array(storySchema), JSON.parse(text));
}

/**
 * The story of a name; the default one when none is given.
 * @throws UsageError for an unknown one, with the nearest
 */
export function findStory(stories: readonly Story[], name: string | undefined): Story {
  const wanted = name?.toLowerCase();
  const found = stories.find((story) => (wanted === undefined ? story.default : story.name === wanted));
  if (found !== undefined) return found;
  const names = stories.map((story) => story.name);
  throw new UsageError(`no story is named "${name ?? ''}"`, [
    ...didYouMean(name ?? '', names),
    `there are: ${alternatives(names).replace(' or ', ' and ')}`,
  ]);
}

/** What the server of a story answers from. */
export async function readStorySnapshot(folder: URL, { name }: Story): Promise<Snapshot> {
  const text = await readFile(new URL(`${name}.json`, folder), 'utf8');
  return readSnapshot({ text, name: `the story ${name}` });
}
