import { expect, it } from 'vitest';
import { serviceMessage } from '../../../src/azure/connect/service-message.js';

const GUID = 'f42ef584-c092-4e08-866a-4a3826bb5f9b';
const JWT = 'eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJodHRwczovL21hbmFnZW1lbnQifQ.c2lnbmF0dXJl';

it.each([
  [
    `The client '${GUID}' with object id '${GUID}' does not have authorization to perform action 'Microsoft.Resources/subscriptions/read' over scope '/subscriptions/${GUID}'`,
    `The client '<id>' with object id '<id>' does not have authorization to perform action 'Microsoft.Resources/subscriptions/read' over scope '/subscriptions/${GUID}'`,
  ],
  [
    "The client 'live.com#someone@example.com' with object id 'x' may not",
    "The client '<id>' with object id '<id>' may not",
  ],
  [`The subscription '${GUID}' could not be found.`, `The subscription '${GUID}' could not be found.`],
  [`correlation ${GUID}`, 'correlation <id>'],
  ['asked by someone@example.com', 'asked by <account>'],
  [`token ${JWT} expired`, 'token <token> expired'],
  ['Authorization: Bearer abc.def', 'Authorization: Bearer <token>'],
  [
    'see https://st.blob.core.windows.net/c?sv=1&sig=abc%2Bdef=',
    'see https://st.blob.core.windows.net/c?sv=<secret>&sig=<secret>',
  ],
  ['https://user:pass@host/x', 'https://<secret>@host/x'],
  ['AccountKey=abc123==;EndpointSuffix=x', 'AccountKey=<secret>;EndpointSuffix=x'],
  ['client_secret=abc&x', 'client_secret=<secret>'],
  [`key ${'aB3/'.repeat(21)}aB==`, 'key <secret>'],
  ['one\r\ntwo\tthree\u001b[31m', 'one two three [31m'],
  [
    "operation 'GET/SUBSCRIPTIONS/RESOURCEGROUPS/PROVIDERS/MICROSOFT.COMPUTE/VIRTUALMACHINES'",
    "operation 'GET/SUBSCRIPTIONS/RESOURCEGROUPS/PROVIDERS/MICROSOFT.COMPUTE/VIRTUALMACHINES'",
  ],
  [
    "for type 'workspaces/onlineEndpoints/deployments' and API version '2024-01-01'",
    "for type 'workspaces/onlineEndpoints/deployments' and API version '2024-01-01'",
  ],
  ['', ''],
])('%s', (message, shown) => {
  expect(serviceMessage(message)).toBe(shown);
});

it('cuts what is long', () => {
  const shown = serviceMessage(`The supported api-versions are ${"'2024-01-01', ".repeat(200)}`);
  expect(shown.length).toBeLessThanOrEqual(200);
  expect(shown).toMatch(/^The supported api-versions .*…$/);
});

it('is quick on a whole web page', () => {
  const started = performance.now();
  serviceMessage('<div class="a-b_c">'.repeat(200_000));
  expect(performance.now() - started).toBeLessThan(500);
});
