import type { Page, Stored, Where } from '../storage/index.ts';
import type { AuditRow, AuditRows, AuditWhere } from './audit-row.ts';
import type { AuditSeal, AuditSealRepository } from './audit-seal.ts';

/** Places: after the one, up to the other. */
interface Span {
  readonly gt?: string;
  readonly gte?: string;
  readonly lte?: string;
  readonly lt?: string;
}

const rowsAtOnce = 500;
/** A seal of many rows is a hundred kilobytes. */
const sealsAtOnce = 20;

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Rows in the order of the log, page by page, however many there are. Between two pages it is the turn of others: an
 * embedded database answers at once, and a walk of a million rows would hold up every request.
 */
export async function* auditPages(
  rows: AuditRows,
  span: Span,
  where: AuditWhere = {},
): AsyncIterable<readonly Stored<AuditRow>[]> {
  let order: Span = span;
  let cursor: string | null = null;
  do {
    await nextTurn();
    const page: Page<Stored<AuditRow>> = await rows.list({
      where: { ...where, order },
      order: { field: 'order', direction: 'ascending' },
      limit: rowsAtOnce,
      cursor,
    });
    yield page.items;
    cursor = page.nextCursor;
    // The index is entered where the page ended: a cursor alone would have it read from the beginning each time.
    const last = page.items.at(-1);
    if (last !== undefined) order = { ...upTo(span), gte: last.state.order };
  } while (cursor !== null);
}

function upTo({ lte, lt }: Span): Span {
  return { ...(lte === undefined ? {} : { lte }), ...(lt === undefined ? {} : { lt }) };
}

/** Seals by number. */
export async function* sealsInOrder(
  seals: AuditSealRepository,
  where: Where<{ readonly to: 'string' }> = {},
): AsyncIterable<Stored<AuditSeal>> {
  let cursor: string | null = null;
  do {
    await nextTurn();
    const page: Page<Stored<AuditSeal>> = await seals.list({ where, limit: sealsAtOnce, cursor });
    yield* page.items;
    cursor = page.nextCursor;
  } while (cursor !== null);
}
