import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../paths.mjs';

/** Licences that let us ship the code in a package under the MIT licence. */
const PERMISSIVE = new Set(['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT']);

const PACKAGE_FOLDER = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;

/**
 * Writes the name, version and licence of every package that has code in the bundle.
 *
 * @param {string} folder
 * @param {readonly import('./bundle.mjs').BundledFile[]} files
 * @throws {Error} when a package has no licence text, or a licence that is not known to be permissive
 */
export async function notices(folder, files) {
  const packages = new Set(
    files.flatMap(({ inputs }) => inputs.flatMap((input) => PACKAGE_FOLDER.exec(input)?.[0] ?? [])),
  );
  const sections = await Promise.all([...packages].map((each) => notice(join(ROOT, each))));
  await writeFile(
    join(folder, 'THIRD-PARTY-NOTICES.txt'),
    `isocheck contains code of the packages below.\n\n${[...new Set(sections)].sort().join('\n\n')}`,
  );
}

/**
 * @param {string} folder the package's
 * @returns {Promise<string>}
 */
async function notice(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  if (!PERMISSIVE.has(license)) {
    throw new Error(`${name} ${version}: the licence ${license} is not among ${[...PERMISSIVE].join(', ')}`);
  }
  const files = (await readdir(folder)).filter((file) => /^(?:licen[cs]e|notice)/i.test(file)).sort();
  if (!files.some((file) => /^licen[cs]e/i.test(file))) {
    throw new Error(`${name} ${version} has no licence file`);
  }
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  const title = `${name} ${version} (${license})`;
  return [
    title,
    '-'.repeat(title.length),
    ...texts.map((text) => text.replaceAll('\r\n', '\n').trim()),
    '',
  ].join('\n');
}
