import { isFairleadError, type WebhookRequest } from '@fairlead/sdk';
import type { InboxItem, InboxOutcome } from '../storage/index.ts';
import { failure } from './dispatch.ts';
import { type ReceiveDependencies, toInboxEvent } from './receive.ts';

/**
 * Verifies requests that came while their plugin could not. A forged one is dropped. The age of a
 * signature is judged by when the request came, not by when it could be checked.
 */
export async function verifyLater(
  dependencies: ReceiveDependencies,
  items: readonly InboxItem[],
): Promise<readonly InboxOutcome[]> {
  const outcomes: InboxOutcome[] = [];
  for (const item of items) {
    const outcome = await verifyOne(dependencies, item);
    if (outcome !== undefined) outcomes.push(outcome);
  }
  return outcomes;
}

async function verifyOne(dependencies: ReceiveDependencies, item: InboxItem): Promise<InboxOutcome | undefined> {
  const { store, receiver, invoke, publicUrl, clock } = dependencies;
  const gone = (error: string): InboxOutcome => ({ id: item.id, attempt: item.attempts, kind: 'forged', error });
  try {
    const [operation, request] = [await receiver(item.connectionId), await store.request(item.id)];
    if (operation === undefined || request === undefined) return gone('Its connection is gone.');
    const [path = '', query = ''] = request.path.split('?');
    const input: WebhookRequest = {
      method: request.method,
      rawBody: request.body,
      headers: request.headers as Record<string, string>,
      query: Object.fromEntries(new URLSearchParams(query)),
      publicUrl: publicUrl(item.connectionId) || path,
      receivedAt: item.receivedAt,
    };
    const result = (await invoke(item.connectionId, operation, input)) as
      | { outcome: 'events'; events: readonly { dedupeKey: string; type: string }[] }
      | { outcome: 'invalid'; reason: string };
    if (result.outcome === 'invalid') {
      dependencies.invalid.add(item.connectionId, result.reason);
      return gone(`Not believed: ${result.reason}.`);
    }
    await store.verified(
      item.id,
      result.events.map((event) => toInboxEvent(dependencies, operation, event)),
    );
    dependencies.stored([]);
    return undefined;
  } catch (error) {
    if (!isFairleadError(error)) throw error;
    return failure(item, error, clock.now());
  }
}
