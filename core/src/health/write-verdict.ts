import type { Clock } from '@fairlead/sdk';
import { type coreEvents, type EventData, newEvent } from '../events/index.ts';
import type { OutboxEvent, Repository } from '../storage/index.ts';
import type { Evidence } from './evidence.ts';
import { fuse, type Verdict } from './fusion-table.ts';
import { type HealthRecord, historyKept } from './health-record.ts';
import { type HealthIncidents, tellIncidents } from './incidents.ts';

/** Where it is written, and who is told. */
export interface Records {
  readonly clock: Clock;
  readonly repository: Repository<HealthRecord>;
  readonly incidents: HealthIncidents;
}

/** One look at one connection. Times in milliseconds since 1970. */
export interface Look {
  readonly connectionId: string;
  readonly plugin: string;
  readonly evidence: Evidence;
  readonly heard: number | undefined;
  readonly validUntil: number | undefined;
  /** The first of this process. */
  readonly first: boolean;
}

/** Writes what changed: a status or a set of reasons is an event; being heard of again is noted once a minute. */
export async function writeVerdict({ clock, repository, incidents }: Records, look: Look): Promise<HealthRecord> {
  const { connectionId, evidence, validUntil, first } = look;
  const stored = await repository.get(connectionId);
  const before = stored?.state;
  const verdict = fuse(evidence, before?.reasons ?? [], validUntil);
  const next = record(look, before, verdict);
  const changed = before === undefined || before.status !== next.status || codes(before) !== codes(next);
  // A process that ended between its commit and its incidents is made good for at the next one's first look.
  if (first && !changed) await tellIncidents(incidents, connectionId, [], next.reasons);
  if (!changed && !heardAgain(before, next)) return before;
  const events = changed ? [changeEvent(clock, connectionId, before, next)] : [];
  await repository.commit({ ...stored, id: connectionId, state: next, events }, stored?.version ?? 0);
  if (changed) await tellIncidents(incidents, connectionId, before?.reasons ?? [], next.reasons);
  return next;
}

function record(
  { plugin, evidence, heard, validUntil }: Look,
  before: HealthRecord | undefined,
  { status, reasons }: Verdict,
): HealthRecord {
  const { now, probe } = evidence;
  const at = new Date(now).toISOString();
  const same = before?.status === status;
  const change = { status, at, codes: reasons.map(({ code }) => code) };
  return {
    plugin,
    status,
    reasons,
    since: same ? before.since : at,
    ...(heard === undefined ? {} : { checkedAt: new Date(heard).toISOString() }),
    ...(validUntil === undefined ? {} : { validUntil: new Date(validUntil).toISOString() }),
    ...(probe === undefined
      ? {}
      : {
          probe: {
            at: new Date(probe.at).toISOString(),
            ok: probe.ok,
            ...(probe.code === undefined ? {} : { code: probe.code }),
          },
        }),
    history: same ? before.history : [...(before?.history ?? []), change].slice(-historyKept),
  };
}

function codes({ reasons }: HealthRecord): string {
  return reasons.map(({ code }) => code).join();
}

function heardAgain(before: HealthRecord, next: HealthRecord): boolean {
  if (next.checkedAt === undefined) return false;
  return before.checkedAt === undefined || Date.parse(next.checkedAt) - Date.parse(before.checkedAt) >= 60_000;
}

function changeEvent(
  clock: Clock,
  connectionId: string,
  before: HealthRecord | undefined,
  next: HealthRecord,
): OutboxEvent {
  const data: EventData<(typeof coreEvents)['connection.health_changed']> = {
    connection: connectionId,
    plugin: next.plugin,
    from: before?.status ?? 'unknown',
    to: next.status,
    reasons: next.reasons.map(({ source, code, text, since }) => ({ source, code, text, since })),
  };
  return newEvent(clock, { type: 'connection.health_changed', subject: connectionId, data });
}
