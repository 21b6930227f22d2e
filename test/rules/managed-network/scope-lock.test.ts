import { locksPath } from '../../../src/arm/list-paths.js';
import rule from '../../../src/rules/managed-network/scope-lock.js';
import type { Estate } from '../../world/estate.js';
import { soundManaged, soundPrivate } from '../../world/sound.js';
import { testRule } from '../test-rule.js';
import { managed } from './worlds.js';

const { workspace, subscription, group, storage } = soundManaged().names;
const ofSubscription = `/subscriptions/${subscription}`;
const ofGroup = `${ofSubscription}/resourcegroups/${group.toUpperCase()}`;
const LOCKS = '/providers/Microsoft.Authorization/locks/';
const lock = (estate: Estate, scope: string, name: string, level: string | null) =>
  estate.world.add(
    'locks',
    { id: `${scope}${LOCKS}${name}`, name, properties: { level } },
    locksPath(subscription),
  );
const evidence = (scope: string, name: string, actual: string) => ({
  resourceId: `${scope}${LOCKS}${name}`,
  path: 'properties.level',
  actual,
  expected: 'no lock while the managed network changes',
});
const summary =
  'Ask who set the lock and why. For the time of a change this deletes it; set it again afterwards.';

testRule(rule, {
  fail: [
    {
      name: 'the group is locked against deletion, in other letters',
      world: managed((estate) => lock(estate, ofGroup, 'keep', 'canNotDelete')),
      severity: 'warning',
      message:
        'A lock holds for the workspace: keep on the resource group (CanNotDelete); private endpoints of the managed network cannot be deleted or replaced.',
      evidence: [evidence(ofGroup, 'keep', 'CanNotDelete')],
      summary,
      commands: [`az lock delete --ids ${ofGroup}${LOCKS}keep --subscription ${subscription}`],
    },
    {
      name: 'subscription and workspace are locked, the list is cut off',
      world: managed((estate) => {
        lock(estate, ofSubscription, 'frozen', 'ReadOnly');
        lock(estate, workspace, 'keep', 'CanNotDelete');
        estate.world.incomplete('locks', locksPath(subscription));
      }, 'AllowInternetOutbound'),
      severity: 'warning',
      message:
        'Locks hold for the workspace: frozen on the subscription (ReadOnly), keep on the workspace (CanNotDelete); private endpoints of the managed network cannot be made, changed or deleted.',
      evidence: [evidence(ofSubscription, 'frozen', 'ReadOnly'), evidence(workspace, 'keep', 'CanNotDelete')],
      summary,
      commands: [
        `az lock delete --ids ${ofSubscription}${LOCKS}frozen ${workspace}${LOCKS}keep --subscription ${subscription}`,
      ],
    },
  ],
  pass: [
    {
      name: 'no lock',
      world: managed(),
      message: 'No lock stands on the workspace, its resource group or its subscription.',
    },
    {
      name: 'locks on other things, and one that locks nothing',
      world: managed((estate) => {
        lock(estate, storage, 'keep', 'ReadOnly');
        lock(estate, `${ofSubscription}/resourceGroups/rg-managed-too`, 'keep', 'ReadOnly');
        lock(estate, ofGroup, 'nothing', 'NotSpecified');
      }),
      message: 'No lock stands on the workspace, its resource group or its subscription.',
    },
  ],
  unknown: [
    {
      name: 'the locks were refused',
      world: managed(({ world }) => world.gap('locks', locksPath(subscription))),
      message: 'locks was not read (forbidden, Microsoft.Authorization/locks/read): 403 AuthorizationFailed.',
      operations: ['Microsoft.Authorization/locks/read'],
    },
    {
      name: 'a level of tomorrow',
      world: managed((estate) => lock(estate, ofGroup, 'keep', 'AppendOnly')),
      message:
        'keep: properties.level is AppendOnly; isocheck knows CanNotDelete or ReadOnly or NotSpecified.',
      operations: ['Microsoft.Authorization/locks/read'],
    },
  ],
  notApplicable: [
    { name: 'no managed network', world: soundPrivate, message: 'The workspace has no managed network.' },
  ],
});
