import { type Call, FairleadError, type InputOf, type Logger, type OutputOf, type paymentGateway } from '@fairlead/sdk';
import type { StripeClient } from './client.ts';
import { factsOfEvent, paymentEventTypes } from './event-facts.ts';
import { dataOf, idOf } from './reading.ts';

type Listed = OutputOf<typeof paymentGateway.listEvents>;

/**
 * Events since a moment, newest first, a hundred to a page: `GET /v1/events`. Stripe keeps them for 30 days; what is older
 * is not listed. Sources: https://docs.stripe.com/api/events/list, https://docs.stripe.com/webhooks/process-undelivered-events
 */
export async function listEvents(
  client: StripeClient,
  log: Logger,
  { since, cursor, undeliveredOnly }: InputOf<typeof paymentGateway.listEvents>,
  call: Call,
): Promise<Listed> {
  // The 31st of February has the form of a date: then all that Stripe has is listed, which repeats and misses nothing.
  const sinceS = Math.max(Math.floor(Date.parse(since) / 1_000) || 0, 0);
  const page = await client.read(call, (stripe) =>
    stripe.events.list({
      types: [...paymentEventTypes],
      created: { gte: sinceS },
      limit: 100,
      ...(undeliveredOnly ? { delivery_success: false } : {}),
      ...(cursor === undefined ? {} : { starting_after: cursor }),
    }),
  );
  const events = dataOf(page);
  const last = idOf(events.at(-1));
  return {
    events: events.flatMap((event) => {
      const facts = factsOfEvent(event, log);
      if (facts === undefined) throw new FairleadError('answer_unreadable');
      return facts;
    }),
    nextCursor: page['has_more'] === true && last !== undefined ? last : null,
  };
}
