import { describe, expect, it } from 'vitest';
import { Estate } from '../world/estate.js';
import { namesOf } from '../world/names.js';
import { soundPrivate } from '../world/sound.js';
import { named, Site } from './site.js';

const { world, names } = soundPrivate();

/** As the Azure CLI writes it: with a byte order mark. */
function profile(...subscriptions: readonly { id: string; name: string; isDefault: boolean }[]): string {
  return `\uFEFF${JSON.stringify({
    installationId: '4b5c6d7e-8f90-4a1b-8c2d-3e4f5a6b7c8d',
    subscriptions: subscriptions.map((subscription) => ({
      ...subscription,
      state: 'Enabled',
      user: { name: 'ada@example.com', type: 'user' },
      tenantId: '2c3d4e5f-6071-4829-9a31-b2c3d4e5f607',
      environmentName: 'AzureCloud',
    })),
  })}`;
}

const OTHER = { id: '00000000-1111-2222-3333-444444444444', name: 'Sandbox', isDefault: false };
const OWN = { id: names.subscription, name: 'Fraud production', isDefault: true };

describe('what the command line leaves out', () => {
  it("comes from the Azure CLI's own files, and -v tells which", async () => {
    const site = await Site.of(world.snapshot());
    site.azureFile('azureProfile.json', profile(OTHER, OWN));
    site.azureFile('config', '[core]\noutput = table\n[defaults]\ngroup = rg-fraud\nworkspace = mlw-fraud\n');
    const { exitCode, stderr } = await site.live(['scan', '-v']);
    expect(exitCode).toBe(0);
    const lines = stderr.split('\n');
    expect(lines[0]).toMatch(/^workspace mlw-fraud: from .*config \(az configure --defaults\)$/);
    expect(lines[1]).toMatch(/^resource group rg-fraud: from .*config \(az configure --defaults\)$/);
    expect(lines[2]).toMatch(
      new RegExp(`^subscription ${names.subscription}: from .*azureProfile\\.json \\(az account show\\)$`),
    );
    // Once, for the token: az is not started to find defaults.
    expect(site.az.started).toHaveLength(1);
  });

  it('comes from the environment first', async () => {
    const site = await Site.of(world.snapshot());
    site.azureFile('azureProfile.json', profile({ ...OTHER, isDefault: true }));
    site.azureFile('config', '[defaults]\ngroup = rg-other\nworkspace = mlw-other\n');
    const { exitCode, stdout } = await site.live(['scan', '-q'], {
      env: {
        AZURE_SUBSCRIPTION_ID: names.subscription,
        AZURE_RESOURCE_GROUP: 'rg-fraud',
        AZURE_WORKSPACE: 'mlw-fraud',
      },
    });
    expect(stdout).toMatch(/\n1 failed \(1 info\), /);
    expect(exitCode).toBe(0);
  });

  it('may be a subscription that is named by its name', async () => {
    const site = await Site.of(world.snapshot());
    site.azureFile('azureProfile.json', profile({ ...OTHER, isDefault: true }, { ...OWN, isDefault: false }));
    const { exitCode } = await site.live(['scan', '-w', 'mlw-fraud', '-s', 'fraud PRODUCTION', '-q']);
    expect(exitCode).toBe(0);
  });

  it('is asked for, with what was looked at, when nothing tells it', async () => {
    const site = await Site.of(world.snapshot());
    const noWorkspace = await site.live(['scan']);
    expect(noWorkspace.stderr).toMatch(
      /^isocheck: no workspace is named\n {2}name one: --workspace NAME, or its resource id\n {2}looked at: AZURE_WORKSPACE, and the Azure CLI's files in .*\.azure; az itself was not started\n$/,
    );
    expect(noWorkspace.exitCode).toBe(2);
    const noSubscription = await site.live(['scan', '-w', 'mlw-fraud']);
    expect(noSubscription.stderr).toMatch(
      /^isocheck: no subscription is named\n {2}name one: --subscription ID\n {2}looked at: AZURE_SUBSCRIPTION_ID, /,
    );
    expect(noSubscription.exitCode).toBe(2);
    expect(site.az.started).toEqual([]);
  });

  it('is told of a file that cannot be used', async () => {
    const site = await Site.of(world.snapshot());
    site.azureFile('azureProfile.json', '{"subscriptions": [');
    const { exitCode, stderr } = await site.live(['scan', '-w', 'mlw-fraud']);
    expect(stderr).toMatch(/\n {2}.*azureProfile\.json was passed over: it is not JSON\n$/);
    expect(exitCode).toBe(2);
  });
});

describe('a name that several workspaces bear', () => {
  it('is refused with both named, and settled by the group', async () => {
    const first = new Estate('twin', {}, undefined, namesOf('twin', { group: 'rg-a' }));
    const second = new Estate('twin', {}, first.world, namesOf('twin', { group: 'rg-b' }));
    const site = await Site.of(first.world.snapshot());
    const { exitCode, stderr } = await site.live(['scan', '-w', 'mlw-twin', '-s', first.names.subscription]);
    expect(stderr).toBe(
      `isocheck: 2 workspaces are named mlw-twin: ${first.names.workspace} and ${second.names.workspace}\n` +
        '  say which one: --resource-group GROUP, or the full id as --workspace\n',
    );
    expect(exitCode).toBe(2);
    const settled = await site.live(['scan', ...named(second.names), '-o', 'json']);
    expect(JSON.parse(settled.stdout).workspaces.map(({ id }: { id: string }) => id)).toEqual([
      second.names.workspace,
    ]);
  });
});
