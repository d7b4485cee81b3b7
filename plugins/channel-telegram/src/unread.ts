import type { Context } from './settings.ts';
import type { ReadUpdate } from './update.ts';

/** So many updates that could not be read are kept; the next one takes the place of the oldest, nearly. */
const mostKept = 50;
const longestKept = 20_000;
/** Nothing shows the state: the log has the beginning, which is enough to see what is odd. */
const longestLogged = 1_000;

/**
 * Keeps what could not be read in the connection's state, and says so, so that reading goes on behind it. Durable when
 * it resolves; repeating it is harmless. @returns a note for the admin, or none
 */
export async function keepUnread(
  { state, clock, log }: Pick<Context, 'state' | 'clock' | 'log'>,
  updates: readonly ReadUpdate[],
): Promise<{ code: string; text: string }[]> {
  const unread = updates.filter((update) => update.kind === 'unknown');
  for (const { id, type, fault, raw } of unread) {
    const update = textOf(raw).slice(0, longestKept).toWellFormed();
    await state.put(`unread/${id % mostKept}`, {
      updateId: id,
      type,
      fault,
      at: new Date(clock.now()).toISOString(),
      update,
    });
    log.warn('An update could not be read. It is kept, and reading goes on.', {
      updateId: id,
      type,
      fault,
      update: update.slice(0, longestLogged).toWellFormed(),
    });
  }
  const last = unread.at(-1);
  if (last === undefined) return [];
  const text = `Update ${last.id} (${last.type}) could not be read: ${last.fault}. It is kept; the ones after it were read.`;
  return [{ code: 'update_unreadable', text: text.slice(0, 500) }];
}

/** What is nested deeper than a stack can be read and not be written. */
function textOf(raw: unknown): string {
  try {
    return JSON.stringify(raw);
  } catch (error) {
    if (error instanceof RangeError) return 'It is nested too deep to be written.';
    throw error;
  }
}
