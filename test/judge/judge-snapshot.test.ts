import { describe, expect, it, test } from 'vitest';
import type { Report } from '../../src/findings/report.js';
import { judgeSnapshot, type ReportOptions } from '../../src/judge/judge-snapshot.js';
import { type Outcome, pass } from '../../src/rules/engine/outcome.js';
import { defineRule } from '../../src/rules/engine/rule.js';
import { RULES } from '../../src/rules/index.js';
import type { Snapshot } from '../../src/snapshot/format.js';
import { Estate } from '../world/estate.js';
import { endpointId } from '../world/names.js';
import { soundManaged, soundPrivate, soundPublic } from '../world/sound.js';
import { managedApproved, managedInternet } from '../world/stories/managed.js';
import { projectOfHub } from '../world/stories/project-of-hub.js';
import type { World } from '../world/world.js';

function reportOf(estate: Estate, options: ReportOptions = {}): Report {
  return judgeSnapshot(estate.world.snapshot(), options);
}

function isolationOf(estate: Estate): string | undefined {
  return reportOf(estate).workspaces[0]?.isolation;
}

/** All open, and deployments of both kinds. */
function deployed(...egress: readonly ('Enabled' | 'Disabled')[]): Estate {
  const estate = new Estate('words', { workspaceAccess: 'Enabled', closedDependencies: false });
  const deployments = Object.fromEntries(egress.map((access, position) => [`d${position}`, access]));
  return estate.endpoint('scoring', 'Enabled', deployments);
}

describe('how a workspace is isolated', () => {
  it('none: no deployment leaves privately', () => {
    expect(isolationOf(deployed('Enabled', 'Enabled'))).toBe('none');
    expect(isolationOf(deployed())).toBe('none');
  });

  it('legacy: every deployment leaves by private endpoints of its own', () => {
    expect(isolationOf(deployed('Disabled', 'Disabled'))).toBe('legacy');
  });

  it('mixed: some do', () => {
    expect(isolationOf(deployed('Disabled', 'Enabled'))).toBe('mixed');
  });

  it('managed: the managed network has the say, whatever the deployments say', () => {
    expect(isolationOf(soundManaged('AllowInternetOutbound'))).toBe('managed-internet');
    expect(isolationOf(soundManaged('AllowOnlyApprovedOutbound'))).toBe('managed-approved');
  });

  it('unknown: a deployment that was not read may be of either kind', () => {
    const estate = deployed('Disabled', 'Enabled');
    estate.world.gap('deployments', `${endpointId(estate.names.workspace, 'scoring')}/deployments`);
    expect(isolationOf(estate)).toBe('unknown');
  });

  it('unknown: the answer does not know of managed networks', () => {
    const estate = deployed('Disabled');
    estate.world.version(estate.names.workspace, '2022-10-01');
    estate.world.unset(estate.names.workspace, 'properties.managedNetwork');
    expect(isolationOf(estate)).toBe('unknown');
  });

  it('mixed, though another deployment was not read', () => {
    const estate = deployed('Disabled', 'Enabled', 'Enabled');
    estate.world.gap('deployments', `${endpointId(estate.names.workspace, 'scoring')}/deployments/d2`);
    expect(isolationOf(estate)).toBe('mixed');
  });
});

describe('the head of a workspace', () => {
  it('tells region, kind and public access', () => {
    expect(reportOf(soundPrivate()).workspaces).toEqual([
      {
        id: soundPrivate().names.workspace,
        name: 'mlw-fraud',
        location: 'eastus',
        kind: 'Default',
        isolation: 'legacy',
        publicNetworkAccess: 'Disabled',
      },
    ]);
  });

  it('shows a value that isocheck does not know as ARM gave it', () => {
    const { world, names } = soundPrivate();
    world.set(names.workspace, 'properties.publicNetworkAccess', 'SecuredByPerimeter');
    expect(judgeSnapshot(world.snapshot()).workspaces[0]?.publicNetworkAccess).toBe('SecuredByPerimeter');
  });

  it('of one that was not read is unknown throughout', () => {
    const { world, names } = soundPrivate();
    world.gap('workspace', names.workspace);
    const report = judgeSnapshot(world.snapshot());
    expect(report.workspaces).toMatchObject([
      { location: 'unknown', kind: 'unknown', isolation: 'unknown', publicNetworkAccess: 'unknown' },
    ]);
    // Its connections are listed apart from it, so that a way in is known all the same.
    const passing = report.findings.filter(
      ({ status, target }) => status !== 'unknown' && target.type === 'workspace',
    );
    expect(passing.map(({ ruleId }) => ruleId)).toEqual(['workspace/private-endpoint']);
    expect(report.exitCode).toBe(3);
  });
});

describe('the endpoints that are reported', () => {
  const estate = () =>
    new Estate('many')
      .endpoint('first', 'Disabled', { blue: 'Disabled', green: 'Enabled' })
      .endpoint('second', 'Enabled', { blue: 'Enabled' });

  it('are all unless some are named', () => {
    expect(reportOf(estate(), { endpoints: [] })).toEqual(reportOf(estate()));
  });

  it('are those named, whatever the case; what all share stays', () => {
    const all = reportOf(estate());
    const some = reportOf(estate(), { endpoints: ['FIRST'] });
    expect(some.scenarios).toEqual(all.scenarios.filter(({ endpoint }) => endpoint === 'first'));
    const ofSecond = (id: string) => /\/onlineEndpoints\/second(?:\/|$)/.test(id);
    expect(some.findings).toEqual(all.findings.filter(({ target }) => !ofSecond(target.id)));
    expect(some.findings.some(({ target }) => target.type === 'registry')).toBe(true);
  });

  it('count alone, and are judged with all the others', () => {
    // The vault serves a key endpoint that is not among those reported.
    const { world, names } = estate();
    world.set(names.keyVault, 'properties.networkAcls.bypass', 'None');
    world.set(endpointId(names.workspace, 'first'), 'properties.authMode', 'AADToken');
    world.set(endpointId(names.workspace, 'first'), 'properties.traffic', {});
    const report = judgeSnapshot(world.snapshot(), { endpoints: ['second'] });
    expect(
      report.findings.find(({ ruleId }) => ruleId === 'key-vault/trusted-services-bypass'),
    ).toMatchObject({ status: 'fail', severity: 'error' });
    expect(report.summary.fail).toBe(report.findings.filter(({ status }) => status === 'fail').length);
    expect(report.findings.some(({ target }) => target.name === 'first')).toBe(false);
  });

  it('that could not be listed stay unknown, whichever are named', () => {
    const { world, names } = estate();
    world.gap('endpoints', `${names.workspace}/onlineEndpoints`);
    const report = judgeSnapshot(world.snapshot(), { endpoints: ['second'] });
    const list = report.findings.filter(({ ruleId }) => ruleId === 'endpoint/public-network-access');
    expect(list).toMatchObject([{ status: 'unknown', target: { name: 'onlineendpoints of mlw-many' } }]);
    expect(report.exitCode).not.toBe(0);
  });
});

describe('notes', () => {
  const ARM = /go to Azure Resource Manager over the public network/;

  it('tell of key and management requests when inbound or outbound has to be private', () => {
    expect(reportOf(soundPrivate(), { required: { inbound: 'private' } }).notes).toEqual([
      expect.stringMatching(ARM),
    ]);
    expect(reportOf(soundPrivate(), { required: { outbound: 'private' } }).notes).toEqual([
      expect.stringMatching(ARM),
    ]);
    expect(reportOf(soundPrivate(), { required: { workspace: 'private' } }).notes).toEqual([]);
    expect(reportOf(soundPrivate()).notes).toEqual([]);
  });

  it('tell whether AllowOnlyApprovedOutbound is really closed, of a hub once', () => {
    const verdict = (world: World) =>
      judgeSnapshot(world.snapshot()).notes.filter((note) => /^Allow/.test(note));
    expect(verdict(managedApproved.world())).toEqual([
      'AllowOnlyApprovedOutbound of mlw-claims: 2 rules beside the required ones; open: data-lake (private endpoint to dfs of stclaimslake), address-check (the host api.address-check.example). Not really closed: data can leave by address-check. FQDN rules act through an Azure Firewall, which costs: version Standard.',
    ]);
    expect(verdict(managedInternet.world())).toEqual([]);
    expect(verdict(soundManaged().world)).toEqual([
      'AllowOnlyApprovedOutbound of mlw-managed: no rule beside the required ones. Closed to everything but the private endpoints and service tags that Azure Machine Learning requires.',
    ]);
    const refused = soundManaged();
    refused.world.gap('outboundRules', `${refused.names.workspace}/outboundRules`);
    expect(verdict(refused.world)).toEqual([
      'AllowOnlyApprovedOutbound of mlw-managed: no rule beside the required ones was read. Whether it is closed is not known. What more is open is not known: outboundrules was not read (forbidden, Microsoft.MachineLearningServices/workspaces/outboundRules/read): 403 AuthorizationFailed.',
    ]);
    expect(verdict(projectOfHub.world())).toEqual([expect.stringContaining('of hub-agents: no rule beside')]);
  });

  it('tell nothing of outbound rules that no chosen rule reads', () => {
    const rules = RULES.filter(({ id }) => id.startsWith('key-vault/trusted'));
    expect(judgeSnapshot(managedApproved.world().snapshot(), { rules }).notes.join()).not.toContain(
      'AllowOnly',
    );
  });

  it('tell whose network a project has', () => {
    const hub = soundPrivate('hub');
    const { world, names } = hub;
    const project = names.workspace.replace('mlw-hub', 'proj-one');
    world.add('workspace', {
      ...world.body(names.workspace),
      id: project,
      name: 'proj-one',
      kind: 'Project',
    });
    world.set(project, 'properties.hubResourceId', names.workspace);
    world.set(names.workspace, 'kind', 'Hub');
    world.workspaces = [project];
    expect(reportOf(hub).notes).toEqual([
      "proj-one is a project of the hub mlw-hub: network settings, private endpoint, managed network and dependencies are the hub's.",
    ]);
  });
});

describe('gaps', () => {
  it('are those that keep a finding unknown, each once', () => {
    const { world, names } = soundPrivate();
    world.gap('registry', names.registry);
    const report = judgeSnapshot(world.snapshot());
    expect(report.findings.filter(({ status }) => status === 'unknown').length).toBeGreaterThan(1);
    expect(report.gaps).toEqual([
      {
        scope: names.registry.toLowerCase(),
        operation: 'Microsoft.ContainerRegistry/registries/read',
        reason: 'forbidden',
        detail: '403 AuthorizationFailed',
      },
    ]);
  });

  it("that keep nothing unknown are left out: a private endpoint of Microsoft's is nobody's loss", () => {
    const estate = soundPrivate();
    const id = '/subscriptions/microsoft/resourceGroups/g/providers/Microsoft.Network/privateEndpoints/pe';
    estate.connection({ name: 'other', privateEndpoint: id, status: 'Approved' });
    estate.world.gap('privateEndpoint', id);
    const report = reportOf(estate);
    expect(report.gaps).toEqual([]);
    expect(report.exitCode).toBe(0);
  });
});

describe('the exit code', () => {
  const failing = (): Snapshot => {
    const { world, names } = soundPrivate();
    world.set(endpointId(names.workspace, 'fraud'), 'properties.traffic', {});
    return world.snapshot();
  };

  test('0: nothing failed and nothing is unknown', () => {
    expect(reportOf(soundPublic()).exitCode).toBe(0);
  });

  test('1: a failure at or above the severity that counts', () => {
    expect(judgeSnapshot(failing()).exitCode).toBe(0);
    expect(judgeSnapshot(failing(), { failOn: 'warning' }).exitCode).toBe(1);
    expect(judgeSnapshot(failing(), { failOn: 'never' }).exitCode).toBe(0);
  });

  test('1: what is required and is not so', () => {
    const options = { required: { workspace: 'private' } } as const;
    expect(reportOf(soundPublic(), options).exitCode).toBe(1);
    expect(reportOf(soundPrivate(), options).exitCode).toBe(0);
  });

  test('3: something is unknown, however little it weighs', () => {
    const { world, names } = soundPublic();
    world.set(names.workspace, 'properties.publicNetworkAccess', 'Perhaps');
    for (const failOn of ['error', 'warning', 'never'] as const) {
      expect(judgeSnapshot(world.snapshot(), { failOn }).exitCode).toBe(3);
    }
  });

  test('3: there was nothing to check', () => {
    expect(judgeSnapshot({ ...failing(), workspaces: [] }).exitCode).toBe(3);
  });
});

test('the same snapshot gives the same report, and is left as it was', () => {
  const snapshot = soundPrivate().world.snapshot();
  const before = structuredClone(snapshot);
  expect(judgeSnapshot(snapshot)).toEqual(judgeSnapshot(snapshot));
  expect(snapshot).toEqual(before);
});

test('the order of a snapshot does not matter', () => {
  const snapshot = soundPrivate().world.snapshot();
  const reversed = {
    ...snapshot,
    resources: Object.fromEntries(Object.entries(snapshot.resources).reverse()),
    collections: Object.fromEntries(Object.entries(snapshot.collections).reverse()),
    gaps: [...snapshot.gaps].reverse(),
  };
  expect(judgeSnapshot(reversed)).toEqual(judgeSnapshot(snapshot));
});

test('a rule that throws is unknown, and the others go on', () => {
  const rule = (id: string, check: () => Outcome) =>
    defineRule({
      id,
      title: 'never holds',
      severity: 'error',
      target: 'workspace',
      docs: {
        why: 'It is broken.',
        consequence: 'None.',
        wrongWhen: 'Always.',
        example: {
          read: 'workspace',
          type: 'Microsoft.MachineLearningServices/workspaces',
          failing: { kind: 'Default' },
          mended: { kind: 'Hub' },
        },
        sources: [{ url: 'https://example.com', reviewed: '2026-11-24' }],
      },
      needs: [],
      check,
    });
  const broken = rule('workspace/broken', () => {
    throw new Error('no such thing');
  });
  const whole = rule('workspace/whole', () => pass('It holds.'));
  const report = reportOf(soundPrivate(), { rules: [broken, whole] });
  expect(report.findings.map(({ ruleId, status }) => [ruleId, status])).toEqual([
    ['workspace/broken', 'unknown'],
    ['workspace/whole', 'pass'],
  ]);
  expect(report.findings[0]?.message).toContain('no such thing');
  expect(report.findings[0]?.gaps).toMatchObject([
    { scope: soundPrivate().names.workspace.toLowerCase(), operation: 'isocheck/rules/workspace/broken' },
  ]);
  expect(report.exitCode).toBe(3);
});
