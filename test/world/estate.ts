import { CLOUDS } from '../../src/clouds.js';
import type { Json, JsonObject } from '../../src/json.js';
import { EGRESS_DESCRIPTION } from '../../src/model/connection.js';
import { deploymentId, endpointId, MICROSOFT_SUBSCRIPTION, type Names, namesOf } from './names.js';
import { World } from './world.js';

/** What can be chosen of an estate; each is changed further on the world itself. */
export interface EstateOptions {
  /** The workspace's own access to public networks. */
  readonly workspaceAccess?: 'Enabled' | 'Disabled';
  readonly isolationMode?: 'Disabled' | 'AllowInternetOutbound' | 'AllowOnlyApprovedOutbound';
  /** Whether registry, storage and vault refuse public networks. */
  readonly closedDependencies?: boolean;
  /** Whether the workspace has a private endpoint with zones, records and links. */
  readonly privateEndpoint?: boolean;
  readonly registrySku?: 'Basic' | 'Standard' | 'Premium';
  readonly cloud?: World['cloud'];
}

/** A workspace with its dependencies, in a world of its own or added to one. */
export class Estate {
  readonly world: World;
  readonly names: Names;
  readonly #options: Required<EstateOptions>;
  #addresses = 4;

  constructor(suffix: string, options: EstateOptions = {}, world = new World(), names = namesOf(suffix)) {
    this.world = world;
    this.names = names;
    this.#options = {
      workspaceAccess: 'Disabled',
      isolationMode: 'Disabled',
      closedDependencies: true,
      privateEndpoint: true,
      registrySku: 'Premium',
      cloud: 'AzureCloud',
      ...options,
    };
    world.cloud = this.#options.cloud;
    world.workspaces.push(names.workspace);
    this.#addWorkspace();
    this.#addDependencies();
    this.#addLists();
    if (this.#options.privateEndpoint) this.#addPrivateEndpoint();
  }

  /** Adds a managed online endpoint with its deployments. */
  endpoint(
    name: string,
    access: 'Enabled' | 'Disabled',
    deployments: Readonly<Record<string, 'Enabled' | 'Disabled'>> = { blue: access },
  ): this {
    const { workspace, region } = this.names;
    const id = endpointId(workspace, name);
    const { inferenceSuffix } = CLOUDS[this.world.cloud];
    const first = Object.keys(deployments)[0];
    this.world.add(
      'endpoints',
      {
        id,
        name,
        type: 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints',
        location: region,
        kind: 'Managed',
        tags: {},
        identity: {
          type: 'SystemAssigned',
          principalId: '1b2c3d4e-5f60-4718-8920-a1b2c3d4e5f6',
          tenantId: '2c3d4e5f-6071-4829-9a31-b2c3d4e5f607',
        },
        properties: {
          authMode: 'Key',
          compute: null,
          description: null,
          provisioningState: 'Succeeded',
          publicNetworkAccess: access,
          scoringUri: `https://${name}.${region}.${inferenceSuffix}/score`,
          swaggerUri: `https://${name}.${region}.${inferenceSuffix}/swagger.json`,
          traffic: first === undefined ? {} : { [first]: 100 },
          mirrorTraffic: {},
        },
      },
      `${workspace}/onlineEndpoints`,
    );
    this.world.list('deployments', `${id}/deployments`);
    for (const [deployment, egress] of Object.entries(deployments)) this.deployment(name, deployment, egress);
    return this;
  }

  /** Adds a deployment whose environment is a ready image in the workspace's registry. */
  deployment(endpoint: string, name: string, egress: 'Enabled' | 'Disabled'): this {
    const { workspace, region } = this.names;
    const id = deploymentId(workspace, endpoint, name);
    const environment = `${workspace}/environments/${endpoint}-env/versions/1`;
    this.world.add(
      'deployments',
      {
        id,
        name,
        type: 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments',
        location: region,
        kind: 'Managed',
        tags: {},
        sku: { name: 'Default', tier: 'Standard', capacity: 1 },
        properties: {
          description: null,
          endpointComputeType: 'Managed',
          egressPublicNetworkAccess: egress,
          environmentId: environment,
          model: `${workspace}/models/${endpoint}/versions/1`,
          instanceType: 'Standard_DS3_v2',
          provisioningState: 'Succeeded',
          appInsightsEnabled: false,
        },
      },
      `${endpointId(workspace, endpoint)}/deployments`,
    );
    this.environment(environment, {
      image: `${this.#registryName()}.${this.#cloud().registrySuffix}/${endpoint}:1`,
    });
    if (egress === 'Disabled' && this.#options.isolationMode === 'Disabled') this.#addEgressConnections();
    return this;
  }

  /** Adds an environment version, with what it is made of: `image`, `build`, `condaFile`. */
  environment(id: string, properties: JsonObject): this {
    this.world.add('environment', {
      id,
      name: id.split('/').at(-1) ?? '',
      type: 'Microsoft.MachineLearningServices/workspaces/environments/versions',
      properties: { description: null, isAnonymous: false, osType: 'Linux', ...properties },
    });
    return this;
  }

  /** Adds a model version of a type such as `custom_model` or `mlflow_model`. */
  model(id: string, modelType: string): this {
    const { subscription, group, workspace } = this.names;
    this.world.add('model', {
      id,
      name: id.split('/').at(-1) ?? '',
      type: 'Microsoft.MachineLearningServices/workspaces/models/versions',
      properties: {
        modelType,
        modelUri: `azureml://subscriptions/${subscription}/resourceGroups/${group}/workspaces/${workspace.split('/').at(-1)}/datastores/workspaceblobstore/paths/model`,
      },
    });
    return this;
  }

  /** Adds a connection to the workspace's own body (and to its list). */
  connection(properties: {
    name: string;
    privateEndpoint: string;
    status: string;
    description?: string;
  }): this {
    const { workspace } = this.names;
    const body = connectionBody(`${workspace}/privateEndpointConnections/${properties.name}`, properties);
    this.#push(workspace, 'properties.privateEndpointConnections', body);
    this.world.add('workspaceConnections', body, `${workspace}/privateEndpointConnections`);
    return this;
  }

  /** Adds a connection to the registry. */
  registryConnection(properties: {
    name: string;
    privateEndpoint: string;
    status: string;
    description?: string;
  }): this {
    const { registry } = this.names;
    const body = connectionBody(`${registry}/privateEndpointConnections/${properties.name}`, properties);
    this.#push(registry, 'properties.privateEndpointConnections', body);
    return this;
  }

  /**
   * Adds a private endpoint to the workspace with its network interface, connection, zone group and, when asked,
   * records in the estate's zones.
   */
  privateEndpoint(
    id: string,
    options: { status?: string; network?: string; zoneGroup?: boolean; created?: string } = {},
  ): this {
    const { workspace, region, guid, virtualNetwork, group, subscription } = this.names;
    const name = id.split('/').at(-1) ?? '';
    const workspaceName = workspace.split('/').at(-1) ?? '';
    const {
      status = 'Approved',
      network = virtualNetwork,
      zoneGroup = true,
      created = '2024-03-12T08:15:30.1234567Z',
    } = options;
    const networkInterface = id.replace('/privateEndpoints/', '/networkInterfaces/').concat('.nic');
    const cloud = this.#cloud();
    const publicApi = cloud.apiZone.replace('privatelink.', '');
    const publicNotebooks = cloud.notebooksZone.replace('privatelink.', '');
    const first = `10.20.0.${this.#addresses++}`;
    const second = `10.20.0.${this.#addresses++}`;
    const third = `10.20.0.${this.#addresses++}`;
    this.world
      .add(
        'privateEndpoint',
        {
          id,
          name,
          type: 'Microsoft.Network/privateEndpoints',
          location: region,
          etag: 'W/"0d7f2b1a-6c3e-4f5d-8a9b-1c2d3e4f5a6b"',
          properties: {
            provisioningState: 'Succeeded',
            resourceGuid: '4e5f6071-8293-4a4b-9c5d-d4e5f6071829',
            privateLinkServiceConnections: [
              {
                name,
                id: `${id}/privateLinkServiceConnections/${name}`,
                type: 'Microsoft.Network/privateEndpoints/privateLinkServiceConnections',
                properties: {
                  provisioningState: 'Succeeded',
                  privateLinkServiceId: workspace,
                  groupIds: ['amlworkspace'],
                  privateLinkServiceConnectionState: {
                    status,
                    description: 'Auto-Approved',
                    actionsRequired: 'None',
                  },
                },
              },
            ],
            manualPrivateLinkServiceConnections: [],
            subnet: { id: `${network}/subnets/snet-endpoints` },
            networkInterfaces: [{ id: networkInterface }],
            customDnsConfigs: [],
          },
        },
        `/subscriptions/${subscription}/providers/Microsoft.Network/privateEndpoints`,
      )
      .add('networkInterface', {
        id: networkInterface,
        name: `${name}.nic`,
        type: 'Microsoft.Network/networkInterfaces',
        location: region,
        properties: {
          provisioningState: 'Succeeded',
          privateEndpoint: { id },
          ipConfigurations: [
            ipConfiguration(networkInterface, 'default', first, [
              `${guid}.workspace.${region}.${publicApi}`,
              `${guid}.workspace.${region}.cert.${publicApi}`,
            ]),
            ipConfiguration(networkInterface, 'notebook', second, [
              `ml-${workspaceName}-${region}-${guid}.${region}.${publicNotebooks}`,
            ]),
            ipConfiguration(networkInterface, 'inference', third, [`*.${region}.${cloud.inferenceSuffix}`]),
          ],
        },
      })
      .summarize(`/subscriptions/${subscription}/resourceGroups/${group}/resources`, {
        id,
        name,
        type: 'Microsoft.Network/privateEndpoints',
        location: region,
        createdTime: created,
      });
    this.connection({
      name: `${workspaceName}.${'9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d'.replace(/^9b1deb4d/, name === `pe-${workspaceName}` ? '9b1deb4d' : '7c2efc5e')}`,
      privateEndpoint: id,
      status,
      description: 'Auto-Approved',
    });
    if (zoneGroup) this.#addZoneGroup(id, [first, second, third]);
    else this.world.list('zoneGroups', `${id}/privateDnsZoneGroups`);
    return this;
  }

  /** Writes or overwrites an A record. */
  record(zone: string, name: string, addresses: readonly string[]): this {
    const id = `${zone}/A/${name}`;
    const exists = this.world.has(id);
    const body = {
      id,
      name,
      type: 'Microsoft.Network/privateDnsZones/A',
      etag: '6b7c8d9e-0f1a-4b2c-9d3e-4f5a6b7c8d9e',
      properties: {
        fqdn: `${name}.${zone.split('/').at(-1)}.`,
        ttl: 10,
        aRecords: addresses.map((ipv4Address) => ({ ipv4Address })),
        isAutoRegistered: false,
      },
    };
    if (exists) this.world.add('zoneRecords', body);
    else this.world.add('zoneRecords', body, `${zone}/A`);
    return this;
  }

  /** Adds a private DNS zone, without records or links. */
  zone(id: string): this {
    const subscription = id.split('/')[2] ?? '';
    this.world
      .add(
        'privateDnsZone',
        {
          id,
          name: id.split('/').at(-1) ?? '',
          type: 'Microsoft.Network/privateDnsZones',
          location: 'global',
          tags: {},
          properties: {
            provisioningState: 'Succeeded',
            maxNumberOfRecordSets: 25000,
            numberOfVirtualNetworkLinks: 1,
          },
        },
        `/subscriptions/${subscription}/providers/Microsoft.Network/privateDnsZones`,
      )
      .list('zoneRecords', `${id}/A`)
      .list('zoneLinks', `${id}/virtualNetworkLinks`);
    return this;
  }

  /** Links a zone to a virtual network. */
  link(zone: string, network: string, state = 'Completed'): this {
    const name = `link-${network.split('/').at(-1)}`;
    this.world.add(
      'zoneLinks',
      {
        id: `${zone}/virtualNetworkLinks/${name}`,
        name,
        type: 'Microsoft.Network/privateDnsZones/virtualNetworkLinks',
        location: 'global',
        etag: '"7c8d9e0f-1a2b-4c3d-8e4f-5a6b7c8d9e0f"',
        properties: {
          provisioningState: 'Succeeded',
          registrationEnabled: false,
          resolutionPolicy: 'Default',
          virtualNetwork: { id: network },
          virtualNetworkLinkState: state,
        },
      },
      `${zone}/virtualNetworkLinks`,
    );
    return this;
  }

  /** Adds a virtual network. */
  network(id: string, options: { prefixes?: string[]; dnsServers?: string[]; peers?: string[] } = {}): this {
    this.world.add('virtualNetwork', {
      id,
      name: id.split('/').at(-1) ?? '',
      type: 'Microsoft.Network/virtualNetworks',
      location: this.names.region,
      properties: {
        provisioningState: 'Succeeded',
        addressSpace: { addressPrefixes: options.prefixes ?? ['10.20.0.0/16'] },
        dhcpOptions: { dnsServers: options.dnsServers ?? [] },
        subnets: [
          {
            id: `${id}/subnets/snet-endpoints`,
            name: 'snet-endpoints',
            properties: { addressPrefix: '10.20.0.0/24', privateEndpointNetworkPolicies: 'Disabled' },
          },
        ],
        virtualNetworkPeerings: (options.peers ?? []).map((peer, position) => ({
          id: `${id}/virtualNetworkPeerings/peer-${position}`,
          name: `peer-${position}`,
          properties: { peeringState: 'Connected', remoteVirtualNetwork: { id: peer } },
        })),
      },
    });
    return this;
  }

  #cloud() {
    return CLOUDS[this.world.cloud];
  }

  #registryName(): string {
    return this.names.registry.split('/').at(-1) ?? '';
  }

  #addWorkspace(): void {
    const { workspace, region, guid, registry, storage, keyVault } = this.names;
    const { workspaceAccess, isolationMode } = this.#options;
    const name = workspace.split('/').at(-1) ?? '';
    const mode =
      isolationMode === 'Disabled'
        ? {}
        : { status: { status: 'Active', sparkReady: false }, outboundRules: {} };
    this.world.add('workspace', {
      id: workspace,
      name,
      type: 'Microsoft.MachineLearningServices/workspaces',
      location: region,
      kind: 'Default',
      tags: {},
      etag: null,
      sku: { name: 'Basic', tier: 'Basic' },
      identity: {
        type: 'SystemAssigned',
        principalId: '0a1b2c3d-4e5f-4607-9819-90a1b2c3d4e5',
        tenantId: '2c3d4e5f-6071-4829-9a31-b2c3d4e5f607',
      },
      properties: {
        friendlyName: name,
        description: '',
        workspaceId: guid,
        storageAccount: storage,
        keyVault,
        containerRegistry: registry,
        applicationInsights: workspace.replace(
          `Microsoft.MachineLearningServices/workspaces/${name}`,
          `Microsoft.insights/components/appi-${name}`,
        ),
        imageBuildCompute: 'cpu-build',
        publicNetworkAccess: workspaceAccess,
        ipAllowlist: [],
        v1LegacyMode: false,
        managedNetwork: { isolationMode, ...mode },
        provisioningState: 'Succeeded',
        discoveryUrl: `https://${guid}.workspace.${region}.api.azureml.ms/discovery`,
        privateLinkCount: 0,
      },
      systemData: { createdAt: '2024-03-12T08:00:00.0000000Z', createdByType: 'User' },
    });
  }

  #addDependencies(): void {
    const { registry, storage, keyVault, region } = this.names;
    const { closedDependencies, registrySku } = this.#options;
    const access = closedDependencies ? 'Disabled' : 'Enabled';
    const action = closedDependencies ? 'Deny' : 'Allow';
    const name = (id: string) => id.split('/').at(-1) ?? '';
    this.world
      .add('registry', {
        id: registry,
        name: name(registry),
        type: 'Microsoft.ContainerRegistry/registries',
        location: region,
        sku: { name: registrySku, tier: registrySku },
        properties: {
          loginServer: `${name(registry)}.${this.#cloud().registrySuffix}`,
          adminUserEnabled: false,
          publicNetworkAccess: access,
          networkRuleBypassOptions: 'AzureServices',
          ...(registrySku === 'Premium' ? { networkRuleSet: { defaultAction: action, ipRules: [] } } : {}),
          policies: { quarantinePolicy: { status: 'disabled' } },
          privateEndpointConnections: [],
        },
      })
      .add('storageAccount', {
        id: storage,
        name: name(storage),
        type: 'Microsoft.Storage/storageAccounts',
        location: region,
        kind: 'StorageV2',
        sku: { name: 'Standard_LRS', tier: 'Standard' },
        properties: {
          publicNetworkAccess: access,
          networkAcls: {
            bypass: 'AzureServices',
            defaultAction: action,
            ipRules: [],
            virtualNetworkRules: [],
          },
          privateEndpointConnections: [],
        },
      })
      .add('keyVault', {
        id: keyVault,
        name: name(keyVault),
        type: 'Microsoft.KeyVault/vaults',
        location: region,
        properties: {
          sku: { family: 'A', name: 'standard' },
          enableRbacAuthorization: true,
          accessPolicies: [],
          publicNetworkAccess: access,
          networkAcls: {
            bypass: 'AzureServices',
            defaultAction: action,
            ipRules: [],
            virtualNetworkRules: [],
          },
        },
      });
  }

  #addLists(): void {
    const { workspace, subscription } = this.names;
    this.world
      .list('endpoints', `${workspace}/onlineEndpoints`)
      .list('workspaceConnections', `${workspace}/privateEndpointConnections`)
      .list('outboundRules', `${workspace}/outboundRules`)
      .list('privateEndpoint', `/subscriptions/${subscription}/providers/Microsoft.Network/privateEndpoints`)
      .list('privateDnsZone', `/subscriptions/${subscription}/providers/Microsoft.Network/privateDnsZones`)
      .list('resourceGraph', '/providers/Microsoft.ResourceGraph/resources');
    if (this.#options.isolationMode !== 'Disabled') this.#addOutboundRules();
  }

  #addOutboundRules(): void {
    const { workspace, registry, storage, keyVault } = this.names;
    const required: [string, string, string][] = [
      ['__SYS_PE_storage_blob', storage, 'blob'],
      ['__SYS_PE_storage_file', storage, 'file'],
      ['__SYS_PE_keyvault', keyVault, 'vault'],
      ['__SYS_PE_registry', registry, 'registry'],
      ['__SYS_PE_workspace', workspace, 'amlworkspace'],
    ];
    for (const [name, serviceResourceId, subresourceTarget] of required) {
      this.world.add(
        'outboundRules',
        {
          id: `${workspace}/outboundRules/${name}`,
          name,
          type: 'workspace/outboundRules',
          properties: {
            type: 'PrivateEndpoint',
            category: 'Required',
            status: 'Active',
            destination: {
              serviceResourceId,
              subresourceTarget,
              sparkEnabled: false,
              sparkStatus: 'Inactive',
            },
          },
        },
        `${workspace}/outboundRules`,
      );
    }
  }

  #addPrivateEndpoint(): void {
    const { privateEndpoint, apiZone, notebooksZone, virtualNetwork } = this.names;
    const zone = (id: string, name: string) => id.replace(/[^/]+$/, name);
    const cloud = this.#cloud();
    const api = zone(apiZone, cloud.apiZone);
    const notebooks = zone(notebooksZone, cloud.notebooksZone);
    this.network(virtualNetwork)
      .zone(api)
      .zone(notebooks)
      .link(api, virtualNetwork)
      .link(notebooks, virtualNetwork);
    this.privateEndpoint(privateEndpoint);
  }

  #addZoneGroup(privateEndpoint: string, [api, notebook, inference]: [string, string, string]): void {
    const { apiZone, notebooksZone, guid, region, workspace } = this.names;
    const cloud = this.#cloud();
    const inCloud = (id: string, name: string) => id.replace(/[^/]+$/, name);
    const zones: [string, Record<string, string>][] = [
      [
        inCloud(apiZone, cloud.apiZone),
        {
          [`${guid}.workspace.${region}`]: api,
          [`${guid}.workspace.${region}.cert`]: api,
          [`*.${guid}.inference.${region}`]: inference,
        },
      ],
      [
        inCloud(notebooksZone, cloud.notebooksZone),
        { [`ml-${workspace.split('/').at(-1)}-${region}-${guid}.${region}`]: notebook },
      ],
    ];
    for (const [zone, records] of zones) {
      for (const [name, address] of Object.entries(records)) this.record(zone, name, [address]);
    }
    const id = `${privateEndpoint}/privateDnsZoneGroups/default`;
    this.world.add(
      'zoneGroups',
      {
        id,
        name: 'default',
        type: 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups',
        properties: {
          provisioningState: 'Succeeded',
          privateDnsZoneConfigs: zones.map(([zone, records], position) => ({
            name: `zone-${position}`,
            id: `${id}/privateDnsZoneConfigs/zone-${position}`,
            properties: {
              provisioningState: 'Succeeded',
              privateDnsZoneId: zone,
              recordSets: Object.entries(records).map(([recordSetName, address]) => ({
                recordType: 'A',
                recordSetName,
                fqdn: `${recordSetName}.${zone.split('/').at(-1)}`,
                ttl: 10,
                ipAddresses: [address],
              })),
            },
          })),
        },
      },
      `${privateEndpoint}/privateDnsZoneGroups`,
    );
  }

  /** One egress connection on registry, storage and workspace, as Microsoft makes them for each deployment. */
  #addEgressConnections(): void {
    const { registry, storage, workspace } = this.names;
    for (const service of [registry, storage, workspace]) {
      const serial = String(this.#addresses++).padStart(4, '0');
      const body = connectionBody(
        `${service}/privateEndpointConnections/${service.split('/').at(-1)}.6f7a8b9c0d1e4f2a9b3c4d5e6f70${serial}`,
        {
          privateEndpoint: `/subscriptions/${MICROSOFT_SUBSCRIPTION}/resourceGroups/managed-endpoints/providers/Microsoft.Network/privateEndpoints/pe-${serial}`,
          status: 'Approved',
          description: EGRESS_DESCRIPTION,
        },
      );
      this.#push(service, 'properties.privateEndpointConnections', body);
    }
  }

  #push(id: string, path: string, value: Json): void {
    const [properties, list] = path.split('.');
    const body = this.world.body(id)[properties ?? ''];
    const present =
      typeof body === 'object' && body !== null && !Array.isArray(body)
        ? (body as JsonObject)[list ?? '']
        : undefined;
    this.world.set(id, path, [...(Array.isArray(present) ? present : []), value]);
  }
}

function connectionBody(
  id: string,
  { privateEndpoint, status, description }: { privateEndpoint: string; status: string; description?: string },
): { id: string; location: string; properties: JsonObject } {
  return {
    id,
    location: 'eastus',
    properties: {
      privateEndpoint: { id: privateEndpoint },
      privateLinkServiceConnectionState: {
        status,
        ...(description === undefined ? {} : { description }),
        actionsRequired: 'None',
      },
      provisioningState: 'Succeeded',
    },
  };
}

function ipConfiguration(
  networkInterface: string,
  name: string,
  address: string,
  fqdns: string[],
): JsonObject {
  return {
    name,
    id: `${networkInterface}/ipConfigurations/${name}`,
    properties: {
      provisioningState: 'Succeeded',
      privateIPAddress: address,
      privateIPAllocationMethod: 'Dynamic',
      privateLinkConnectionProperties: { groupId: 'amlworkspace', requiredMemberName: name, fqdns },
    },
  };
}
