import { defineCollection } from '../storage/index.ts';
import type { HealthStatus, Reason } from './fusion-table.ts';

/** A status and when it began. */
export interface StatusChange {
  readonly status: HealthStatus;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly codes: readonly string[];
}

/** The health of one connection as stored; its id is the connection's. */
export interface HealthRecord {
  readonly plugin: string;
  readonly status: HealthStatus;
  readonly reasons: readonly Reason[];
  /** Since when the status is what it is. ISO 8601 UTC. */
  readonly since: string;
  /** When the connection was last heard of; absent before the first time. ISO 8601 UTC. */
  readonly checkedAt?: string;
  /** After this the status is unknown. ISO 8601 UTC. */
  readonly validUntil?: string;
  readonly probe?: { readonly at: string; readonly ok: boolean; readonly code?: string };
  /** The last changes, newest last. */
  readonly history: readonly StatusChange[];
}

export const historyKept = 100;

export const healthRecords = defineCollection({
  name: 'health',
  index: { plugin: 'string', status: 'string' },
  project: ({ plugin, status }: HealthRecord) => ({ plugin, status }),
});
