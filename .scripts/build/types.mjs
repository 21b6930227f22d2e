import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rollup } from 'rollup';
import { dts } from 'rollup-plugin-dts';
import { ROOT } from '../paths.mjs';

/**
 * Writes the library's types as one file that needs nothing else: whoever installs the package has neither the
 * packages that are bundled into it nor, perhaps, the types of Node.
 *
 * @param {string} folder
 * @throws {Error} when the types name something from another package
 */
export async function types(folder) {
  const rolled = await rollup({
    input: join(ROOT, 'src/index.ts'),
    plugins: [dts({ tsconfig: join(ROOT, 'tsconfig.json') })],
    external: /^[^./]/,
    onwarn(warning) {
      throw new Error(warning.message);
    },
  });
  const { output } = await rolled.generate({ format: 'es' });
  await rolled.close();
  for (const file of output) {
    if (file.type !== 'chunk') continue;
    if (file.imports.length > 0) {
      throw new Error(
        `The library's types (src/index.ts) use types of ${file.imports.join(', ')}, which whoever installs the ` +
          'package does not have. Describe them in a type of our own.',
      );
    }
    await writeFile(join(folder, file.fileName), file.code);
  }
}
