/**
 * Every permission of core and who has it. A route names one of these (or one that its flow declares); API keys are
 * given some of them as scopes.
 */
export const roles = ['owner', 'admin', 'operator', 'viewer', 'plugin-developer'] as const;
export type Role = (typeof roles)[number];

/** Besides `owner`, who has everything. */
type Granted = readonly Exclude<Role, 'owner'>[];

const everyone: Granted = ['admin', 'operator', 'viewer', 'plugin-developer'];

export const corePermissions = {
  /** One's own account: password, sessions. Never given to an API key. */
  'account.self': everyone,
  'users.read': ['admin'],
  'users.write': ['admin'],
  'api-keys.read': ['admin'],
  'api-keys.write': ['admin'],
  'audit.read': ['admin'],
  'plugins.read': everyone,
  'plugins.write': ['admin', 'plugin-developer'],
  /** What they log and print, which may hold what customers wrote. */
  'plugins.log': ['admin', 'operator', 'plugin-developer'],
  'connections.read': everyone,
  'connections.write': ['admin', 'plugin-developer'],
  /** Test, pause, resume, force a lane, call a safe operation by hand. */
  'connections.operate': ['admin', 'operator', 'plugin-developer'],
  'inbox.read': ['admin', 'operator', 'plugin-developer'],
  'inbox.replay': ['admin', 'operator', 'plugin-developer'],
  'events.read': everyone,
  /** Where events are sent, and what came of it. */
  'webhooks.read': ['admin', 'operator', 'plugin-developer'],
  /** Says where events are sent, and is shown the secrets that sign them. */
  'webhooks.write': ['admin'],
  /** Send again, and send a test. */
  'webhooks.redeliver': ['admin', 'operator'],
  'incidents.read': everyone,
  'incidents.acknowledge': ['admin', 'operator'],
  'incidents.resolve': ['admin', 'operator'],
  'jobs.read': ['admin', 'operator', 'plugin-developer'],
  'jobs.retry': ['admin', 'operator'],
  'vault.read': ['admin'],
  'vault.rotate': [],
  'system.read': everyone,
  'settings.read': ['admin', 'operator'],
  'settings.write': ['admin'],
  'metrics.read': ['admin', 'operator'],
} as const satisfies { readonly [permission: string]: Granted };

export type CorePermission = keyof typeof corePermissions;

/** What a flow adds: its permissions and the roles that have them besides the owner. */
export interface DeclaredPermissions {
  readonly [permission: string]: Granted;
}

/** All permissions of this hub. */
export interface PermissionTable {
  /** Sorted. */
  readonly names: readonly string[];
  has(permission: string): boolean;
  of(role: Role): ReadonlySet<string>;
}

/** Permissions that only a signed-in person may use. */
export const personalPermissions: ReadonlySet<string> = new Set(['account.self']);

/** @throws TypeError when a flow declares a permission that core or another flow has */
export function createPermissionTable(...declared: readonly DeclaredPermissions[]): PermissionTable {
  const all = new Map<string, Granted>(Object.entries(corePermissions));
  for (const [permission, granted] of declared.flatMap((one) => Object.entries(one))) {
    if (all.has(permission)) throw new TypeError(`Permission “${permission}” is declared twice.`);
    all.set(permission, granted);
  }
  const ofRole = new Map(
    roles.map((role) => [
      role,
      new Set([...all].filter(([, granted]) => role === 'owner' || granted.includes(role)).map(([name]) => name)),
    ]),
  );
  return {
    names: [...all.keys()].sort(),
    has: (permission) => all.has(permission),
    of: (role) => ofRole.get(role) ?? new Set(),
  };
}
