import type { HubClient } from '../client/hub-client.ts';
import { CommandError } from './command-error.ts';
import { type Output, table } from './output.ts';
import { withHub } from './with-hub.ts';

interface User {
  readonly id: string;
  readonly email: string;
  readonly role: string;
  readonly disabled: boolean;
  readonly passwordIsTemporary: boolean;
  readonly totpEnabled: boolean;
}

export async function addUser(email: string, role: string, output: Output): Promise<void> {
  const made = await withHub((hub) => hub.post<User & { readonly password: string }>('/api/users', { email, role }));
  output.result(made);
  if (!output.json) output.note('This password is shown this once; it is to be changed after signing in:');
  output.line(made.password);
}

export async function listUsers(output: Output): Promise<void> {
  const items = await withHub((hub) => hub.list<User>('/api/users'));
  output.result({ items });
  const rows = items.map(({ id, email, role, disabled, passwordIsTemporary, totpEnabled }) => [
    id,
    role,
    disabled ? 'disabled' : passwordIsTemporary ? 'one-time password' : 'active',
    totpEnabled ? 'password and code' : 'password',
    email,
  ]);
  output.line(table(['ID', 'ROLE', 'STATE', 'SIGNS IN WITH', 'E-MAIL'], rows));
}

export async function setDisabled(which: string, disabled: boolean, output: Output): Promise<void> {
  const user = await withHub(async (hub) => {
    const { id } = await findUser(hub, which);
    return hub.patch<User>(`/api/users/${encodeURIComponent(id)}`, { disabled });
  });
  output.result(user);
  output.line(disabled ? `${user.email} is disabled and signed out everywhere.` : `${user.email} can sign in again.`);
}

export async function resetPassword(which: string, output: Output): Promise<void> {
  const made = await withHub(async (hub) => {
    const { id } = await findUser(hub, which);
    return hub.post<{ readonly password: string }>(`/api/users/${encodeURIComponent(id)}/reset-password`);
  });
  output.result(made);
  if (!output.json) output.note('All sessions of the user ended. The new password is shown this once:');
  output.line(made.password);
}

export async function resetTotp(which: string, output: Output): Promise<void> {
  const user = await withHub(async (hub) => {
    const found = await findUser(hub, which);
    await hub.delete(`/api/users/${encodeURIComponent(found.id)}/totp`);
    return found;
  });
  output.result({ id: user.id, email: user.email, totpEnabled: false });
  output.line(`${user.email} signs in with the password alone, and is signed out everywhere.`);
}

/** By id or e-mail address. */
async function findUser(hub: HubClient, which: string): Promise<User> {
  const users = await hub.list<User>('/api/users');
  const found = users.find(({ id, email }) => id === which || email.toLowerCase() === which.toLowerCase());
  if (found !== undefined) return found;
  throw new CommandError(`There is no user “${which}”. “fairlead users list” shows all.`);
}
