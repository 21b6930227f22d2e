import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What `npm run build` makes and the package ships. */
export const DIST = join(ROOT, 'dist');

/** What the build says about the files in `dist`; not shipped. */
export const BUILD_RECORD = join(DIST, 'build.json');
