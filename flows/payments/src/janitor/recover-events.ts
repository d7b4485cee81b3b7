import { defineCollection, type Repository } from '@fairlead/core/flow-api';
import { isFairleadError, paymentGateway } from '@fairlead/sdk';
import { receiveEvents } from '../receive/receive-events.ts';
import type { PaymentTools } from '../tools.ts';

/** How far a connection's events were recovered; its id is the connection's. */
export interface Recovery {
  /** ISO 8601 UTC: everything before was asked for. */
  readonly since: string;
}

export const recoveryCollection = defineCollection({
  name: 'payments_recovery',
  index: {},
  project: (_state: Recovery) => ({}),
});

export const recoverJob = 'recover';
export const recoverEveryMs = 900_000;
/** Asked for again each time: clocks differ, and an event may appear late in the list. */
const overlapMs = 2 * 3_600_000;
/** Providers keep events for about a month. */
const longestMs = 29 * 86_400_000;
const mostPages = 100;

/**
 * Asks every gateway that can tell for events that it could not deliver, and takes them like webhooks: what is known
 * already changes nothing. A gateway that cannot be asked is asked again next time, from where it was.
 */
export async function recoverEvents(
  tools: PaymentTools,
  recoveries: Repository<Recovery>,
  signal: AbortSignal,
): Promise<void> {
  const { connections, log } = tools.services;
  for (const { id, status } of await connections.offering(paymentGateway.listEvents)) {
    if (status !== 'active' || signal.aborted) continue;
    try {
      await recoverConnection(tools, recoveries, id, signal);
    } catch (error) {
      if (!isFairleadError(error)) throw error;
      log.info('Events of a gateway could not be recovered; it is tried again.', {
        connectionId: id,
        code: error.code,
      });
    }
  }
}

async function recoverConnection(
  tools: PaymentTools,
  recoveries: Repository<Recovery>,
  connectionId: string,
  signal: AbortSignal,
): Promise<void> {
  const { guard, clock } = tools.services;
  const now = clock.now();
  const stored = await recoveries.get(connectionId);
  const from = stored === undefined ? now : Date.parse(stored.state.since);
  const since = new Date(Math.max(from - overlapMs, now - longestMs)).toISOString();
  let cursor: string | null | undefined;
  for (let read = 0; cursor !== null && read < mostPages; read += 1) {
    const input = { since, undeliveredOnly: true, ...(cursor === undefined ? {} : { cursor }) };
    const answer = await guard.invoke(connectionId, paymentGateway.listEvents, input, { signal });
    await receiveEvents(tools, { connectionId, via: 'recovery', events: answer.events });
    cursor = answer.nextCursor;
  }
  // What was left for want of pages is asked for again.
  if (cursor !== null) return;
  await recoveries.commit({ id: connectionId, state: { since: new Date(now).toISOString() } }, stored?.version ?? 0);
}
