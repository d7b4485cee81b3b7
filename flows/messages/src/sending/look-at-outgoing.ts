import type { OutgoingBox } from './outgoing-box.ts';

export const outgoingJob = 'outgoing';
export const outgoingEveryMs = 60_000;

/**
 * Ends what was broken off between the intent and the outcome: the vendor may have been asked, so it is unknown and goes
 * to a person. Nothing is sent from here. One that cannot be written is told of, and does not keep others from their turn.
 */
export async function lookAtOutgoing(box: OutgoingBox, signal: AbortSignal): Promise<void> {
  const { clock, log } = box.services;
  const now = clock.now();
  const order = { field: 'dueAt', direction: 'ascending' } as const;
  for (const { id } of (await box.repository.list({ where: { dueAt: { lte: now } }, order, limit: 200 })).items) {
    if (signal.aborted) return;
    try {
      await box.change(id, (state) =>
        state.status === 'sending' && state.dueAt !== null && state.dueAt <= now
          ? { ...state, status: 'unknown', dueAt: now, problem: brokenOff }
          : undefined,
      );
      await box.tell(id);
    } catch (error) {
      log.error(`The outgoing message ${id} could not be looked at; it is tried again.`, { error });
    }
  }
}

const brokenOff = { code: 'broken_off', text: 'The hub was stopped while this was being sent.' };
