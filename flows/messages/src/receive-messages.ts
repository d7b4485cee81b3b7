import type { InboxBatch } from '@fairlead/core/flow-api';
import type { ChannelMessage } from '@fairlead/sdk';
import type { FloodWatch } from './flood-watch.ts';
import type { MessageStore } from './message-store.ts';

/** Stores what webhooks brought. The inbox gives a batch again until it resolves; nothing is stored or told twice. */
export async function receiveMessages(
  { store, floods }: { readonly store: MessageStore; readonly floods: FloodWatch },
  { connectionId, events }: InboxBatch,
): Promise<void> {
  // The guard has checked each event against the capability's `receive`.
  const messages = events.map(({ event }) => (event as { readonly message: ChannelMessage }).message);
  const from = `inbox:${events[0]?.inboxId ?? ''}`;
  const flooded = await floods.isFlooded(connectionId, messages, from, 0);
  await store.add({ connectionId, via: 'webhook', seeded: false, flooded, messages });
}
