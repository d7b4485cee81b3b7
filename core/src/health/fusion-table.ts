import type { Evidence } from './evidence.ts';

export type HealthStatus = 'healthy' | 'degraded' | 'unhealthy' | 'unknown';
export type HealthSource = 'traffic' | 'probe' | 'credential' | 'process' | 'webhook_backlog' | 'admin';

/** What a person can do about it; the dashboard shows a button, the API the name. */
export type RepairAction =
  | 'reauthenticate'
  | 'change_settings'
  | 'restore_master_key'
  | 'look_at_plugin'
  | 'look_at_inbox'
  | 'replay_dead';

interface Row {
  readonly source: HealthSource;
  readonly code: string;
  /** What the connection is at best while this holds. */
  readonly status: 'degraded' | 'unhealthy' | 'unknown';
  readonly text: string;
  /** What is known beyond the text when it begins to hold: a sentence, or empty. */
  readonly why?: (evidence: Evidence) => string;
  /** The number that is looked at. */
  readonly measure: (evidence: Evidence) => number;
  /** Holds from here on … */
  readonly enter: number;
  /** … and, once it holds, until the measure is below this. The gap keeps a value on the edge from flapping. */
  readonly leave: number;
  /** Attempts in the window without which a share says nothing. Default 0. */
  readonly minimumCalls?: number;
  /** Raises an incident while it holds. */
  readonly incident?: { readonly severity: 'warning' | 'error' | 'critical'; readonly action?: RepairAction };
}

const yes = (condition: boolean): number => (condition ? 1 : 0);
const flag = { enter: 1, leave: 1 } as const;

/**
 * How sources and conditions make a status. The worst row that holds decides (unhealthy before degraded before unknown);
 * all that hold are given as reasons, in this order. No row at all: healthy, if anything is known. Each row has its own
 * test; `docs/reference/health.md` shows the table.
 */
export const fusionTable = [
  {
    source: 'admin',
    code: 'paused',
    status: 'unknown',
    text: 'The connection is paused.',
    measure: ({ lifecycle }) => yes(lifecycle !== 'active'),
    ...flag,
  },
  {
    source: 'process',
    code: 'plugin_quarantined',
    status: 'unhealthy',
    text: 'The plugin failed too often and was stopped.',
    why: ({ plugin }) => plugin.why,
    measure: ({ plugin }) => yes(plugin.quarantined),
    ...flag,
    incident: { severity: 'error', action: 'look_at_plugin' },
  },
  {
    source: 'process',
    code: 'plugin_not_running',
    status: 'unhealthy',
    text: 'The plugin is not running.',
    why: ({ plugin }) => plugin.why,
    measure: ({ plugin }) => yes(!plugin.running && !plugin.quarantined),
    ...flag,
    incident: { severity: 'warning', action: 'look_at_plugin' },
  },
  {
    source: 'credential',
    code: 'credentials_locked',
    status: 'unhealthy',
    text: 'The credentials cannot be opened with the master keys at hand.',
    measure: ({ locked }) => yes(locked !== undefined),
    ...flag,
    incident: { severity: 'critical', action: 'restore_master_key' },
  },
  {
    source: 'credential',
    code: 'credentials_refused',
    status: 'unhealthy',
    text: 'The vendor refuses the credentials.',
    measure: ({ traffic }) => traffic.authFailures,
    ...flag,
    incident: { severity: 'error', action: 'reauthenticate' },
  },
  {
    source: 'traffic',
    code: 'settings_refused',
    status: 'unhealthy',
    text: 'The vendor cannot work with the settings.',
    measure: ({ traffic }) => traffic.configFailures,
    ...flag,
    incident: { severity: 'error', action: 'change_settings' },
  },
  {
    source: 'traffic',
    code: 'failing',
    status: 'unhealthy',
    text: 'Half of the calls fail, or more.',
    measure: ({ traffic }) => traffic.failureShare,
    enter: 0.5,
    leave: 0.3,
    minimumCalls: 5,
    incident: { severity: 'error' },
  },
  {
    source: 'traffic',
    code: 'unreliable',
    status: 'degraded',
    text: 'Some calls fail.',
    measure: ({ traffic }) => traffic.failureShare,
    enter: 0.1,
    leave: 0.05,
    minimumCalls: 10,
  },
  {
    source: 'traffic',
    code: 'rate_limited',
    status: 'degraded',
    text: 'The vendor asks for fewer calls.',
    measure: ({ traffic }) => traffic.rateLimitedShare,
    enter: 0.2,
    leave: 0.1,
    minimumCalls: 5,
  },
  {
    source: 'traffic',
    code: 'slow',
    status: 'degraded',
    text: 'Calls take very long.',
    measure: ({ traffic }) => traffic.p95Ms,
    enter: 10_000,
    leave: 7_000,
    minimumCalls: 10,
  },
  {
    source: 'traffic',
    code: 'lane_resting',
    status: 'degraded',
    text: 'A lane failed too often and is resting.',
    measure: ({ lanes }) => lanes.resting.length,
    ...flag,
  },
  {
    source: 'admin',
    code: 'lane_forced',
    status: 'degraded',
    text: 'An admin has forced a lane.',
    measure: ({ lanes }) => lanes.forced.length,
    ...flag,
  },
  {
    source: 'probe',
    code: 'probe_failed',
    status: 'degraded',
    text: 'The last probe failed.',
    measure: ({ probe, traffic }) => yes(probe !== undefined && !probe.ok && probe.at >= (traffic.lastAt ?? 0)),
    ...flag,
  },
  {
    source: 'webhook_backlog',
    code: 'webhooks_late',
    status: 'degraded',
    text: 'Webhooks wait to be dispatched.',
    measure: ({ webhooks }) => webhooks.oldestAgeMs,
    enter: 60_000,
    leave: 30_000,
    incident: { severity: 'warning', action: 'look_at_inbox' },
  },
  {
    source: 'webhook_backlog',
    code: 'webhooks_unverified',
    status: 'degraded',
    text: 'Webhooks wait to be verified.',
    measure: ({ webhooks }) => webhooks.unverified,
    ...flag,
  },
  {
    source: 'webhook_backlog',
    code: 'webhooks_dead',
    status: 'degraded',
    text: 'Webhooks could not be handled and were given up.',
    measure: ({ webhooks }) => webhooks.dead,
    ...flag,
    incident: { severity: 'error', action: 'replay_dead' },
  },
  {
    source: 'webhook_backlog',
    code: 'webhooks_not_believed',
    status: 'degraded',
    text: 'Webhooks come with wrong signatures.',
    measure: ({ webhooks }) => webhooks.invalid,
    enter: 5,
    leave: 1,
    incident: { severity: 'warning', action: 'change_settings' },
  },
] as const satisfies readonly Row[];

export type ReasonCode = (typeof fusionTable)[number]['code'] | 'nothing_known';

export interface Reason {
  readonly source: HealthSource;
  readonly code: ReasonCode;
  readonly text: string;
  /** ISO 8601 UTC. */
  readonly since: string;
}

export interface Verdict {
  readonly status: HealthStatus;
  readonly reasons: readonly Reason[];
}

const rank: Readonly<Record<HealthStatus, number>> = { healthy: 0, unknown: 1, degraded: 2, unhealthy: 3 };

/**
 * What the evidence makes of a connection.
 * @param previous reasons that held before: they hold on until their measure is below `leave`
 * @param validUntil milliseconds since 1970 after which what is known is too old; undefined when nothing is known
 */
export function fuse(evidence: Evidence, previous: readonly Reason[], validUntil: number | undefined): Verdict {
  const now = new Date(evidence.now).toISOString();
  const before = new Map(previous.map((reason) => [reason.code, reason]));
  const rows: readonly Row[] = fusionTable;
  const holding = rows.filter((row) => holds(row, evidence, before.has(row.code as ReasonCode)));
  const reasons = holding.map((row): Reason => {
    const code = row.code as ReasonCode;
    const { source } = row;
    const why = row.why?.(evidence) ?? '';
    const text = why === '' ? row.text : `${row.text} ${why}`;
    return { source, code, text, since: before.get(code)?.since ?? now };
  });
  const stale = validUntil === undefined || validUntil < evidence.now;
  if (stale && reasons.length === 0) {
    const since = before.get('nothing_known')?.since ?? now;
    const text = validUntil === undefined ? 'Nothing has been tried yet.' : 'Nothing has been heard for too long.';
    return { status: 'unknown', reasons: [{ source: 'probe', code: 'nothing_known', text, since }] };
  }
  const worst = holding.reduce<HealthStatus>(
    (status, row) => (rank[row.status] > rank[status] ? row.status : status),
    'healthy',
  );
  const paused = evidence.lifecycle !== 'active';
  return { status: paused ? 'unknown' : worst, reasons };
}

function holds(row: Row, evidence: Evidence, held: boolean): boolean {
  if (!held && evidence.traffic.calls < (row.minimumCalls ?? 0)) return false;
  const value = row.measure(evidence);
  return held ? value >= row.leave : value >= row.enter;
}

/** The incident that a reason stands for, if any. */
export function incidentOf(code: ReasonCode): Row['incident'] {
  return (fusionTable as readonly Row[]).find((row) => row.code === code)?.incident;
}
