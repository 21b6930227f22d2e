import { parseImage } from '../arm/image-reference.js';
import { subscriptionOf } from '../arm/resource-id.js';
import { imageWay } from '../model/assets/image-way.js';
import type { Deployment } from '../model/resources/deployment.js';
import { keyVaultAt } from '../model/resources/key-vault.js';
import { registryOf } from '../model/resources/registry.js';
import { onlineEndpoint } from '../rules/judgements/online-endpoint.js';
import type { AzureCliOptions } from '../rules/remedies/azure-cli.js';
import { azureCli, inGroupOf } from '../rules/remedies/azure-cli.js';
import type { ManualStep } from './symptom.js';

const ENDPOINTS = ['workspace', 'endpoints'] as const;
const DEPLOYMENTS = [...ENDPOINTS, 'deployments'] as const;

function ofDeployment({ name, endpoint, workspace }: Deployment): AzureCliOptions {
  return {
    '--name': name,
    '--endpoint-name': endpoint.name,
    '--workspace-name': workspace.name,
    ...inGroupOf(workspace.id),
  };
}

/** What the container that runs the scoring script has to say. */
export const DEPLOYMENT_LOGS: ManualStep = {
  title: "The deployment's logs",
  message:
    'Look for errors of the scoring script. No logs at all mostly mean that the container did not start.',
  reads: DEPLOYMENTS,
  commands: ({ deployments }) =>
    deployments.map((deployment) => azureCli('az ml online-deployment get-logs', ofDeployment(deployment))),
};

/** What the container that fetches model and code has to say. */
export const DOWNLOAD_LOGS: ManualStep = {
  title: 'The logs of the download',
  message: 'They tell which address the model or the code was asked from, and what the storage account said.',
  reads: DEPLOYMENTS,
  commands: ({ deployments }) =>
    deployments.map((deployment) =>
      azureCli('az ml online-deployment get-logs', {
        ...ofDeployment(deployment),
        '--container': 'storage-initializer',
      }),
    ),
};

/** Whether the registry holds the images that the deployments name. */
export const IMAGE_EXISTS: ManualStep = {
  title: 'The image in the registry',
  message:
    'Run it from a network that the registry lets in. An error of "not found" means that the image was never pushed there.',
  reads: [...DEPLOYMENTS, 'environment', 'registry'],
  commands: ({ deployments }) => [...new Set(deployments.flatMap(imageCommand))],
};

function imageCommand(deployment: Deployment): readonly string[] {
  const image = imageWay(deployment);
  const owner = deployment.workspace.owner();
  const registry = owner.known ? registryOf(owner.value) : owner;
  if (!registry.known || registry.value === null || !image.known) return [];
  const options = {
    '--name': registry.value.name,
    '--subscription': subscriptionOf(registry.value.id) ?? '',
  };
  if (image.value.way === 'built') return [azureCli('az acr repository list', options)];
  if (image.value.way !== 'workspace-registry') return [];
  const { repository, tag, digest } = parseImage(image.value.name);
  if (digest !== null) return [showImage(options, `${repository}@${digest}`)];
  if (tag !== null) return [showImage(options, `${repository}:${tag}`)];
  return [azureCli('az acr repository show', { ...options, '--repository': repository })];
}

function showImage(options: AzureCliOptions, image: string): string {
  return azureCli('az acr repository show', { ...options, '--image': image });
}

/** What the names of managed endpoints mean where the client stands. */
export const RESOLVE_HOST: ManualStep = {
  title: 'The name where the client stands',
  message:
    'Where the workspace has a private endpoint, the answer is an address of it, in the range of its virtual network; a public address, or none, then means that the client does not ask the private DNS zone.',
  reads: ENDPOINTS,
  commands: (each) => each.hostsOf(each.managedEndpoints).map((host) => `nslookup ${host}`),
};

/** Which of the user's own DNS servers and Azure's knows the name. */
export const OWN_DNS: ManualStep = {
  title: 'Own DNS servers against that of Azure',
  message:
    "Both from inside the virtual network. Where the second answers and the first does not, the server's conditional forwarder to 168.63.129.16 is at fault.",
  reads: ENDPOINTS,
  commands: (each) =>
    each.hostsOf(each.managedEndpoints).flatMap((host) => [`dig ${host}`, `dig @168.63.129.16 ${host}`]),
};

/** The name of a Kubernetes endpoint is the cluster's matter. */
export const KUBERNETES_HOST: ManualStep = {
  title: 'The host of the Kubernetes endpoint',
  message:
    "The host is the CName that the cluster was given, or for HTTP the address in the endpoint's URI. Where it is not resolved, the cluster's DNS settings are at fault.",
  reads: ENDPOINTS,
  commands: (each) => each.hostsOf(each.kubernetesEndpoints).map((host) => `nslookup ${host}`),
};

/** Whether the cluster's own front end answers. */
export const KUBERNETES_FRONT_END: ManualStep = {
  title: 'azureml-fe in the cluster, over HTTPS and over HTTP',
  message:
    'The curl commands run inside the pod; put the port in. "Swagger not found" is the answer of a front end that works. HTTPS that fails where HTTP works points to the certificate.',
  reads: ENDPOINTS,
  commands: ({ kubernetesEndpoints }) =>
    kubernetesEndpoints.flatMap(({ name }) => [
      'kubectl exec -it deploy/azureml-fe -n azureml -- /bin/bash',
      `curl -vi -k https://localhost:<port>/api/v1/endpoint/${name}/swagger.json`,
      `curl -vi http://localhost:<port>/api/v1/endpoint/${name}/swagger.json`,
    ]),
};

/** Whether the certificate of a Kubernetes endpoint is for its host, and of today. */
export const KUBERNETES_CERTIFICATE: ManualStep = {
  title: 'The certificate of the Kubernetes endpoint',
  message: 'Look whether it names the host, and whether its dates hold today.',
  reads: ENDPOINTS,
  commands: (each) =>
    each
      .hostsOf(each.kubernetesEndpoints)
      .map(
        (host) =>
          `openssl s_client -connect ${host}:443 -servername ${host} </dev/null | openssl x509 -noout -subject -dates`,
      ),
};

/** By which header or traffic a request finds its deployment. */
export const TRAFFIC: ManualStep = {
  title: 'The traffic',
  message:
    'Not needed for requests with the header azureml-model-deployment, which name their deployment themselves.',
  reads: ENDPOINTS,
  commands: ({ managedEndpoints, kubernetesEndpoints }) =>
    [...managedEndpoints, ...kubernetesEndpoints].map((endpoint) =>
      azureCli('az ml online-endpoint show', { ...onlineEndpoint(endpoint), '--query': 'traffic' }),
    ),
};

/** How the endpoint wants its callers to sign in. */
export const AUTHENTICATION: ManualStep = {
  title: 'How requests sign in',
  message:
    'Compare it with what the client sends: an endpoint that takes tokens refuses a key, and one that takes keys an old key, though the network lets the request through.',
  reads: ENDPOINTS,
  commands: ({ managedEndpoints, kubernetesEndpoints }) =>
    [...managedEndpoints, ...kubernetesEndpoints].map((endpoint) =>
      azureCli('az ml online-endpoint show', { ...onlineEndpoint(endpoint), '--query': 'auth_mode' }),
    ),
};

/** What the vault's firewall says of itself. */
export const VAULT_RULES: ManualStep = {
  title: "The vault's network rules, as the Azure CLI shows them",
  message: 'Look whether bypass is AzureServices.',
  reads: ['workspace', 'keyVault'],
  commands: ({ workspaces }) =>
    workspaces.flatMap((workspace) => {
      const id = workspace.keyVaultId();
      if (!id.known || id.value === null) return [];
      const vault = keyVaultAt(workspace.model, id.value);
      return [azureCli('az keyvault network-rule list', { '--name': vault.name, ...inGroupOf(vault.id) })];
    }),
};

/** Which settings send the endpoint's logs where. */
export const DIAGNOSTIC_SETTINGS: ManualStep = {
  title: 'The diagnostic settings, and how long ago logs last came',
  message: 'AmlOnlineEndpointTrafficLog and metrics work under isolation; logs take some minutes to arrive.',
  reads: ENDPOINTS,
  commands: ({ managedEndpoints }) =>
    managedEndpoints.map(({ id }) => azureCli('az monitor diagnostic-settings list', { '--resource': id })),
};

/** Everything the service has to say of the endpoint. */
export const ENDPOINT_STATE: ManualStep = {
  title: "The endpoint's own account of what failed",
  message: 'Give the text of the error to isocheck troubleshoot --error FILE, which finds where to look.',
  reads: ENDPOINTS,
  commands: ({ managedEndpoints, kubernetesEndpoints }) =>
    [...managedEndpoints, ...kubernetesEndpoints].map((endpoint) =>
      azureCli('az ml online-endpoint show', onlineEndpoint(endpoint)),
    ),
};
