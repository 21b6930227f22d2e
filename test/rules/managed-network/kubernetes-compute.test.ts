import rule from '../../../src/rules/managed-network/kubernetes-compute.js';
import type { Estate } from '../../world/estate.js';
import { soundManaged, soundPrivate } from '../../world/sound.js';
import { testRule } from '../test-rule.js';
import { IN_WORKSPACE, managed } from './worlds.js';

const { workspace } = soundManaged().names;
const path = 'properties.computeType';
const id = `${workspace}/computes/edge`;
const ofType = (computeType: string | null) => (estate: Estate) =>
  estate.world.add('computes', { id, name: 'edge', properties: { computeType } }, `${workspace}/computes`);
const failed = (computeType: string) => ({
  name: `a compute of type ${computeType}`,
  world: managed(ofType(computeType)),
  target: 'edge',
  severity: 'warning' as const,
  message: `${path} is ${computeType}; a managed network does not support that, and its rules do not hold for what runs there.`,
  evidence: [{ resourceId: id, path, actual: computeType, expected: 'AmlCompute or ComputeInstance' }],
  summary:
    'Move what runs on the compute to a cluster of Azure Machine Learning, or the compute to a workspace without a managed network. This detaches it then: the compute itself stays, and endpoints on it stop.',
  commands: [`az ml compute detach --name edge ${IN_WORKSPACE}`],
});

testRule(rule, {
  fail: [failed('Kubernetes'), failed('AKS'), failed('virtualmachine')],
  pass: [
    { name: 'a cluster', world: managed(), message: `${path} is AmlCompute.` },
    {
      name: 'an instance, and the managed network lets out to the internet',
      world: managed(ofType('ComputeInstance'), 'AllowInternetOutbound'),
      target: 'edge',
      message: `${path} is ComputeInstance.`,
    },
    ...['DataFactory', 'HDInsight', 'Databricks', 'DataLakeAnalytics', 'SynapseSpark'].map((type) => ({
      name: `a compute of type ${type}`,
      world: managed(ofType(type)),
      target: 'edge',
      message: `${path} is ${type}.`,
    })),
  ],
  unknown: [
    {
      name: 'a type of tomorrow',
      world: managed(ofType('Quantum')),
      target: 'edge',
      message: `${path} is Quantum, which isocheck does not know.`,
      operations: [],
    },
    {
      name: 'no type',
      world: managed(ofType(null)),
      target: 'edge',
      message: `${path} is absent, which isocheck does not know.`,
      operations: [],
    },
    {
      name: 'the compute was refused',
      world: managed((estate) => {
        ofType('AKS')(estate);
        const members = [`${workspace}/computes/edge`];
        estate.world.gap('computes', id).list('computes', `${workspace}/computes`, ...members);
      }),
      target: 'edge',
      message:
        'edge was not read (forbidden, Microsoft.MachineLearningServices/workspaces/computes/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.MachineLearningServices/workspaces/computes/read'],
    },
  ],
  notApplicable: [
    { name: 'no managed network', world: soundPrivate, message: 'The workspace has no managed network.' },
  ],
});
