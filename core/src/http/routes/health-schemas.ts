import { type Clock } from '@fairlead/sdk';
import { Type } from 'typebox';
import type { HealthRecord, VersionedBucket } from '../services.ts';
import { msOf, refused } from './moments.ts';
import { closed, moment } from './schemas.ts';

const minuteMs = 60_000;
const defaultSpanMinutes = 60;
/** Beyond a week of minutes the answer is too large for anything that draws it. */
const longestSpanMinutes = 7 * 24 * 60;

export const healthQuery = Type.Object({ from: Type.Optional(moment), to: Type.Optional(moment) }, closed);

export const healthStatus = Type.Enum(['healthy', 'degraded', 'unhealthy', 'unknown']);

export const healthState = Type.Object({
  status: healthStatus,
  reasons: Type.Array(
    Type.Object({ source: Type.String(), code: Type.String(), text: Type.String(), since: Type.String() }),
  ),
  since: Type.Optional(Type.String()),
  checkedAt: Type.Optional(Type.String()),
  validUntil: Type.Optional(Type.String({ description: 'After this the status is unknown.' })),
});

export const minuteView = Type.Object({
  at: Type.String({ description: 'The minute’s begin.' }),
  connection: Type.String(),
  version: Type.String({ description: 'Of the plugin.' }),
  calls: Type.Integer(),
  errors: Type.Integer(),
  p50Ms: Type.Union([Type.Number(), Type.Null()]),
  p95Ms: Type.Union([Type.Number(), Type.Null()]),
  p99Ms: Type.Union([Type.Number(), Type.Null()]),
  byOutcome: Type.Record(Type.String(), Type.Integer()),
});

export const changeView = Type.Object({
  status: healthStatus,
  at: Type.String(),
  codes: Type.Array(Type.String()),
});

/** Before the first look nothing is known. */
export function showHealth(record: HealthRecord | undefined) {
  if (record === undefined) return { status: 'unknown' as const, reasons: [] };
  const { status, reasons, since, checkedAt, validUntil } = record;
  return {
    status,
    reasons,
    since,
    ...(checkedAt === undefined ? {} : { checkedAt }),
    ...(validUntil === undefined ? {} : { validUntil }),
  };
}

export function showMinute({
  minute,
  connectionId,
  version,
  calls,
  errors,
  p50Ms,
  p95Ms,
  p99Ms,
  byOutcome,
}: VersionedBucket) {
  const at = new Date(minute * minuteMs).toISOString();
  return { at, connection: connectionId, version, calls, errors, p50Ms, p95Ms, p99Ms, byOutcome: { ...byOutcome } };
}

/** Minutes since 1970; `to` is excluded. Default: the last hour, the running minute included. */
export function minuteSpan(
  query: { readonly from?: string | undefined; readonly to?: string | undefined },
  clock: Clock,
): { readonly from: number; readonly to: number } {
  const to = query.to === undefined ? Math.floor(clock.now() / minuteMs) + 1 : minuteOf(query.to, 'to');
  const from = query.from === undefined ? to - defaultSpanMinutes : minuteOf(query.from, 'from');
  if (from >= to) throw refused('/query/from', 'must lie before “to”');
  if (to - from > longestSpanMinutes) throw refused('/query/from', 'must lie within 7 days before “to”');
  return { from, to };
}

function minuteOf(text: string, name: string): number {
  const ms = msOf(text, `/query/${name}`);
  return name === 'to' ? Math.ceil(ms / minuteMs) : Math.floor(ms / minuteMs);
}
