import { describe, expect, it } from 'vitest';
import { isWholeTopDomain } from '../../../src/model/managed-network/wide-host.js';

describe('a wildcard for a whole top domain', () => {
  it.each([
    ['*', true],
    ['*.', true],
    ['*.com', true],
    ['*.COM.', true],
    ['*.uk', true],
    ['*.co.uk', true],
    ['*.Co.UK', true],
    ['*.gov.au', true],
    ['*.com.au.', true],
    // One name of a top domain, or a host.
    ['*.example.com', false],
    ['*.example.uk', false],
    ['*.co.info', false],
    ['*.a.co.uk', false],
    ['*.co.uk.example.com', false],
    ['*.azurecr.io', false],
    ['com', false],
    ['co.uk', false],
    ['a.*.com', false],
    ['*a.com', false],
    ['', false],
  ])('%j: %s', (host, expected) => expect(isWholeTopDomain(host)).toBe(expected));
});
