import { type Call, FairleadError, type InputOf, type Logger, type OutputOf, type paymentGateway } from '@fairlead/sdk';
import type { StripeClient } from './client.ts';
import { factsOfEvent, paymentEventTypes } from './event-facts.ts';
import { dataOf, idOf, type Json } from './reading.ts';

type Listed = OutputOf<typeof paymentGateway.listEvents>;

/** Stripe takes twenty names of kinds at most, so the list is read in parts. */
const mostTypes = 20;
const parts: readonly (readonly string[])[] = Array.from(
  { length: Math.ceil(paymentEventTypes.length / mostTypes) },
  (_none, part) => paymentEventTypes.slice(part * mostTypes, (part + 1) * mostTypes),
);

/** The part and the last id that was given. Another text begins anew, which repeats and misses nothing. */
const cursorForm = /^(\d):(\w{1,255})$/;

/**
 * Events since a moment, newest first within each part, a hundred to a request: `GET /v1/events`. Stripe keeps them for 30
 * days; what is older is not listed. With `delivery_success: false` it lists those that are pending or failed at an
 * endpoint. Sources: https://docs.stripe.com/api/events/list, https://docs.stripe.com/webhooks/process-undelivered-events
 */
export async function listEvents(
  client: StripeClient,
  log: Logger,
  { since, cursor, undeliveredOnly }: InputOf<typeof paymentGateway.listEvents>,
  call: Call,
): Promise<Listed> {
  // The 31st of February has the form of a date: then all that Stripe has is listed, which repeats and misses nothing.
  const sinceS = Math.max(Math.floor(Date.parse(since) / 1_000) || 0, 0);
  const readPage = (part: number, after: string | undefined) =>
    client.read(call, (stripe) =>
      stripe.events.list({
        types: [...(parts[part] ?? [])],
        created: { gte: sinceS },
        limit: 100,
        ...(undeliveredOnly ? { delivery_success: false } : {}),
        ...(after === undefined ? {} : { starting_after: after }),
      }),
    );
  const [, digit = '0', given] = cursorForm.exec(cursor ?? '') ?? [];
  const events: Json[] = [];
  let after = given;
  // A part that ends goes on with the first page of the next.
  for (let part = Number(digit); part < parts.length; part++) {
    const page = await readPage(part, after);
    events.push(...dataOf(page));
    const last = idOf(events.at(-1));
    if (page['has_more'] === true && last !== undefined) return told(events, log, `${part}:${last}`);
    after = undefined;
  }
  return told(events, log, null);
}

function told(events: readonly Json[], log: Logger, nextCursor: string | null): Listed {
  const read = events.flatMap((event) => {
    const facts = factsOfEvent(event, log);
    if (facts === undefined) throw new FairleadError('answer_unreadable');
    return facts;
  });
  return { events: read, nextCursor };
}
