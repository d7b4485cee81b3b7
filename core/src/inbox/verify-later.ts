import { isFairleadError, type WebhookRequest } from '@fairlead/sdk';
import { isHubError } from '../errors/index.ts';
import type { InboxItem, InboxOutcome } from '../storage/index.ts';
import { failure, longestBackoffMs } from './dispatch.ts';
import { kept, type ReceiveDependencies, toInboxEvent } from './receive.ts';

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
    const sealed = await store.sealedRequest(item.id);
    const request = sealed === undefined ? await store.request(item.id) : dependencies.sealed.open(sealed);
    const operation = await receiver(item.connectionId);
    if (operation === undefined || request === undefined) return gone('Its connection is gone.');
    const [path = '', query = ''] = request.path.split('?');
    const input: WebhookRequest = {
      method: request.method,
      rawBody: request.body,
      headers: request.headers as Record<string, string>,
      query: Object.fromEntries(new URLSearchParams(query)),
      publicUrl: publicUrl(item.connectionId) || path,
      receivedAt: item.receivedAt,
      ...(request.remoteAddress === undefined ? {} : { remoteAddress: request.remoteAddress }),
    };
    const result = (await invoke(item.connectionId, operation, input)) as
      | { outcome: 'events'; events: readonly { dedupeKey: string; type: string }[] }
      | { outcome: 'invalid'; reason: string };
    if (result.outcome === 'invalid') {
      dependencies.invalid.add(item.connectionId, result.reason);
      return gone(`Not believed: ${result.reason}.`);
    }
    // From here on it is kept like one that was verified at once: without its sender's credentials, its query and its address.
    await store.verified(
      item.id,
      { method: request.method, path, headers: kept(request.headers), body: request.body },
      result.events.map((event) => toInboxEvent(dependencies, operation, event)),
    );
    dependencies.stored([]);
    return undefined;
  } catch (error) {
    if (isHubError(error, 'envelope_damaged')) return gone('What was kept of it is damaged and cannot be opened.');
    if (!isFairleadError(error) && !isHubError(error, 'key_missing', 'key_wrong')) throw error;
    return waiting(failure(item, error, clock.now()), clock.now());
  }
}

/** Not given up, however long its plugin or key is away: nobody has looked at it yet, and the quota bounds how many wait. */
function waiting(outcome: InboxOutcome, now: number): InboxOutcome {
  return outcome.kind === 'failed' ? { ...outcome, retryAt: outcome.retryAt ?? now + longestBackoffMs } : outcome;
}
