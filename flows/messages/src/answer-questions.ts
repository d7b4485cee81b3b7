import { answers, type BoundAnswer, type Repository, type Stored } from '@fairlead/core/flow-api';
import type { MessageIndex, StoredMessage } from './collections.ts';
import { messageQuestion, type MessageRevision, messagesQuestion } from './contract.ts';
import { firstPositionOf } from './message-store.ts';

/** What other flows may ask about messages; see the contract. */
export function messageAnswers(messages: Repository<StoredMessage, MessageIndex>): readonly BoundAnswer[] {
  return [
    answers(messageQuestion, async ({ id }) => {
      const stored = await messages.get(id);
      return stored === undefined ? null : revisionOf(stored);
    }),
    answers(messagesQuestion, async ({ connectionId, from, to, limit, cursor }) => {
      const position = {
        ...(from === undefined ? {} : { gte: firstPositionOf(from) }),
        ...(to === undefined ? {} : { lt: firstPositionOf(to) }),
      };
      const page = await messages.list({
        where: { connectionId, position },
        order: { field: 'position', direction: 'ascending' },
        limit,
        ...(cursor === undefined ? {} : { cursor }),
      });
      return { items: page.items.map(revisionOf), nextCursor: page.nextCursor };
    }),
  ];
}

function revisionOf({ id, createdAt, state }: Stored<StoredMessage>): MessageRevision {
  const { connectionId, position, seeded, flooded, message } = state;
  return { id, connectionId, receivedAt: createdAt, position, seeded, flooded, message };
}
