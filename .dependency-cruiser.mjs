/**
 * The floors of `src`, low to high: a room imports rooms of lower floors, and none of its own floor. What stands on one
 * line knows nothing of its neighbors. `npm run floors` holds the code against this, types included.
 */
const FLOORS = [
  ['json.ts', 'version.ts', 'errors.ts'],
  ['arm', 'files'],
  ['snapshot'],
  ['model/algebra'],
  ['model/arm-properties'],
  ['model/bodies'],
  ['model/addresses'],
  ['model/resources'],
  ['model/ownership'],
  ['model/assets'],
  ['model/managed-network'],
  ['model/dns/names'],
  ['model/connections'],
  ['model/dns/zones'],
  ['model/dns/records'],
  ['model/dns/servers', 'model/identity', 'model/network'],
  ['model/reach'],
  ['model/facts'],
  ['model/targets'],
  ['findings', 'azure/exchange'],
  ['rules/engine', 'azure/connect', 'azure/plan'],
  ['rules/remedies'],
  ['rules/judgements'],
  [
    'rules/deployment',
    'rules/dns',
    'rules/endpoint',
    'rules/identity',
    'rules/key-vault',
    'rules/managed-network',
    'rules/monitoring',
    'rules/network',
    'rules/private-endpoint',
    'rules/registry',
    'rules/storage',
    'rules/workspace',
  ],
  ['rules/index.ts'],
  ['catalogue', 'scenarios'],
  ['judge', 'troubleshoot'],
  ['terminal'],
  ['reporters'],
  ['azure/[^/]+.ts', 'emulator'],
  ['library'],
  ['cli/process', 'cli/options'],
  ['cli/input'],
  ['cli/output'],
  ['cli/commands'],
  ['cli/program.ts'],
  ['cli/main.ts'],
  ['index.ts'],
];

/** @param {string} room a folder or a file below `src` */
const pathOf = (room) => (room.endsWith('.ts') ? `^src/${room}$` : `^src/${room}/`);

const upwards = FLOORS.slice(0, -1).flatMap((rooms, floor) =>
  rooms.map((room) => ({
    name: `no-way-up-from-${room.replaceAll(/[^a-z]+/g, '-')}`,
    severity: 'error',
    from: { path: pathOf(room) },
    to: {
      path: [...rooms.filter((other) => other !== room), ...FLOORS.slice(floor + 1).flat()].map(pathOf),
    },
  })),
);

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'every-room-has-a-floor',
      comment: 'A new folder of src has to be given a floor above.',
      severity: 'error',
      from: { pathNot: FLOORS.flat().map(pathOf) },
      to: { path: '^src/' },
    },
    ...upwards,
  ],
  options: {
    includeOnly: '^src/',
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
  },
};
