import { roles } from '@fairlead/core';
import type { DeclaredRoute } from './declared-routes.ts';

export type Granted = ReadonlyMap<string, ReadonlySet<string>>;

const head = `<!-- Generated from core/src/access/permissions.ts, the flows and all routes by hub/test/attacks/route-matrix.test.ts; do not edit. -->

# Permissions

What each role may do, and what each route asks for. Every pair of a role and a route is tried against a running hub, and so is
every API key of a single scope: who may not is answered 401 or 403, and a try to act is in the audit log as \`denied\`.

\`account.self\` is for people about their own account; no API key can have it. Rules beyond the permission are in
[users and roles](../guides/users.md): nobody goes above their own role, and a key never has more than its maker.

## Roles`;

/** The page that a reviewer reads: a role that gains something is a line that changes. */
export function permissionsPage(granted: Granted, routes: readonly DeclaredRoute[]): string {
  const permissions = [...(granted.get('owner') ?? [])].sort();
  const marks = (permission: string) =>
    roles.map((role) => (granted.get(role)?.has(permission) === true ? 'yes' : '–'));
  const open = routes.filter(({ permission }) => permission === undefined);
  return `${[
    head,
    table(
      ['permission', ...roles],
      permissions.map((permission) => [code(permission), ...marks(permission)]),
    ),
    '## Routes',
    table(
      ['permission', 'routes'],
      permissions.map((permission) => [
        code(permission),
        listOf(routes.filter((route) => route.permission === permission)),
      ]),
    ),
    `Open to everyone: ${listOf(open)}.`,
  ].join('\n\n')}\n`;
}

const code = (text: string): string => `\`${text}\``;
const listOf = (routes: readonly DeclaredRoute[]): string =>
  routes
    .map(({ method, path }) => `${method} ${path}`)
    .sort()
    .map(code)
    .join(', ');

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n');
}

/** What the committed page says: by this, not by the program, callers are expected in or out. */
export function grantedBy(page: string): Granted {
  const granted = new Map<string, Set<string>>(roles.map((role) => [role, new Set()]));
  for (const [, permission = '', cells = ''] of page.matchAll(/^\| `([a-z.-]+)` ((?:\| (?:yes|–) )+)\|$/gm)) {
    for (const [index, cell] of cells.split('|').slice(1).entries()) {
      if (cell.trim() === 'yes') granted.get(roles[index] ?? '')?.add(permission);
    }
  }
  return granted;
}
