import { HubError, type Repository } from '@fairlead/core/flow-api';
import type { CallRecord } from './call-record.ts';
import type { JournalIndex, JournalPage } from './journal.ts';

export interface CallPage {
  readonly items: readonly CallRecord[];
  readonly nextCursor: string | null;
}

/** Calls of all pages, the newest first. What is written meanwhile is newer than a cursor, and does not shift it. */
export async function listCalls(
  repository: Repository<JournalPage, JournalIndex>,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<CallPage> {
  const before = cursor === undefined ? undefined : readCursor(cursor);
  const items: CallRecord[] = [];
  const order = { field: 'at', direction: 'descending' } as const;
  let from: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof repository.list>> = await repository.list({ order, limit: 20, cursor: from });
    for (const { state } of page.items) {
      for (const call of state.calls) if (before === undefined || isOlder(call, before)) items.push(call);
    }
    from = page.nextCursor;
    // Pages of several processes overlap: those that begin before the last one wanted may still hold newer calls.
    const oldest = page.items.at(-1)?.state.at ?? '';
    items.sort((left, right) => (isOlder(left, right) ? 1 : -1));
    if (items.length > limit && (items[limit - 1]?.at ?? '') > oldest) break;
  } while (from !== null);
  const shown = items.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown, nextCursor: items.length > limit && last !== undefined ? cursorOf(last) : null };
}

type Place = Pick<CallRecord, 'at' | 'id'>;

function isOlder(call: Place, than: Place): boolean {
  return call.at === than.at ? call.id < than.id : call.at < than.at;
}

function cursorOf({ at, id }: Place): string {
  return Buffer.from(`${at} ${id}`).toString('base64url');
}

function readCursor(cursor: string): Place {
  const [at, id] = Buffer.from(cursor, 'base64url').toString().split(' ');
  if (at !== undefined && id !== undefined) return { at, id };
  throw new HubError('invalid_request', {
    errors: [{ path: '/query/cursor', message: 'does not belong to this list' }],
  });
}
