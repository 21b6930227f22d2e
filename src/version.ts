import manifest from '../package.json' with { type: 'json' };

/** The version of isocheck, as its package declares it. The bundle carries this value, not the manifest. */
export const VERSION: string = manifest.version;
