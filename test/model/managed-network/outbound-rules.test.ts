import { describe, expect, it } from 'vitest';
import { type Fact, gapsOf } from '../../../src/model/algebra/fact.js';
import { Model } from '../../../src/model/bodies/model.js';
import {
  outboundRulesOf,
  privateEndpointRulesOf,
  rulesToWorkspace,
} from '../../../src/model/managed-network/outbound-rules.js';
import { requiredRules } from '../../../src/model/managed-network/required-rules.js';
import { workspaceAt } from '../../../src/model/resources/workspace.js';
import type { Estate } from '../../world/estate.js';
import { addOutboundRule } from '../../world/managed-network.js';
import { soundManaged } from '../../world/sound.js';

const { workspace, storage } = soundManaged().names;
const LAKE = storage.replace('stmanaged', 'stlake');
const idOf = (name: string) => `${workspace}/outboundRules/${name}`;
const BLOB = idOf('__SYS_PE_storage_blob');
const OWN = idOf('__SYS_PE_workspace');
const VALUE = 'properties.type is Wormhole; isocheck knows PrivateEndpoint or FQDN or ServiceTag';

function workspaceAfter(change: (estate: Estate) => unknown) {
  const estate = soundManaged();
  change(estate);
  return workspaceAt(new Model(estate.world.snapshot()), workspace);
}

const details = (fact: Fact<unknown>) => gapsOf(fact).map(({ detail }) => detail);

/** A rule of a type of tomorrow to a service. */
const wormhole =
  (serviceResourceId: string, subresourceTarget: string, status = 'Failed') =>
  (estate: Estate) => {
    addOutboundRule(estate, 'rule', {
      type: 'PrivateEndpoint',
      category: 'UserDefined',
      status: 'Active',
      destination: { serviceResourceId, subresourceTarget },
    });
    return estate.world
      .set(idOf('rule'), 'properties.type', 'Wormhole')
      .set(idOf('rule'), 'properties.status', status);
  };

describe('a rule of a type that nobody knows', () => {
  const rule = () =>
    outboundRulesOf(workspaceAfter(wormhole(LAKE, 'blob'))).items.find(({ name }) => name === 'rule');

  it('is among the rules with its status, and says which type it is', () => {
    expect(rule()?.status()).toEqual({ known: true, value: 'Failed' });
    expect(rule() && details(rule()?.ruleType() ?? { known: true, value: '' })).toEqual([VALUE]);
    expect(rule() && details(rule()?.destination() ?? { known: true, value: '' })).toEqual([VALUE]);
  });

  it('may be a private endpoint rule', () => {
    const { items, gaps } = privateEndpointRulesOf(workspaceAfter(wormhole(LAKE, 'blob')));
    expect(items.map(({ name }) => name)).not.toContain('rule');
    expect(gaps.map(({ detail }) => detail)).toEqual([VALUE]);
  });
});

describe('the required rule to blob', () => {
  const required = (change: (estate: Estate) => unknown) => requiredRules(workspaceAfter(change));
  /** What is known to be at fault, by its part of a service; the gaps where that is not known. */
  const faults = (change: (estate: Estate) => unknown) => {
    const rules = required(change);
    return rules.known
      ? rules.value
          .filter(({ rule }) => rule?.status !== 'Active')
          .map(({ subresourceTarget, rule }) => `${subresourceTarget} ${rule?.status ?? 'missing'}`)
      : details(rules);
  };
  const failed = ({ world }: Estate) => world.set(BLOB, 'properties.status', 'Failed');

  it.each<[string, (estate: Estate) => unknown]>([
    ['a rule of an unknown type leads elsewhere', wormhole(LAKE, 'blob')],
    ['a rule of an unknown type leads to another part', wormhole(storage, 'queue')],
    [
      'the state of a rule to another account is one of tomorrow',
      (estate) => {
        wormhole(LAKE, 'blob', 'Draining')(estate);
        estate.world.set(idOf('rule'), 'properties.type', 'PrivateEndpoint');
      },
    ],
    [
      'the state of the rule to the vault is one of tomorrow',
      ({ world }) => world.set(idOf('__SYS_PE_keyvault'), 'properties.status', 'Draining'),
    ],
    [
      'a private endpoint rule names no service',
      (estate) => {
        wormhole(LAKE, 'blob', 'Active')(estate);
        estate.world
          .set(idOf('rule'), 'properties.type', 'PrivateEndpoint')
          .unset(idOf('rule'), 'properties.destination.serviceResourceId');
      },
    ],
    [
      'a rule lets a host through',
      (estate) => {
        addOutboundRule(estate, 'rule', {
          type: 'FQDN',
          category: 'UserDefined',
          status: 'Active',
          destination: 'pypi.org',
        });
      },
    ],
    [
      'the destination of a rule that lets a host through is rubbish',
      (estate) => {
        addOutboundRule(estate, 'rule', {
          type: 'FQDN',
          category: 'UserDefined',
          status: 'Active',
          destination: { host: 'pypi.org' },
        });
      },
    ],
  ])('is known to be Failed, where %s', (_name, change) => {
    expect(
      faults((estate) => {
        failed(estate);
        change(estate);
      }),
    ).toEqual(['blob Failed']);
  });

  it.each<[string, (estate: Estate) => unknown, string]>([
    ['a rule of an unknown type leads there too', wormhole(storage.toUpperCase(), 'Blob', 'Active'), VALUE],
    [
      'a rule of an unknown type leads nobody knows where',
      (estate) => {
        wormhole(LAKE, 'blob', 'Active')(estate);
        estate.world.set(idOf('rule'), 'properties.destination', { through: LAKE });
      },
      VALUE,
    ],
    [
      'a rule of an unknown type leads to no part that is named',
      (estate) => {
        wormhole(storage, 'blob', 'Active')(estate);
        estate.world.unset(idOf('rule'), 'properties.destination.subresourceTarget');
      },
      VALUE,
    ],
    [
      'where a rule leads is rubbish',
      (estate) => {
        wormhole(LAKE, 'blob', 'Active')(estate);
        estate.world
          .set(idOf('rule'), 'properties.type', 'PrivateEndpoint')
          .set(idOf('rule'), 'properties.destination', 'the lake');
      },
      'properties.destination is the lake; isocheck knows an object',
    ],
    [
      'rules were not read',
      ({ world }) => world.incomplete('outboundRules', `${workspace}/outboundRules`),
      '429 TooManyRequests',
    ],
  ])('is not known to be at fault, where %s', (_name, change, detail) => {
    expect(
      faults((estate) => {
        failed(estate);
        change(estate);
      }),
    ).toEqual([detail]);
  });

  it('that is Active needs no other rule to be read', () => {
    expect(faults(({ world }) => world.incomplete('outboundRules', `${workspace}/outboundRules`))).toEqual(
      [],
    );
  });

  it('that may be Active is not known', () => {
    expect(faults(({ world }) => world.set(BLOB, 'properties.status', 'Draining'))).toEqual([
      'properties.status is Draining; isocheck knows Active or Inactive or Provisioning or Deleting or Failed',
    ]);
  });

  it('that is missing is not known to be, where a rule of an unknown type leads there', () => {
    expect(
      faults((estate) => {
        estate.world.remove(BLOB);
        wormhole(storage, 'blob')(estate);
      }),
    ).toEqual([VALUE]);
  });

  it('is the Active one of several', () => {
    expect(
      faults((estate) => {
        failed(estate);
        addOutboundRule(estate, 'rule', {
          type: 'PrivateEndpoint',
          category: 'UserDefined',
          status: 'Active',
          destination: { serviceResourceId: storage, subresourceTarget: 'BLOB' },
        });
      }),
    ).toEqual([]);
  });
});

describe('the rules to the workspace itself', () => {
  const own = (change: (estate: Estate) => unknown) => rulesToWorkspace(workspaceAfter(change));
  const states = (change: (estate: Estate) => unknown) => {
    const rules = own(change);
    return rules.known ? rules.value.map(({ status }) => status) : details(rules);
  };

  it.each([
    ['Failed', 'Failed'],
    ['Active', 'Active'],
  ])('that are %s are known beside a rule of an unknown type to something else', (status) => {
    expect(
      states((estate) => {
        wormhole(LAKE, 'blob')(estate);
        estate.world.set(OWN, 'properties.status', status);
      }),
    ).toEqual([status]);
  });

  it('are not known, where none is Active and one of an unknown type leads there', () => {
    const toItself = wormhole(workspace, 'amlworkspace');
    expect(
      states((estate) => {
        toItself(estate);
        estate.world.set(OWN, 'properties.status', 'Failed');
      }),
    ).toEqual([VALUE]);
    expect(states(toItself)).toEqual(['Active']);
  });
});
