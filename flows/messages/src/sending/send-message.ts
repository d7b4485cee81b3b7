import { type Actor, HubError, isStorageError } from '@fairlead/core/flow-api';
import { channel, isFairleadError, newId } from '@fairlead/sdk';
import { longestSendMs, lostAfterMs, type OutgoingBox } from './outgoing-box.ts';
import { hashOf, type OutgoingMessage } from './outgoing-message.ts';

export interface SendWish {
  readonly connectionId: string;
  readonly chatId: string;
  readonly text: string;
  readonly replyTo: string | null;
  readonly idempotencyKey: string;
  readonly actor: Pick<Actor, 'kind' | 'id'>;
}

export interface SendResult {
  readonly id: string;
  readonly message: OutgoingMessage;
  /** The same request was made before; nothing was sent this time. */
  readonly repeated: boolean;
  /** Nothing was sent because of a limit: milliseconds until it makes sense to try again. */
  readonly retryAfterMs?: number;
}

/**
 * Sends a message. Committed before the vendor is asked, and asked for once: the same key gives the same message again,
 * whatever became of it.
 * @throws HubError `not_found` or `conflict` for a connection that cannot, `idempotency_key_reused`, `idempotency_in_flight`
 */
export async function sendMessage(box: OutgoingBox, wish: SendWish): Promise<SendResult> {
  const { connectionId, chatId, text, replyTo } = wish;
  const createdBy = `${wish.actor.kind}:${wish.actor.id}`;
  const requestKey = hashOf(createdBy, wish.idempotencyKey);
  const requestHash = hashOf(connectionId, chatId, text, replyTo);
  const repeated = async (otherwise: unknown): Promise<SendResult> => {
    const before = await findRepeated(box, requestKey, requestHash);
    if (before === undefined) throw otherwise;
    return before;
  };
  // Whoever asks again gets the same answer, though the connection could not send any more.
  const refusal = await refusalOf(box, connectionId);
  if (refusal !== undefined) return repeated(refusal);
  const now = box.services.clock.now();
  const id = newId(now);
  const intent: OutgoingMessage = {
    connectionId,
    chatId,
    text,
    replyTo,
    status: 'sending',
    messageId: null,
    problem: null,
    settled: null,
    dueAt: now + lostAfterMs,
    requestKey,
    requestHash,
    createdAt: new Date(now).toISOString(),
    createdBy,
  };
  try {
    await box.create(id, intent);
  } catch (error) {
    if (!isStorageError(error, 'duplicate_key') || error.field !== 'requestKey') throw error;
    return repeated(error);
  }
  const { retryAfterMs, ...outcome } = await askVendor(box, id, intent);
  const message = await settleByAnswer(box, id, outcome);
  return {
    id,
    message: message ?? { ...intent, ...outcome },
    repeated: false,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
}

async function refusalOf({ services: { connections } }: OutgoingBox, connectionId: string) {
  const connection = await connections.get(connectionId);
  if (connection === undefined) return new HubError('not_found', { detail: 'There is no such connection.' });
  if (connection.operations[channel.id]?.includes(channel.send.name) !== true) {
    return new HubError('conflict', { detail: 'The plugin of this connection cannot send.' });
  }
  if (connection.status === 'active') return undefined;
  return new HubError('conflict', { detail: `The connection is ${connection.status}.` });
}

async function findRepeated(
  { repository }: OutgoingBox,
  requestKey: string,
  requestHash: string,
): Promise<SendResult | undefined> {
  const found = await repository.findOne({ requestKey });
  if (found === undefined) return undefined;
  const { id, state: message } = found;
  if (message.requestHash !== requestHash) throw new HubError('idempotency_key_reused');
  if (message.status === 'sending') throw new HubError('idempotency_in_flight', { retryAfterMs: 1_000 });
  return { id, message, repeated: true };
}

type Outcome = Pick<OutgoingMessage, 'status' | 'messageId' | 'problem'>;

/** The caller's signal is not passed on: whoever stops waiting for an answer has still asked for the message to be sent. */
async function askVendor(
  { services: { guard } }: OutgoingBox,
  reference: string,
  { connectionId, chatId, text, replyTo }: OutgoingMessage,
): Promise<Outcome & { readonly retryAfterMs?: number }> {
  const input = { chatId, text, ...(replyTo === null ? {} : { replyTo }), reference };
  try {
    const answer = await guard.invoke(connectionId, channel.send, input, { deadlineMs: longestSendMs, attempts: 1 });
    if (answer.outcome === 'sent') return { status: 'sent', messageId: answer.id, problem: null };
    const { code, message = 'The vendor gave no reason.' } = answer;
    return { status: 'refused', messageId: null, problem: { code, text: message } };
  } catch (error) {
    // Anything else is a fault of the hub: the intent stays as it is, and ends as unknown.
    if (!isFairleadError(error)) throw error;
    const problem = { code: error.code, text: error.message.slice(0, 500) };
    if (error.class === 'outcome_unknown') return { status: 'unknown', messageId: null, problem };
    if (error.class === 'rejected') return { status: 'refused', messageId: null, problem };
    const failed = { status: 'failed', messageId: null, problem } as const;
    return error.class === 'rate_limited' ? { ...failed, retryAfterMs: error.retryAfterMs ?? 1_000 } : failed;
  }
}

/** An answer that comes after the message was given up as unknown counts; an operator's word stands. */
async function settleByAnswer(box: OutgoingBox, id: string, outcome: Outcome): Promise<OutgoingMessage | undefined> {
  const now = box.services.clock.now();
  const message = await box.change(id, (state) => {
    const isOpen = state.status === 'sending' || (state.status === 'unknown' && outcome.status !== 'unknown');
    if (!isOpen) return undefined;
    const needsLook = state.status === 'unknown' || outcome.status === 'unknown';
    return { ...state, ...outcome, dueAt: needsLook ? now : null };
  });
  if (message !== undefined && message.dueAt !== null) await box.tell(id);
  return message;
}
