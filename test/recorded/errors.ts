import { createHttpHeaders, createPipelineRequest } from '@azure/core-rest-pipeline';
import { expect } from 'vitest';
import { failureOfResponse } from '../../src/azure/connect/failure.js';
import type { Failure } from '../../src/azure/exchange/failure.js';
import type { Recorded } from './recorded.js';
import type { Expectations } from './scanned.js';

function failureOf({ body, status }: Recorded, headers: Record<string, string> = {}): Failure {
  return failureOfResponse({
    request: createPipelineRequest({ url: 'https://management.azure.com/' }),
    // One recording does not show it: a version that a type does not have is answered with 400.
    status: status ?? 400,
    headers: createHttpHeaders(headers),
    bodyAsText: JSON.stringify(body),
  });
}

/** Every failure is one line, and a short one. */
function expectFailure(
  recorded: Recorded,
  expected: Partial<Failure>,
  headers?: Record<string, string>,
): Failure {
  const failure = failureOf(recorded, headers);
  expect(failure).toMatchObject(expected);
  expect(failure.detail).not.toMatch(/[\r\n]/);
  expect(failure.detail.length).toBeLessThan(300);
  return failure;
}

export const errorExpectations: Expectations = {
  'error-400-invalid-subscription-id.json': (recorded) => {
    expectFailure(recorded, { reason: 'error', code: 'InvalidSubscriptionId' });
  },
  'error-400-no-registered-provider.json': (recorded) => {
    const { detail } = expectFailure(recorded, { reason: 'unsupported', code: 'NoRegisteredProviderFound' });
    // The list of versions runs on for more than a thousand characters.
    expect(detail).toMatch(/^400 NoRegisteredProviderFound: .*…$/);
  },
  'error-invalid-resource-type-for-api-version.json': (recorded) => {
    expectFailure(recorded, { reason: 'unsupported', code: 'InvalidResourceType' });
  },
  'error-403-authorization-failed-subscription.json': (recorded) => {
    const { detail } = expectFailure(recorded, { reason: 'forbidden', code: 'AuthorizationFailed' });
    // Who asked is not told; what for is.
    const [, client = ''] = /client '([^']+)'/.exec(JSON.stringify(recorded.body)) ?? [];
    expect(client).toMatch(/^[0-9a-f-]{36}$/);
    expect(detail).not.toContain(client);
    expect(detail).toContain('Microsoft.Resources/subscriptions/read');
  },
  'error-404-private-dns-zone-missing.json': (recorded) => {
    expectFailure(recorded, { reason: 'not-found', code: 'ResourceNotFound' });
  },
  'error-404-resource-missing-child.json': (recorded) => {
    expectFailure(recorded, { reason: 'not-found', code: 'ManagementPolicyNotFound' });
  },
  'error-404-subscription-not-found.json': (recorded) => {
    expectFailure(recorded, { reason: 'not-found', code: 'SubscriptionNotFound' });
  },
  'error-404-workspace-not-found.json': (recorded) => {
    expectFailure(recorded, { reason: 'not-found', code: 'ResourceNotFound' });
  },
  'error-429-resource-requests-throttled.json': (recorded) => {
    expectFailure(recorded, { reason: 'throttled', code: 'ResourceRequestsThrottled' });
  },
  'error-429-subscription-actor-throttled.json': (recorded) => {
    const { detail } = expectFailure(
      recorded,
      { reason: 'throttled', code: 'SubscriptionRequestsThrottled' },
      { 'Retry-After': '1' },
    );
    expect(detail).toMatch(/\(asked to wait: 1\)$/);
  },
  'error-429-subscription-backend-storage-limit.json': (recorded) => {
    expectFailure(recorded, { reason: 'throttled', code: 'SubscriptionRequestsThrottled' });
  },
  'error-429-too-many-requests-2017.json': (recorded) => {
    expectFailure(recorded, {
      reason: 'throttled',
      detail: '429 TooManyRequests: The request is being throttled.',
    });
  },
};
