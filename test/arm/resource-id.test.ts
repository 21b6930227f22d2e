import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  idKey,
  nameOf,
  parentOf,
  parseResourceId,
  sameId,
  subscriptionOf,
} from '../../src/arm/resource-id.js';

const SUBSCRIPTION = '3f1c2a4e-5b6d-4e7f-8a9b-0c1d2e3f4a5b';
const WORKSPACE = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-fraud/providers/Microsoft.MachineLearningServices/workspaces/mlw-fraud`;

/** A segment of an id: no slash, not empty. */
const segment = fc.stringMatching(/^[A-Za-z0-9_.()*-]{1,20}$/);

describe('parseResourceId', () => {
  it('cuts a resource and what is below it', () => {
    expect(parseResourceId(WORKSPACE)).toEqual({
      subscription: SUBSCRIPTION,
      group: 'rg-fraud',
      name: 'mlw-fraud',
      type: 'microsoft.machinelearningservices/workspaces',
    });
    expect(parseResourceId(`${WORKSPACE}/onlineEndpoints/fraud/deployments/blue/`)).toEqual({
      subscription: SUBSCRIPTION,
      group: 'rg-fraud',
      name: 'blue',
      type: 'microsoft.machinelearningservices/workspaces/onlineendpoints/deployments',
    });
  });

  it('minds no letter case, as services write ids differently', () => {
    const parsed = parseResourceId(WORKSPACE.toUpperCase());
    expect(parsed?.type).toBe('microsoft.machinelearningservices/workspaces');
    expect(parsed?.group).toBe('RG-FRAUD');
  });

  it.each([
    '',
    '/',
    'mlw-fraud',
    `/subscriptions/${SUBSCRIPTION}`,
    `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-fraud`,
    `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Network/privateEndpoints`,
    `/subscriptions/${SUBSCRIPTION}/resourceGroups//providers/Microsoft.Network/privateEndpoints/pe`,
    `${WORKSPACE}/onlineEndpoints`,
    `${WORKSPACE}//`,
    WORKSPACE.slice(1),
    `https://management.azure.com${WORKSPACE}`,
  ])('takes %j for none', (id) => {
    expect(parseResourceId(id)).toBeNull();
  });

  it('finds the parts of every id that is built of them', () => {
    const types = fc.array(fc.tuple(segment, segment), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(segment, segment, segment, types, (subscription, group, namespace, pairs) => {
        const id = `/subscriptions/${subscription}/resourceGroups/${group}/providers/${namespace}/${pairs.flat().join('/')}`;
        expect(parseResourceId(id)).toEqual({
          subscription,
          group,
          name: pairs.at(-1)?.[1],
          type: [namespace, ...pairs.map(([type]) => type)].join('/').toLowerCase(),
        });
        expect(subscriptionOf(id)).toBe(subscription);
        expect(nameOf(id)).toBe(pairs.at(-1)?.[1]);
        if (pairs.length > 1) expect(parseResourceId(parentOf(id))?.name).toBe(pairs.at(-2)?.[1]);
      }),
    );
  });
});

describe('ids', () => {
  it('are the same without regard to case and trailing slashes', () => {
    expect(sameId(WORKSPACE, `${WORKSPACE.toUpperCase()}/`)).toBe(true);
    expect(sameId(WORKSPACE, `${WORKSPACE}-2`)).toBe(false);
    expect(parentOf(`${WORKSPACE}/onlineEndpoints/fraud/`)).toBe(WORKSPACE);
  });

  it('have one key, however often it is taken', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('a//', '/', '//', 'A/B/')),
        (id) => {
          expect(idKey(idKey(id))).toBe(idKey(id));
          expect(sameId(id, idKey(id))).toBe(true);
          expect(sameId(id, `${id}/`)).toBe(true);
        },
      ),
    );
  });

  it('may be any text without anything being thrown', () => {
    const odd = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc
        .array(fc.constantFrom('', '/', 'subscriptions', 'resourceGroups', 'providers', 'x', '__proto__'), {
          maxLength: 14,
        })
        .map((parts) => parts.join('/')),
    );
    fc.assert(
      fc.property(odd, (text) => {
        const parsed = parseResourceId(text);
        if (parsed !== null) {
          expect([parsed.subscription, parsed.group, parsed.name, parsed.type]).not.toContain('');
          expect(subscriptionOf(text)).toBe(parsed.subscription);
        }
        expect(typeof nameOf(text)).toBe('string');
        expect(text.startsWith(parentOf(text).slice(0, 1))).toBe(true);
        expect(subscriptionOf(text) === null || text.includes(subscriptionOf(text) ?? '')).toBe(true);
      }),
    );
  });
});
