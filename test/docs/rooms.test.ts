import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, textOf } from './markdown.js';

/** A folder with more files than this has to say why. */
const MOST_FILES = 15;

/** The lines of the map in CONTRIBUTING.md: the folders of each, and what it says of them. */
const LINES = [...textOf('CONTRIBUTING.md').matchAll(/^\| (`[^|]+) \| ([^|]+) \|.*\|$/gm)].map(
  ([, folders = '', says = '']) => ({
    folders: [...folders.matchAll(/`([^`]+)`/g)].map(([, folder = '']) => folder),
    says,
  }),
);
const MAPPED = LINES.flatMap(({ folders }) => folders);

/** The floor of each folder, from the lowest, as the tool holds them that forbids the way up. */
const FLOORS = floors();

function floors(): ReadonlyMap<string, number> {
  const [, list = ''] = /const FLOORS = \[\n(.*?)\n\];/s.exec(textOf('.dependency-cruiser.mjs')) ?? [];
  const rooms = list.replaceAll(/\n {3,}/g, '').split('\n');
  return new Map(
    rooms.flatMap((line, floor) =>
      [...line.matchAll(/'([^']+)'/g)].map(([, room = '']): [string, number] => [
        room.endsWith('.ts') ? dirname(room.replace('[^/]+', 'each')) : room,
        floor,
      ]),
    ),
  );
}

/** The floor of a folder or of the nearest one around it; none of a folder whose parts have several. */
function floorOf(folder: string): number | undefined {
  return FLOORS.get(folder) ?? (folder.includes('/') ? floorOf(dirname(folder)) : undefined);
}

/** The folders in one of `src`, as deep as the map goes: two levels, and three in DNS and its like. */
function foldersIn(folder: string): readonly string[] {
  const inside = entriesOf(folder)
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name).replaceAll('\\', '/'));
  return inside.flatMap((each) => [each, ...(isDeep(each) ? [] : foldersIn(each))]);
}

/** A folder of files is mapped as one, whatever lies in it; one of folders alone is not. */
function isDeep(folder: string): boolean {
  return folder.includes('/') && filesIn(folder) > 0;
}

function entriesOf(folder: string) {
  return readdirSync(join(ROOT, 'src', folder), { withFileTypes: true });
}

function filesIn(folder: string): number {
  return entriesOf(folder).filter((entry) => entry.isFile()).length;
}

describe('the map of src', () => {
  const folders = foldersIn('');

  it('has a line for every folder, and a folder for every line', () => {
    expect(folders).toContain('model/dns/zones');
    expect(MAPPED.toSorted()).toEqual(folders.toSorted());
  });

  it('goes from the lowest floor to the highest', () => {
    const held = MAPPED.flatMap((folder) => {
      const floor = floorOf(folder);
      return floor === undefined ? [] : [{ folder, floor }];
    });
    expect(held.length).toBeGreaterThan(40);
    expect(held).toEqual(held.toSorted((one, other) => one.floor - other.floor));
  });

  it('says why where a folder has more files than others', () => {
    const large = LINES.filter((line) => line.folders.some((folder) => filesIn(folder) > MOST_FILES));
    const explained = LINES.filter(({ says }) => /more than fifteen: \w+ \w+/.test(says));
    expect(explained.map((line) => line.folders)).toEqual(large.map((line) => line.folders));
  });
});
