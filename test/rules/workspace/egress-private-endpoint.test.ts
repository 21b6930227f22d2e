import rule from '../../../src/rules/workspace/egress-private-endpoint.js';
import { egressTable } from '../egress-table.js';
import { testRule } from '../test-rule.js';

testRule(
  rule,
  egressTable({
    service: 'workspace',
    read: 'workspace',
    operation: 'Microsoft.MachineLearningServices/workspaces/read',
    title: 'Workspace',
    caveat: 'A connection does not name its deployment.',
    loss: 'calls to the API of the workspace fail',
    none: 'No deployment leaves privately by its own flag.',
  }),
);
