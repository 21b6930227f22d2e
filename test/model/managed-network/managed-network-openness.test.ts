import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/json.js';
import { Model } from '../../../src/model/bodies/model.js';
import { managedNetworkOpenness } from '../../../src/model/managed-network/managed-network-openness.js';
import { workspaceAt } from '../../../src/model/resources/workspace.js';
import { destinationWords, opennessVerdict } from '../../../src/rules/judgements/openness-words.js';
import type { Estate } from '../../world/estate.js';
import { addOutboundRule } from '../../world/managed-network.js';
import { soundManaged } from '../../world/sound.js';

const { workspace } = soundManaged().names;
const LAKE =
  '/subscriptions/c4d5e6f7-0819-4a2b-8c3d-4e5f60718293/resourceGroups/rg-lake/providers/Microsoft.Storage/storageAccounts/stlake';
const TAG = { protocol: 'TCP', portRanges: '443', action: 'Allow' };

type Category = 'Required' | 'Recommended' | 'UserDefined' | 'Dependency';
type Type = 'FQDN' | 'PrivateEndpoint' | 'ServiceTag';

function opennessOf(change: (estate: Estate) => unknown) {
  const estate = soundManaged();
  change(estate);
  return managedNetworkOpenness(workspaceAt(new Model(estate.world.snapshot()), workspace));
}

const adding =
  (type: Type, destination: Json, category: Category = 'UserDefined', name = 'rule') =>
  (estate: Estate) =>
    addOutboundRule(estate, name, { type, category, status: 'Active', destination });

interface Row {
  readonly name: string;
  readonly change: (estate: Estate) => unknown;
  /** What the rule opens, and whether data can leave by it to somebody else; null where it opens nothing. */
  readonly opens: readonly [words: string, leaks: boolean] | null;
}

const ROWS: readonly Row[] = [
  { name: 'a host', change: adding('FQDN', 'pypi.org'), opens: ['the host pypi.org', true] },
  {
    name: 'hosts below a domain',
    change: adding('FQDN', '*.pypi.org'),
    opens: ['the hosts *.pypi.org', true],
  },
  { name: 'a whole top domain', change: adding('FQDN', '*.com.au'), opens: ['every host of *.com.au', true] },
  {
    name: "a domain of a company's customers",
    change: adding('FQDN', '*.azurewebsites.net'),
    opens: ['every host of *.azurewebsites.net', true],
  },
  {
    name: 'a host that the service calls required',
    change: adding('FQDN', 'pypi.org', 'Required'),
    opens: ['the host pypi.org', true],
  },
  {
    name: 'a host that comes of another rule',
    change: adding('FQDN', 'pypi.org', 'Dependency'),
    opens: ['the host pypi.org', true],
  },
  {
    name: 'a private endpoint',
    change: adding('PrivateEndpoint', { serviceResourceId: LAKE, subresourceTarget: 'dfs' }),
    opens: ['private endpoint to dfs of stlake', false],
  },
  {
    name: 'a private endpoint to a service without parts',
    change: adding('PrivateEndpoint', { serviceResourceId: LAKE, subresourceTarget: null }, 'Recommended'),
    opens: ['private endpoint to stlake', false],
  },
  {
    name: 'the internet',
    change: adding('ServiceTag', { serviceTag: 'Internet', ...TAG }),
    opens: ['the whole internet', true],
  },
  {
    name: 'one region of storage',
    change: adding('ServiceTag', { serviceTag: 'Storage.eastus', ...TAG }),
    opens: ["every storage account of Azure in eastus, other customers' included", true],
  },
  {
    name: 'one service, with the instances of every customer',
    change: adding('ServiceTag', { serviceTag: 'DataFactory', ...TAG }),
    opens: ['the addresses of DataFactory', true],
  },
  {
    name: 'the own network',
    change: adding('ServiceTag', { serviceTag: 'VirtualNetwork', ...TAG }),
    opens: ['the addresses of VirtualNetwork', false],
  },
  {
    name: 'addresses in place of a tag',
    change: adding('ServiceTag', {
      serviceTag: 'VirtualNetwork',
      addressPrefixes: ['203.0.113.0/24'],
      ...TAG,
    }),
    opens: ['the addresses 203.0.113.0/24', true],
  },
  {
    name: 'addresses that are none',
    change: adding('ServiceTag', { serviceTag: 'DataFactory', addressPrefixes: ['x'], ...TAG }),
    opens: ['the address prefix x', true],
  },
  {
    name: 'a rule that forbids',
    change: adding('ServiceTag', { ...TAG, serviceTag: 'Internet', action: 'Deny' }),
    opens: null,
  },
  {
    name: "the service's own tags and private endpoints",
    change: adding('ServiceTag', { serviceTag: 'AzureMonitor', ...TAG }, 'Required'),
    opens: null,
  },
];

describe('what a rule of a managed network opens', () => {
  it.each(ROWS)('$name', ({ change, opens }) => {
    const { openings, gaps } = opennessOf(change);
    expect(gaps).toEqual([]);
    expect(openings.map(({ destination, leaks }) => [destinationWords(destination), leaks])).toEqual(
      opens === null ? [] : [opens],
    );
  });

  it.each([
    ['type', 'Subnet', 'properties.type is Subnet; isocheck knows PrivateEndpoint or FQDN or ServiceTag'],
    ['type', null, 'properties.type is absent'],
    ['destination', { host: 'a' }, 'properties.destination is {"host":"a"}; isocheck knows a string'],
  ] as const)('is not known where its %s is %j', (name, value, detail) => {
    const { openings, gaps } = opennessOf((estate) => {
      adding('FQDN', 'pypi.org')(estate);
      estate.world.set(`${workspace}/outboundRules/rule`, `properties.${name}`, value);
    });
    expect(openings).toEqual([]);
    expect(gaps.map((gap) => gap.detail)).toEqual([detail]);
  });

  it('is not known of a private endpoint that leads to an empty id', () => {
    const { gaps } = opennessOf(
      adding('PrivateEndpoint', { serviceResourceId: '', subresourceTarget: 'dfs' }),
    );
    expect(gaps.map(({ detail }) => detail)).toEqual(['properties.destination.serviceResourceId is absent']);
  });
});

const NEEDED = 'the private endpoints and service tags that Azure Machine Learning requires.';

describe('the verdict on AllowOnlyApprovedOutbound', () => {
  const verdict = (change: (estate: Estate) => unknown) => opennessVerdict(opennessOf(change));

  it('is closed without rules of the user', () => {
    expect(verdict(() => undefined)).toBe(
      `no rule beside the required ones. Closed to everything but ${NEEDED}`,
    );
  });

  it('is closed with private endpoints, and tells the state of those that do not act', () => {
    expect(
      verdict((estate) => {
        adding('PrivateEndpoint', { serviceResourceId: LAKE, subresourceTarget: 'dfs' })(estate);
        estate.world.set(`${workspace}/outboundRules/rule`, 'properties.status', 'Failed');
      }),
    ).toBe(
      `1 rule beside the required ones; open: rule (private endpoint to dfs of stlake, Failed). Closed to everything else but ${NEEDED}`,
    );
  });

  it('is not closed with FQDN and service tag rules, and names the firewall', () => {
    expect(
      verdict((estate) => {
        adding('FQDN', 'pypi.org', 'UserDefined', 'packages')(estate);
        adding('ServiceTag', { serviceTag: 'Internet', ...TAG }, 'UserDefined', 'all')(estate);
        estate.world.set(workspace, 'properties.managedNetwork.firewallSku', 'Basic');
      }),
    ).toBe(
      '2 rules beside the required ones; open: packages (the host pypi.org), all (the whole internet). Not really closed: data can leave by packages, all. FQDN rules act through an Azure Firewall, which costs: version Basic.',
    );
  });

  it('counts what is too many to be named', () => {
    const text = verdict((estate) => {
      for (let count = 1; count <= 12; count += 1) {
        adding('FQDN', `h${count}.example`, 'UserDefined', `r${count}`)(estate);
      }
    });
    expect(text).toContain('12 rules beside the required ones; open: r1 (the host h1.example)');
    expect(text).toContain(
      'r10 (the host h10.example), and 2 more. Not really closed: data can leave by r1,',
    );
    expect(text).toContain('r10 and 2 more.');
  });

  it('tells of serverless Spark where it is provisioned', () => {
    expect(
      verdict((estate) => {
        adding('PrivateEndpoint', { serviceResourceId: LAKE, subresourceTarget: 'dfs', sparkEnabled: true })(
          estate,
        );
        adding(
          'PrivateEndpoint',
          { serviceResourceId: LAKE, subresourceTarget: 'blob' },
          'UserDefined',
          'other',
        )(estate);
        estate.world.set(workspace, 'properties.managedNetwork.status.sparkReady', true);
      }),
    ).toContain(
      'Serverless Spark is provisioned beside it: it may use rule, and FQDN rules do not act there.',
    );
    expect(
      verdict(({ world }) => world.set(workspace, 'properties.managedNetwork.status.sparkReady', true)),
    ).toContain('no rule opens anything for it');
    expect(
      verdict(({ world }) => world.set(workspace, 'properties.managedNetwork.status.sparkReady', 'yes')),
    ).toContain('Whether serverless Spark is provisioned was not read.');
  });

  it('is not known where rules were not read, and not closed where one that was read opens', () => {
    const cut = (estate: Estate) => estate.world.incomplete('outboundRules', `${workspace}/outboundRules`);
    const rest =
      'What more is open is not known: outboundrules was not read (throttled, Microsoft.MachineLearningServices/workspaces/outboundRules/read): 429 TooManyRequests.';
    expect(verdict(cut)).toBe(
      `no rule beside the required ones was read. Whether it is closed is not known. ${rest}`,
    );
    expect(
      verdict((estate) => {
        adding('ServiceTag', { serviceTag: 'AzureCloud', ...TAG })(estate);
        cut(estate);
      }),
    ).toBe(
      `1 rule beside the required ones; open: rule (every address of Azure, other customers' included). Not really closed: data can leave by rule. ${rest}`,
    );
  });
});
