import type { AttackHub } from './attack-hub.ts';

export interface Person {
  readonly id: string;
  readonly email: string;
  readonly password: string;
  readonly token: string;
}

/** Somebody new of this role, signed in. */
export async function addPerson(hub: AttackHub, role: string, name = `some-${role}`): Promise<Person> {
  const body = { email: `${name}@example.com`, role };
  const asked = { method: 'POST', path: '/api/users', token: hub.owner, body };
  const { id, email, password } = await hub.ok<Omit<Person, 'token'>>(asked);
  return { id, email, password, token: await hub.signIn(email, password) };
}

export async function addKey(
  hub: AttackHub,
  ...scopes: readonly string[]
): Promise<{ readonly id: string; readonly key: string }> {
  const body = { name: scopes.join(), scopes };
  return hub.ok({ method: 'POST', path: '/api/api-keys', token: hub.owner, body });
}
