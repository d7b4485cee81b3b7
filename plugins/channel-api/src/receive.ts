import type { ChannelMessage, WebhookRequest } from '@fairlead/sdk';
import { BodyFault } from './body/body-fault.ts';
import { readMessages } from './body/read-messages.ts';
import { dedupeKeyOf, deliveryOf, nameMessage } from './name-message.ts';
import type { Context } from './settings.ts';
import { type Proof, type Received, invalid } from './verify/verdict.ts';
import { verifyRequest } from './verify/verify-request.ts';

/**
 * Verifies the raw bytes, then reads them. A body that cannot be read is answered 400 with the place of the fault, even
 * where the signature is right: its sender is the one who can mend it, and nothing of it is stored.
 */
export function receiveRequest(context: Pick<Context, 'settings' | 'clock'>, request: WebhookRequest): Received {
  if (request.method !== 'POST') return invalid('malformed', 'Messages are sent with POST.');
  const proof = verifyRequest(context, request);
  if (proof.outcome === 'invalid') return proof;
  try {
    return accepted(messagesOf(context, request, proof));
  } catch (error) {
    if (!(error instanceof BodyFault)) throw error;
    return invalid('malformed', error.path === '' ? error.message : `${error.path} ${error.message}`);
  }
}

function messagesOf(
  { settings }: Pick<Context, 'settings'>,
  request: WebhookRequest,
  proof: Proof,
): readonly ChannelMessage[] {
  const delivery = deliveryOf(proof, request);
  const messages = new Map<string, ChannelMessage>();
  for (const draft of readMessages(request, settings)) {
    const message = nameMessage(draft, delivery);
    const key = dedupeKeyOf(message);
    const before = messages.get(key);
    if (before !== undefined && JSON.stringify(before) !== JSON.stringify(message)) {
      throw new BodyFault(
        draft.path,
        'has the id and revision of another message of this body, and says something else.',
      );
    }
    messages.set(key, message);
  }
  return [...messages.values()];
}

/** The contract allows 65,536 characters. */
const longestAnswer = 65_000;

function accepted(messages: readonly ChannelMessage[]): Received {
  const named = messages.map(({ id, revision }) => ({ id, revision }));
  const whole = JSON.stringify({ accepted: messages.length, messages: named });
  const body = whole.length <= longestAnswer ? whole : JSON.stringify({ accepted: messages.length });
  return {
    outcome: 'events',
    events: messages.map((message) => ({
      dedupeKey: dedupeKeyOf(message),
      type: `message.${message.change}`,
      message,
    })),
    response: { status: 200, headers: { 'content-type': 'application/json; charset=utf-8' }, body },
  };
}
