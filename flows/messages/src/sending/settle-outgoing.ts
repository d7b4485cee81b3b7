import { HubError } from '@fairlead/core/flow-api';
import type { OutgoingBox } from './outgoing-box.ts';
import type { OutgoingMessage } from './outgoing-message.ts';

export interface Settlement {
  readonly id: string;
  readonly as: 'sent' | 'failed';
  /** Why the operator is sure. */
  readonly reason: string;
  readonly by: string;
}

/**
 * An operator looked into the chat: what nobody knew is known. The same word again is no news.
 * @throws HubError `not_found`; `conflict` for a message that is not unknown
 */
export async function settleOutgoing(box: OutgoingBox, { id, as, reason, by }: Settlement): Promise<OutgoingMessage> {
  const now = box.services.clock.now();
  const message = await box.change(id, (state) => {
    if (state.status === as && state.settled !== null) return undefined;
    if (state.status !== 'unknown') {
      throw new HubError('conflict', {
        detail: `The message is “${state.status}”; only an unknown one can be settled.`,
      });
    }
    return { ...state, status: as, settled: { by, at: new Date(now).toISOString(), reason }, dueAt: now };
  });
  if (message === undefined) throw new HubError('not_found', { detail: 'There is no such message.' });
  if (message.dueAt !== null) await box.tell(id);
  return message;
}
