import { hmac, type InputOf, macEquals, type OutputOf, type channel } from '@fairlead/sdk';
import type { Context } from './settings.ts';
import { toMessage } from './to-message.ts';
import { change, tryReadAs } from './vendor-objects.ts';

type Receive = (typeof channel.operations)['receive'];
type Received = OutputOf<Receive>;

/** A signature of another time than this is a replay, or one of the two clocks is wrong. */
const toleranceMs = 300_000;

/**
 * Verifies `X-Signature: t=<seconds>,v1=<hex>`: HMAC-SHA256 with the secret over `<seconds>.<raw body>`. Any secret of
 * the list will do, so that one can be added before the old one goes. The raw bytes are verified before they are parsed.
 */
export function createReceive({ settings, clock }: Context) {
  return ({ rawBody, headers, receivedAt }: InputOf<Receive>): Received => {
    const header = headers['x-signature'];
    if (header === undefined) return { outcome: 'invalid', reason: 'signature_missing' };
    const [, seconds = '', claim = ''] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header) ?? [];
    const genuine = settings.webhookSecrets.some((secret) =>
      macEquals(hmac('sha256', secret.reveal(), `${seconds}.`, rawBody), claim, 'hex'),
    );
    if (!genuine) return { outcome: 'invalid', reason: 'signature_wrong' };
    // A request that had to wait for its verification is judged by when it came.
    const nowMs = receivedAt === undefined ? clock.now() : Date.parse(receivedAt);
    if (Math.abs(nowMs - Number(seconds) * 1_000) > toleranceMs) return { outcome: 'invalid', reason: 'too_old' };
    return readEvent(rawBody);
  };
}

function readEvent(rawBody: Uint8Array): Received {
  const found = tryReadAs(change, parse(rawBody));
  if (found === undefined) return { outcome: 'invalid', reason: 'malformed', detail: 'The body is not a change.' };
  const { kind, message } = found;
  // Made of what the change is, so that one that is sent twice is stored once.
  const dedupeKey = `${message.id}:${kind}:${message.version}`;
  return { outcome: 'events', events: [{ dedupeKey, type: `message.${kind}`, message: toMessage(found) }] };
}

function parse(rawBody: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(rawBody));
  } catch {
    // Nothing that the vendor sends; `readEvent` says so.
    return undefined;
  }
}
