import { CLOUDS } from '../../src/arm/clouds.js';
import { EGRESS_DESCRIPTION } from '../../src/arm/egress-description.js';
import { diagnosticSettingsPath, locksPath } from '../../src/arm/list-paths.js';
import { nameOf, parseResourceId } from '../../src/arm/resource-id.js';
import type { JsonObject } from '../../src/json.js';
import {
  type ConnectionOptions,
  connectionBody,
  keyVaultBody,
  registryBody,
  storageBody,
} from './bodies/dependencies.js';
import {
  clusterBody,
  codeBody,
  datastoreBodies,
  deploymentBody,
  endpointBody,
  environmentBody,
  type IsolationMode,
  modelBody,
  requiredRuleBody,
  workspaceBody,
} from './bodies/machine-learning.js';
import {
  type EndpointAddresses,
  keptZones,
  linkBody,
  type NetworkOptions,
  networkBody,
  networkInterfaceBody,
  privateEndpointBody,
  recordBody,
  zoneBody,
  zoneGroupBody,
} from './bodies/network.js';
import { deploymentId, endpointId, MICROSOFT_SUBSCRIPTION, type Names, namesOf } from './names.js';
import { World } from './world.js';

/** What can be chosen of an estate; each is changed further on the world itself. */
export interface EstateOptions {
  /** The workspace's own access to public networks. */
  readonly workspaceAccess?: 'Enabled' | 'Disabled';
  readonly isolationMode?: IsolationMode;
  /** Whether registry, storage and vault refuse public networks. */
  readonly closedDependencies?: boolean;
  /** Whether the workspace has a private endpoint with zones, records and links. */
  readonly privateEndpoint?: boolean;
  /** Whether that has a zone for notebooks, which many templates forget. */
  readonly notebooksZone?: boolean;
  readonly registrySku?: 'Basic' | 'Standard' | 'Premium';
  readonly cloud?: World['cloud'];
  /** The first two numbers of every private address. */
  readonly range?: string;
}

/** Of a private endpoint of the workspace. */
export interface PrivateEndpointOptions {
  readonly status?: string;
  readonly network?: string;
  readonly zoneGroup?: boolean;
  readonly created?: string;
  /** Whether it has an address for scoring, which those made before 2022-05-24 lack. */
  readonly inference?: boolean;
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
      notebooksZone: true,
      registrySku: 'Premium',
      cloud: 'AzureCloud',
      range: '10.20',
      ...options,
    };
    world.cloud = this.#options.cloud;
    world.workspaces.push(names.workspace);
    this.#addWorkspace();
    this.#addLists();
    if (this.#options.privateEndpoint) this.#addPrivateEndpoint();
  }

  /** Adds a managed online endpoint with its deployments. */
  endpoint(
    name: string,
    access: 'Enabled' | 'Disabled',
    deployments: Readonly<Record<string, 'Enabled' | 'Disabled'>> = { blue: access },
  ): this {
    const { workspace } = this.names;
    const first = Object.keys(deployments)[0];
    const traffic = first === undefined ? {} : { [first]: 100 };
    this.world
      .add(
        'endpoints',
        endpointBody(this.names, this.#cloud(), name, access, traffic),
        `${workspace}/onlineEndpoints`,
      )
      .list('deployments', `${endpointId(workspace, name)}/deployments`)
      .list('diagnosticSettings', diagnosticSettingsPath(endpointId(workspace, name)));
    for (const [deployment, egress] of Object.entries(deployments)) this.deployment(name, deployment, egress);
    return this;
  }

  /** Adds a deployment whose environment is a ready image in the workspace's registry. */
  deployment(endpoint: string, name: string, egress: 'Enabled' | 'Disabled'): this {
    const { workspace, registry } = this.names;
    const environment = `${workspace}/environments/${endpoint}-env/versions/1`;
    this.world.add(
      'deployments',
      deploymentBody(this.names, endpoint, name, egress, environment),
      `${endpointId(workspace, endpoint)}/deployments`,
    );
    this.model(`${workspace}/models/${endpoint}/versions/1`, 'custom_model');
    this.environment(environment, {
      image: `${nameOf(registry)}.${this.#cloud().registrySuffix}/${endpoint}:1`,
    });
    if (egress === 'Disabled' && this.#options.isolationMode === 'Disabled') this.#addEgressConnections();
    return this;
  }

  /** Adds an environment version, with what it is made of: `image`, `build`, `condaFile`. */
  environment(id: string, properties: JsonObject): this {
    this.world.add('environment', environmentBody(id, properties));
    return this;
  }

  /** Adds a model version of a type such as `custom_model` or `mlflow_model`. */
  model(id: string, modelType: string): this {
    this.world.add('model', modelBody(this.names, id, modelType));
    return this;
  }

  /** Adds a code version in the workspace's own storage account, and names it in a deployment. */
  code(endpoint: string, deployment: string, name: string): this {
    const { workspace } = this.names;
    const id = `${workspace}/codes/${name}/versions/1`;
    this.world
      .add('code', codeBody(this.names, this.#cloud().dependencyZones, id))
      .set(deploymentId(workspace, endpoint, deployment), 'properties.codeConfiguration', {
        codeId: id,
        scoringScript: 'score.py',
      });
    return this;
  }

  /** Adds a connection to the workspace's own body (and to its list). */
  connection(properties: ConnectionOptions & { readonly name: string }): this {
    const { workspace } = this.names;
    const body = connectionBody(`${workspace}/privateEndpointConnections/${properties.name}`, properties);
    this.world.push(workspace, 'properties.privateEndpointConnections', body);
    this.world.add('workspaceConnections', body, `${workspace}/privateEndpointConnections`);
    return this;
  }

  /** Adds a connection to the registry. */
  registryConnection(properties: ConnectionOptions & { readonly name: string }): this {
    const { registry } = this.names;
    const body = connectionBody(`${registry}/privateEndpointConnections/${properties.name}`, properties);
    this.world.push(registry, 'properties.privateEndpointConnections', body);
    return this;
  }

  /**
   * Adds a private endpoint to the workspace with its network interface, connection and, unless told otherwise, zone
   * group and records in the estate's zones.
   */
  privateEndpoint(id: string, options: PrivateEndpointOptions = {}): this {
    const { workspace, region, virtualNetwork } = this.names;
    const {
      status = 'Approved',
      network = virtualNetwork,
      zoneGroup = true,
      created = '2024-03-12T08:15:30.1234567Z',
      inference = true,
    } = options;
    const networkInterface = id.replace('/privateEndpoints/', '/networkInterfaces/').concat('.nic');
    const { subscription = '', group = '' } = parseResourceId(id) ?? {};
    const addresses = {
      api: this.#address(),
      notebook: this.#address(),
      inference: inference ? this.#address() : null,
    };
    this.world
      .add(
        'privateEndpoint',
        privateEndpointBody(this.names, id, { status, network, networkInterface }),
        `/subscriptions/${subscription}/providers/Microsoft.Network/privateEndpoints`,
      )
      .add(
        'networkInterface',
        networkInterfaceBody(this.names, this.#cloud(), networkInterface, id, addresses),
      )
      .summarize(`/subscriptions/${subscription}/resourceGroups/${group}/resources`, {
        id,
        name: nameOf(id),
        type: 'Microsoft.Network/privateEndpoints',
        location: region,
        createdTime: created,
      });
    const serial = nameOf(id) === `pe-${nameOf(workspace)}` ? '9b1deb4d' : '7c2efc5e';
    this.connection({
      name: `${nameOf(workspace)}.${serial}-3b7d-4bad-9bdd-2b0d7b3dcb6d`,
      privateEndpoint: id,
      status,
      description: 'Auto-Approved',
    });
    if (zoneGroup) this.#addZoneGroup(id, addresses);
    else this.world.list('zoneGroups', `${id}/privateDnsZoneGroups`);
    return this;
  }

  /** Writes or overwrites an A record. */
  record(zone: string, name: string, addresses: readonly string[]): this {
    const body = recordBody(zone, name, addresses);
    if (this.world.has(body.id)) this.world.add('zoneRecords', body);
    else this.world.add('zoneRecords', body, `${zone}/A`);
    return this;
  }

  /** Adds a private DNS zone, without records or links. */
  zone(id: string): this {
    const subscription = id.split('/')[2] ?? '';
    this.world
      .add(
        'privateDnsZone',
        zoneBody(id),
        `/subscriptions/${subscription}/providers/Microsoft.Network/privateDnsZones`,
      )
      .list('zoneRecords', `${id}/A`)
      .list('zoneLinks', `${id}/virtualNetworkLinks`);
    return this;
  }

  /** Links a zone to a virtual network. */
  link(zone: string, network: string, state = 'Completed'): this {
    this.world.add('zoneLinks', linkBody(zone, network, state), `${zone}/virtualNetworkLinks`);
    return this;
  }

  /** Adds a virtual network. */
  network(id: string, options: NetworkOptions = {}): this {
    const prefixes = [`${this.#options.range}.0.0/16`];
    this.world.add('virtualNetwork', networkBody(this.names.region, id, { prefixes, ...options }));
    return this;
  }

  /** The first two numbers of every private address. */
  get range(): string {
    return this.#options.range;
  }

  #cloud() {
    return CLOUDS[this.world.cloud];
  }

  #address(): string {
    return `${this.#options.range}.0.${this.#addresses++}`;
  }

  #addWorkspace(): void {
    const { workspaceAccess, isolationMode, closedDependencies, registrySku } = this.#options;
    const cloud = this.#cloud();
    this.world
      .add('workspace', workspaceBody(this.names, cloud, workspaceAccess, isolationMode))
      .add('registry', registryBody(this.names, cloud, registrySku, closedDependencies))
      .add('storageAccount', storageBody(this.names, closedDependencies))
      .add('keyVault', keyVaultBody(this.names, closedDependencies));
  }

  #addLists(): void {
    const { workspace, subscription, virtualNetwork } = this.names;
    this.world
      .list('endpoints', `${workspace}/onlineEndpoints`)
      .list('workspaceConnections', `${workspace}/privateEndpointConnections`)
      .list('outboundRules', `${workspace}/outboundRules`)
      .list('computes', `${workspace}/computes`)
      .list('datastores', `${workspace}/datastores`)
      .list('batchEndpoints', `${workspace}/batchEndpoints`)
      .list('locks', locksPath(subscription))
      .list('privateEndpoint', `/subscriptions/${subscription}/providers/Microsoft.Network/privateEndpoints`)
      .list('privateDnsZone', `/subscriptions/${subscription}/providers/Microsoft.Network/privateDnsZones`)
      .list('resourceGraph', '/providers/Microsoft.ResourceGraph/resources');
    for (const body of datastoreBodies(this.names)) {
      this.world.add('datastores', body, `${workspace}/datastores`);
    }
    const subnet = this.#options.privateEndpoint ? `${virtualNetwork}/subnets/snet-training` : null;
    const builder = clusterBody(this.names, 'cpu-build', subnet);
    this.world.add('computes', builder, `${workspace}/computes`);
    if (this.#options.isolationMode !== 'Disabled') this.#addOutboundRules();
  }

  #addOutboundRules(): void {
    const { workspace, registry, storage, keyVault } = this.names;
    const required = [
      ['__SYS_PE_storage_blob', storage, 'blob'],
      ['__SYS_PE_storage_file', storage, 'file'],
      ['__SYS_PE_keyvault', keyVault, 'vault'],
      ['__SYS_PE_registry', registry, 'registry'],
      ['__SYS_PE_workspace', workspace, 'amlworkspace'],
    ] as const;
    for (const [name, service, target] of required) {
      const body = requiredRuleBody(workspace, name, service, target);
      this.world.add('outboundRules', body, `${workspace}/outboundRules`);
    }
  }

  #addPrivateEndpoint(): void {
    const { privateEndpoint, virtualNetwork } = this.names;
    this.network(virtualNetwork);
    for (const { id } of this.#keptZones()) this.zone(id);
    for (const { id } of this.#keptZones()) this.link(id, virtualNetwork);
    this.privateEndpoint(privateEndpoint);
  }

  #keptZones(addresses: EndpointAddresses = { api: '', notebook: '', inference: null }) {
    const [api, notebooks] = keptZones(this.names, this.#cloud(), addresses);
    return this.#options.notebooksZone ? [api, notebooks] : [api];
  }

  #addZoneGroup(privateEndpoint: string, addresses: EndpointAddresses): void {
    const zones = this.#keptZones(addresses);
    for (const { id, records } of zones) {
      for (const [name, address] of Object.entries(records)) this.record(id, name, [address]);
    }
    const id = `${privateEndpoint}/privateDnsZoneGroups/default`;
    this.world.add('zoneGroups', zoneGroupBody(id, zones), `${privateEndpoint}/privateDnsZoneGroups`);
  }

  /** One egress connection on registry, storage and workspace, as Microsoft makes them for each deployment. */
  #addEgressConnections(): void {
    const { registry, storage, workspace } = this.names;
    for (const service of [registry, storage, workspace]) {
      const serial = String(this.#addresses++).padStart(4, '0');
      const body = connectionBody(
        `${service}/privateEndpointConnections/${nameOf(service)}.6f7a8b9c0d1e4f2a9b3c4d5e6f70${serial}`,
        {
          privateEndpoint: `/subscriptions/${MICROSOFT_SUBSCRIPTION}/resourceGroups/managed-endpoints/providers/Microsoft.Network/privateEndpoints/pe-${serial}`,
          status: 'Approved',
          description: EGRESS_DESCRIPTION,
        },
      );
      this.world.push(service, 'properties.privateEndpointConnections', body);
      if (service === workspace) {
        this.world.add('workspaceConnections', body, `${workspace}/privateEndpointConnections`);
      }
    }
  }
}
