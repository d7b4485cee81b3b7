import type { NewEvent } from './event-store.ts';
import type { InboxAnnouncement } from './inbox-store.ts';
import type { OutboxEvent } from './repository.ts';

/** An event of an aggregate as the log has it. */
export function publishedEvent(collection: string, event: OutboxEvent): NewEvent {
  return { ...event, source: sourceOf(collection) };
}

/** Tells of a webhook. It has the id of the inbox row, so announcing it again changes nothing. */
export function announcement(item: Omit<InboxAnnouncement, 'place'>): NewEvent {
  const { id, connectionId, eventId, type, receivedAt } = item;
  return {
    id,
    type: 'webhook.received',
    source: sourceOf('inbox'),
    subject: id,
    time: receivedAt,
    data: { inboxId: id, connection: connectionId, eventId, type },
  };
}

function sourceOf(collection: string): string {
  return `/fairlead/${collection}`;
}
