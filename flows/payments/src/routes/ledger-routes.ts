import { Readable } from 'node:stream';
import { defineRoute, listQuery, mapPage, pageOf, pageOptions, reply, type Route } from '@fairlead/core/flow-api';
import { Type } from 'typebox';
import { readBalances, sumsOf } from '../ledger/balances.ts';
import { csvHead, csvOf } from '../ledger/csv.ts';
import type { LedgerRow } from '../ledger/ledger-rows.ts';
import { beginRebuild, lastRebuild, type LedgerRebuild, type RebuildTools } from '../ledger/rebuild.ts';

const moment = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{3})?Z$' });
const filters = {
  account: Type.Optional(Type.String({ minLength: 1, maxLength: 128 })),
  payment: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
  /** ISO 8601 UTC; booked then or later. */
  from: Type.Optional(moment),
  /** Booked before. */
  to: Type.Optional(moment),
} as const;
interface Filters {
  readonly account?: string;
  readonly payment?: string;
  readonly from?: string;
  readonly to?: string;
}

const lineView = Type.Object({ account: Type.String(), amountMinor: Type.String(), currency: Type.String() });
const entryView = Type.Object({
  id: Type.String(),
  paymentId: Type.String(),
  key: Type.String(),
  at: Type.String(),
  lines: Type.Array(lineView),
});
const balancesView = Type.Object({
  balances: Type.Array(lineView),
  /** Over all accounts; all zero unless the books are wrong. */
  sums: Type.Array(Type.Object({ currency: Type.String(), amountMinor: Type.String() })),
  balanced: Type.Boolean(),
  /** How many entries they are of. */
  entries: Type.Integer(),
});
const rebuildView = Type.Object({
  state: Type.Enum(['never', 'copying', 'payouts', 'clearing', 'done']),
  payments: Type.Integer(),
  ofPayments: Type.Integer(),
  added: Type.Integer(),
  mended: Type.Integer(),
  voided: Type.Integer(),
  startedAt: Type.Union([Type.String(), Type.Null()]),
  changedAt: Type.Union([Type.String(), Type.Null()]),
});

/** The books: entries, balances, and comparing them with the payments. */
export function ledgerRoutes(parts: RebuildTools): readonly Route[] {
  const { books, tools } = parts;
  const { clock } = tools.services;
  return [
    defineRoute({
      method: 'GET',
      path: '/api/ledger',
      permission: 'payments.read',
      summary: 'Entries of the ledger, newest first.',
      query: listQuery(filters),
      responses: { 200: pageOf(entryView) },
      handler: async ({ query }) =>
        mapPage(await books.rows.list({ ...wanted(query), ...pageOptions(query) }), ({ state }) => show(state)),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/ledger/export',
      permission: 'payments.read',
      summary: 'The same entries as CSV, a line for each of their lines.',
      query: Type.Object(filters, { additionalProperties: false }),
      responses: { 200: Type.String() },
      handler: ({ query, signal }) =>
        reply({
          headers: {
            'content-type': 'text/csv; charset=utf-8',
            'content-disposition': 'attachment; filename="ledger.csv"',
          },
          body: Readable.from(csvLines(parts, query, signal)),
        }),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/ledger/balances',
      permission: 'payments.read',
      summary: 'What each account holds, by currency.',
      responses: { 200: balancesView },
      async handler() {
        const { position, balances } = await readBalances(books, clock.now());
        const sums = sumsOf(balances);
        return {
          balances: [...balances],
          sums: sums.map(({ currency, sum }) => ({ currency, amountMinor: sum.toString() })),
          balanced: sums.every(({ sum }) => sum === 0n),
          entries: position,
        };
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/api/ledger/rebuild',
      permission: 'payments.configure',
      summary: 'Compares the ledger with what the payments hold, and mends it.',
      idempotent: 'none',
      responses: { 202: rebuildView },
      audit: { action: 'ledger.rebuild' },
      handler: async ({ actor }) => showRebuild(await beginRebuild(parts, `${actor.kind}:${actor.id}`)),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/ledger/rebuild',
      permission: 'payments.read',
      summary: 'How far the newest rebuild of the ledger has come.',
      responses: { 200: rebuildView },
      handler: async () => showRebuild(await lastRebuild(parts)),
    }),
  ];
}

function wanted({ account, payment, from, to }: Filters) {
  const at = { ...(from === undefined ? {} : { gte: exact(from) }), ...(to === undefined ? {} : { lt: exact(to) }) };
  return {
    where: {
      // An account finds the row of that account; without one each entry is listed once.
      ...(account === undefined ? { listed: 'yes' } : { account }),
      ...(payment === undefined ? {} : { paymentId: payment }),
      ...(Object.keys(at).length === 0 ? {} : { at }),
    },
    order: { field: 'at', direction: 'descending' },
  } as const;
}

/** As moments are kept: with milliseconds. */
function exact(text: string): string {
  return text.length === 20 ? `${text.slice(0, 19)}.000Z` : text;
}

function show({ entry, paymentId }: LedgerRow) {
  return { ...entry, paymentId, lines: [...entry.lines] };
}

async function* csvLines({ books }: RebuildTools, query: Filters, signal: AbortSignal): AsyncIterable<string> {
  yield csvHead;
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof books.rows.list>> = await books.rows.list({
      ...wanted(query),
      limit: 500,
      cursor,
    });
    yield page.items.map(({ state }) => csvOf(state)).join('');
    cursor = page.nextCursor;
  } while (cursor !== null && !signal.aborted);
}

const never = { state: 'never', payments: 0, ofPayments: 0, added: 0, mended: 0, voided: 0 } as const;

function showRebuild(rebuild: LedgerRebuild | undefined) {
  if (rebuild === undefined) return { ...never, startedAt: null, changedAt: null };
  const { state, payments, ofPayments, added, mended, voided, startedAt, changedAt } = rebuild;
  return { state, payments, ofPayments, added, mended, voided, startedAt, changedAt };
}
