import { createHash } from 'node:crypto';
import type { NewConnection } from './connections-contract.ts';
import { plainJson } from './plain-json.ts';

/** Secrets stay out of the digest: even a hash would help to guess a weak one. */
export function creationOf({
  idempotencyKey,
  createdBy,
  plugin,
  name,
  settings,
  secrets,
  allowedPrivateHosts,
}: NewConnection) {
  if (idempotencyKey === undefined) return {};
  const request = sorted([
    plugin,
    name,
    plainJson(settings ?? {}, '').value,
    Object.keys(secrets ?? {}).sort(),
    allowedPrivateHosts ?? [],
  ]);
  const digest = createHash('sha256').update(JSON.stringify(request)).digest('base64url');
  return { creation: { key: JSON.stringify([createdBy, idempotencyKey]), digest } };
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, member]) => [name, sorted(member)]);
}
