import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/findings/report.js';
import { judgeSnapshot } from '../../src/judge/judge-snapshot.js';
import type { Estate } from '../world/estate.js';
import { endpointId } from '../world/names.js';
import { ROWS } from './rows.js';
import { cutOff, kubernetes, legacy, managedConnectionAndOldEndpoint } from './worlds.js';

function rowsOf(world: () => Estate): readonly Scenario[] {
  return judgeSnapshot(world().world.snapshot()).scenarios;
}

function deciding({ conditions }: Scenario): readonly string[] {
  return conditions
    .filter(({ status }) => status === 'fail' || status === 'unknown')
    .map(({ status, ruleId }) => `${status} ${ruleId}`);
}

describe('a deployment in the matrix', () => {
  it.each(ROWS)('$name', ({ world, inbound, outbound, generation, supported, decidedBy }) => {
    const [row, ...more] = rowsOf(world);
    expect(more).toEqual([]);
    expect(row).toMatchObject({ endpoint: 'scoring', deployment: 'blue', inbound, outbound, generation });
    expect(row && deciding(row)).toEqual(decidedBy ?? []);
    expect(row?.supported).toBe(supported);
  });

  it('on Kubernetes has no condition', () => {
    expect(rowsOf(kubernetes)[0]?.conditions).toEqual([]);
  });

  it('behind an old private endpoint is not saved by a connection whose age is of no account', () => {
    const [row] = rowsOf(managedConnectionAndOldEndpoint);
    expect(row && deciding(row)).toEqual(['fail private-endpoint/creation-date']);
    expect(row?.supported).toBe(false);
  });

  it('lists the conditions that hold, each once', () => {
    const [row] = rowsOf(legacy('Disabled'));
    expect(row?.conditions.map(({ ruleId, status }) => `${status} ${ruleId}`)).toEqual([
      'pass workspace/v1-legacy-mode',
      'pass workspace/dependency-subscription',
      'pass endpoint/private-inbound-path',
      'pass private-endpoint/creation-date',
      'pass workspace/private-endpoint',
      'pass registry/premium-sku',
      'pass registry/egress-private-endpoint',
      'pass deployment/unreachable-image',
      'pass deployment/mlflow-no-code',
      'pass deployment/model-storage',
      'pass deployment/code-storage',
    ]);
  });
});

describe('an endpoint', () => {
  it('without a deployment has a row of its own', () => {
    const [row, ...more] = rowsOf(() => legacy('Disabled')().endpoint('bare', 'Enabled', {})).filter(
      ({ endpoint }) => endpoint === 'bare',
    );
    expect(more).toEqual([]);
    expect(row).toMatchObject({
      deployment: null,
      inbound: 'public',
      outbound: 'not-applicable',
      generation: 'none',
      supported: true,
      path: 'There is no deployment.',
    });
  });

  it('on Kubernetes without a deployment has a row of its own', () => {
    const bare = rowsOf(() => {
      const estate = legacy('Disabled')().endpoint('bare', 'Enabled', {});
      const { workspace } = estate.names;
      estate.world.set(endpointId(workspace, 'bare'), 'properties.compute', `${workspace}/computes/aks`);
      return estate;
    }).find(({ endpoint }) => endpoint === 'bare');
    expect(bare).toMatchObject({
      deployment: null,
      inbound: 'not-applicable',
      outbound: 'not-applicable',
      generation: 'kubernetes',
      supported: null,
      conditions: [],
    });
  });

  it('whose deployments could not be listed has a row that is open', () => {
    const [row, ...more] = rowsOf(
      legacy('Disabled', ({ world, names }) =>
        world.gap('deployments', `${names.workspace}/onlineEndpoints/scoring/deployments`),
      ),
    );
    expect(more).toEqual([]);
    expect(row).toMatchObject({ deployment: null, inbound: 'private', outbound: 'unknown', supported: null });
    expect(row && deciding(row)).toEqual(['unknown deployment/egress-public-network-access']);
    expect(row?.conditions.at(-1)?.text).toContain('403 AuthorizationFailed');
  });

  it('whose list of deployments broke off has rows for those that were read, and one for the others', () => {
    const rows = rowsOf(cutOff);
    expect(rows.map(({ deployment, supported }) => [deployment, supported])).toEqual([
      ['blue', true],
      [null, null],
    ]);
    expect(rows.map(({ path }) => path)).toEqual([
      "image: pulled from crmatrix.azurecr.io over the public network; model: read from storage account stmatrix, the workspace's own, over the public network; code: none.",
      'The deployments were not read.',
    ]);
  });

  it('that could not be listed has no row', () => {
    expect(
      rowsOf(
        legacy('Disabled', ({ world, names }) =>
          world.gap('endpoints', `${names.workspace}/onlineEndpoints`),
        ),
      ),
    ).toEqual([]);
  });
});
