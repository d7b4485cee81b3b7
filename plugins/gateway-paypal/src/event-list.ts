import {
  type Call,
  FairleadError,
  type InputOf,
  type OutputOf,
  type PaymentEvent,
  type paymentGateway,
} from '@fairlead/sdk';
import type { PayPalClient } from './client.ts';
import type { Context } from './settings.ts';
import { factsOfEvent } from './event-facts.ts';
import { lossesToldOnce } from './losses.ts';
import { orderFinder } from './order-of-event.ts';
import { type Json, linkTo, objectsAt, textAt } from './reading.ts';

type Listed = OutputOf<typeof paymentGateway.listEvents>;

const path = '/v1/notifications/webhooks-events';
/** PayPal keeps events for 30 days; a little less, for clocks that differ. */
const keptForMs = 30 * 86_400_000 - 600_000;
const pageSize = 100;

/**
 * Events since a moment: `GET /v1/notifications/webhooks-events`, page after page by the link `next`.
 * Source: https://developer.paypal.com/docs/api/webhooks/v1/#webhooks-events_list
 */
export function eventLister({ clock, log, state, webhookUrl }: Context, client: PayPalClient) {
  const toldOnce = lossesToldOnce(state);
  const withOrders = orderFinder(client);
  const read = async (event: Json): Promise<PaymentEvent[]> => {
    const told = factsOfEvent(event, log);
    if (told === undefined) throw new FairleadError('answer_unreadable');
    return toldOnce(event, told);
  };

  return async (input: InputOf<typeof paymentGateway.listEvents>, call: Call): Promise<Listed> => {
    const query = input.cursor === undefined ? firstPage(input.since, clock.now()) : nextPage(input.cursor);
    const page = await client.read(call, `${path}?${query}`);
    const events = objectsAt(page, 'events').filter(
      (event) => !input.undeliveredOnly || !wasDelivered(event, webhookUrl),
    );
    const told: PaymentEvent[] = [];
    for (const event of events) told.push(...(await read(event)));
    return { events: await withOrders(told, call), nextCursor: cursorOf(page, query) };
  };
}

function firstPage(since: string, nowMs: number): string {
  // The 31st of February has the form of a date: then all that PayPal has is listed, which repeats and misses nothing.
  const sinceMs = Math.max(Date.parse(since) || 0, nowMs - keptForMs);
  const start = new Date(Math.min(sinceMs, nowMs)).toISOString();
  // A clock of PayPal's that is ahead of ours must not hide what just happened.
  const end = new Date(nowMs + 3_600_000).toISOString();
  return new URLSearchParams({ page_size: String(pageSize), start_time: start, end_time: end }).toString();
}

/** Written anew, so that a cursor is never more than a query. */
function nextPage(cursor: string): string {
  return new URLSearchParams(cursor).toString();
}

/** The query of the link to the next page; a page that leads to itself is the last. */
function cursorOf(page: Json, query: string): string | null {
  const next = linkTo(page, 'next');
  if (next === undefined || !URL.canParse(next) || objectsAt(page, 'events').length === 0) return null;
  const cursor = new URL(next).searchParams.toString();
  return cursor === '' || cursor === query || cursor.length > 1_024 ? null : cursor;
}

/** PayPal cannot be asked for these alone; each event names its transmissions, to our webhook and to others. */
function wasDelivered(event: Json, webhookUrl: string): boolean {
  const ours = objectsAt(event, 'transmissions').filter((each) => each['webhook_url'] === webhookUrl);
  return ours.some((each) => textAt(each, 'status') === 'SUCCESS');
}
