import { describe, expect, it } from 'vitest';
import { createEgressPolicy } from './egress-policy.ts';

const settings = { apiBase: 'https://API.Acme.test:8443/v1', label: 'not an address', retries: 3 };

describe('egress by name', () => {
  it.each([
    ['api.example.com', 'api.example.com', true],
    ['api.example.com', 'API.example.com.', true],
    ['api.example.com', 'www.example.com', false],
    ['api.example.com', 'api.example.com.evil.test', false],
    ['*.example.com', 'a.example.com', true],
    ['*.example.com', 'a.b.example.com', true],
    ['*.example.com', 'example.com', false],
    ['*.example.com', 'badexample.com', false],
    ['*.example.com', '.example.com', false],
    ['*', 'anything.test', true],
    ['loopback', 'localhost', true],
    ['loopback', '127.0.0.1', true],
    ['loopback', '[::1]', true],
    ['loopback', '127.0.0.2', false],
    ['loopback', 'example.com', false],
    ['{settings.apiBase}', 'api.acme.test', true],
    ['{settings.apiBase}', 'acme.test', false],
    ['{settings.label}', 'not an address', false],
    ['{settings.retries}', '3', false],
    ['{settings.absent}', 'undefined', false],
  ])('%s and %s: %s', (pattern, host, allowed) => {
    expect(createEgressPolicy({ egress: [pattern], settings }).allowsHost(host)).toBe(allowed);
  });
});

describe('egress by address', () => {
  const open = { egress: ['*'], settings: {} };
  it.each([
    [open, 'example.com', '1.1.1.1', true],
    [open, 'example.com', '10.0.0.1', false],
    [open, 'localhost', '127.0.0.1', false],
    [{ ...open, egress: ['loopback'] }, 'localhost', '127.0.0.1', true],
    [{ ...open, egress: ['loopback'] }, 'localhost', '10.0.0.1', false],
    [{ ...open, egress: ['loopback', '*'] }, 'example.com', '127.0.0.1', false],
    [{ ...open, allowedPrivateHosts: ['inner.test'] }, 'inner.test', '10.0.0.1', true],
    [{ ...open, allowedPrivateHosts: ['inner.test'] }, 'Inner.test.', 'fd00::1', true],
    [{ ...open, allowedPrivateHosts: ['inner.test'] }, 'other.test', '10.0.0.1', false],
    [{ ...open, allowedPrivateHosts: ['inner.test'] }, 'inner.test', '169.254.169.254', false],
    [{ ...open, allowedPrivateHosts: ['169.254.169.254'] }, '169.254.169.254', '169.254.169.254', true],
    [{ ...open, allowedPrivateHosts: ['10.0.0.1'] }, 'inner.test', '10.0.0.1', true],
    [{ ...open, allowedPrivateHosts: ['10.0.0.1'] }, 'inner.test', '10.0.0.2', false],
  ])('%j: %s at %s: %s', (rules, host, address, allowed) => {
    expect(createEgressPolicy(rules).allowsAddress(host, address)).toBe(allowed);
  });

  it('does not widen the names that may be reached', () => {
    const policy = createEgressPolicy({
      egress: ['api.example.com'],
      settings: {},
      allowedPrivateHosts: ['inner.test'],
    });
    expect(policy.allowsHost('inner.test')).toBe(false);
  });
});
