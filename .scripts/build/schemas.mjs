import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import { loadTypeScript } from '../load-typescript.mjs';
import { ROOT } from '../paths.mjs';

/**
 * Writes the JSON schemas of the snapshot, made from the schema that reads it, and of the report.
 *
 * @param {string} folder
 */
export async function schemas(folder) {
  const target = join(folder, 'schemas');
  await mkdir(target);
  await copyFile(join(ROOT, 'src/findings/report.schema.json'), join(target, 'report.schema.json'));
  await writeFile(
    join(target, 'snapshot.schema.json'),
    `${JSON.stringify(await snapshotSchema(), undefined, 2)}\n`,
  );
}

async function snapshotSchema() {
  const { snapshotSchema: schema } = await loadTypeScript('src/snapshot/format.ts');
  const { $schema, ...rest } = toJsonSchema(/** @type {import('valibot').GenericSchema} */ (schema), {
    target: 'draft-2020-12',
    typeMode: 'input',
    // The one check is that a time is a time, which the format says already.
    ignoreActions: ['check'],
    // The one custom type is an ARM body: any object.
    overrideSchema: ({ valibotSchema }) => (valibotSchema.type === 'custom' ? { type: 'object' } : undefined),
  });
  return {
    $schema,
    title: 'isocheck snapshot',
    description: 'What Azure Resource Manager said about a workspace and what it depends on.',
    ...rest,
  };
}
