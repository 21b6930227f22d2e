import { describe, expect, test } from 'vitest';
import { customRolesPath, locksPath, roleAssignmentsPath } from '../../src/arm/list-paths.js';
import { below, codeOf, get, jsonOf, messageOf, send } from './https-client.js';
import { body, GROUP, gap, SUBSCRIPTION, serve, VAULT, WORKSPACE } from './small-snapshot.js';

const PRINCIPAL = '2d4e6f80-91a2-4b3c-8d5e-f60718293a4b';
const ASSIGNMENTS = `${VAULT}/providers/Microsoft.Authorization/roleAssignments`;
const ENDPOINT = `${WORKSPACE}/onlineEndpoints/e`;

/** An assignment at a scope: its id lies there, and not where it is listed. */
const assignment = (scope: string, name: string) =>
  body(`${scope}/providers/Microsoft.Authorization/roleAssignments/${name}`, { scope });

const assignments = [assignment(SUBSCRIPTION, 'a'), assignment(GROUP, 'b'), assignment('', 'c')];
const listed = {
  bodies: [body(VAULT), ...assignments],
  collections: {
    [roleAssignmentsPath(VAULT, PRINCIPAL)]: { members: assignments.map(({ id }) => String(id)) },
    [roleAssignmentsPath(VAULT, 'nobody')]: {},
  },
};

const filtered = (filter: string) => `2022-04-01&$filter=${filter}`;

describe('a list of which there is one for each filter', () => {
  test.each([
    `assignedTo('${PRINCIPAL}')`,
    `ASSIGNEDTO('${PRINCIPAL.toUpperCase()}')`,
    encodeURIComponent(`assignedTo('${PRINCIPAL}')`),
    `assignedTo%28%27${PRINCIPAL}%27%29`,
  ])('is found by its filter, however that is written: %s', async (filter) => {
    const emulator = await serve(listed);
    const answer = await get(emulator, ASSIGNMENTS.toUpperCase(), filtered(filter));
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ value: assignments });
  });

  test('with a blank in its filter is found too', async () => {
    const role = body(`${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/r`);
    const path = customRolesPath(SUBSCRIPTION.split('/').at(-1) ?? '');
    const emulator = await serve({
      bodies: [role],
      collections: { [path]: { members: [String(role['id'])] } },
    });
    const [list = ''] = path.split('?');
    expect((await get(emulator, list, filtered("type%20eq%20'CustomRole'"))).body).toEqual({ value: [role] });
    expect((await get(emulator, list, filtered("type+eq+'customrole'"))).body).toEqual({ value: [role] });
  });

  test('is another with another filter, and none with a filter or without one that nobody asked', async () => {
    const emulator = await serve(listed);
    expect((await get(emulator, ASSIGNMENTS, filtered("assignedTo('nobody')"))).body).toEqual({ value: [] });
    expect((await get(emulator, ASSIGNMENTS, filtered("assignedTo('other')"))).status).toBe(404);
    expect((await get(emulator, ASSIGNMENTS)).status).toBe(404);
  });

  test('keeps its filter from page to page', async () => {
    const emulator = await serve(listed, { pageSize: 2 });
    const first = await get(emulator, ASSIGNMENTS, filtered(`assignedTo('${PRINCIPAL}')`));
    expect(first.body['value']).toEqual(assignments.slice(0, 2));
    const second = jsonOf((await send(emulator, below(first.body['nextLink']))).text);
    expect(second).toEqual({ value: assignments.slice(2) });
  });

  test('that was refused is refused again, with the action that lists it', async () => {
    const emulator = await serve({
      ...listed,
      gaps: [
        {
          ...gap(roleAssignmentsPath(VAULT, 'refused'), 'forbidden'),
          operation: 'Microsoft.Authorization/roleAssignments/read',
        },
      ],
    });
    const answer = await get(emulator, ASSIGNMENTS, filtered("assignedTo('refused')"));
    expect([answer.status, codeOf(answer.body)]).toEqual([403, 'AuthorizationFailed']);
    expect(messageOf(answer.body)).toContain("'Microsoft.Authorization/roleAssignments/read'");
    expect((await get(emulator, ASSIGNMENTS, filtered("assignedTo('nobody')"))).status).toBe(200);
  });

  test('that is struck by a fault names its own action, and not that of what it extends', async () => {
    const emulator = await serve(listed, { faults: [{ path: ASSIGNMENTS, kind: 'forbidden' }] });
    const { body: error } = await get(emulator, ASSIGNMENTS, filtered("assignedTo('nobody')"));
    expect(messageOf(error)).toContain("'Microsoft.Authorization/roleAssignments/read'");
  });
});

describe('a list that the snapshot does not hold', () => {
  const lock = (scope: string) => body(`${scope}/providers/Microsoft.Authorization/locks/keep`);

  test('of locks of a subscription holds those on groups and resources', async () => {
    const locks = [lock(SUBSCRIPTION), lock(GROUP), lock(VAULT)];
    const emulator = await serve({ bodies: [body(VAULT), ...locks] });
    const path = locksPath(SUBSCRIPTION.split('/').at(-1) ?? '');
    expect((await get(emulator, path)).body).toEqual({ value: locks });
  });

  test.each([
    ['locks of a subscription', `${SUBSCRIPTION}/providers/Microsoft.Authorization/locks`],
    ['diagnostic settings of an endpoint', `${ENDPOINT}/providers/Microsoft.Insights/diagnosticSettings`],
    ['security groups', `${SUBSCRIPTION}/providers/Microsoft.Network/networkSecurityGroups`],
  ])('of %s is empty where there is what it belongs to', async (_name, path) => {
    const emulator = await serve({ bodies: [body(WORKSPACE), body(ENDPOINT)] });
    expect((await get(emulator, path)).body).toEqual({ value: [] });
    const elsewhere = await get(await serve({}), path);
    expect(elsewhere.status).toBe(404);
  });

  test.each([
    ['role assignments', `${ASSIGNMENTS}`],
    ['deny assignments', `${VAULT}/providers/Microsoft.Authorization/denyAssignments`],
    ['custom roles', `${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions`],
  ])('of %s is a 404: nobody looked', async (_name, path) => {
    const emulator = await serve({ bodies: [body(VAULT)] });
    const { status, body: error } = await get(emulator, path, filtered('atScope()'));
    expect([status, codeOf(error)]).toEqual([404, 'ResourceNotFound']);
  });
});
