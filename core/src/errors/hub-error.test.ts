import { expect, test } from 'vitest';
import { HubError, hubErrorCodes, isHubError } from './index.ts';

test('every code has a client or server status and a title without a full stop', () => {
  for (const [code, { status, title }] of Object.entries(hubErrorCodes)) {
    expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(600);
    expect(title).toMatch(/^[A-Z].*[^.]$/);
  }
});

test('an error carries its status and title, and its faults by path', () => {
  const error = new HubError('invalid_request', { errors: [{ path: '/name', message: 'must not be empty' }] });
  expect(error).toMatchObject({ code: 'invalid_request', status: 400, message: 'The request is not valid.' });
  expect(error.errors).toEqual([{ path: '/name', message: 'must not be empty' }]);
});

test('errors are told apart by code, and from anything else', () => {
  const error: unknown = new HubError('not_found', { detail: 'No connection “c1”.' });
  expect(isHubError(error)).toBe(true);
  expect(isHubError(error, 'not_found', 'conflict')).toBe(true);
  expect(isHubError(error, 'conflict')).toBe(false);
  expect(isHubError(new Error('not_found'))).toBe(false);
  expect(isHubError(null)).toBe(false);
});
