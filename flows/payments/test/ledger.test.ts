import { createStorage } from '@fairlead/core';
import { FakeClock } from '@fairlead/sdk/testing';
import fc from 'fast-check';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLedgerWriter } from '../src/ledger/add-entries.ts';
import { balanceCollection, readBalances, rollForward, snapshotId } from '../src/ledger/balances.ts';
import { cell, csvOf } from '../src/ledger/csv.ts';
import { ledgerCollection } from '../src/ledger/ledger-rows.ts';
import type { LedgerEntry } from '../src/model/ledger-entry.ts';
import { type FlowHarness, flowHarness, gatewayA } from './flow-harness.ts';
import { type Follower, follower } from './follow.ts';

interface Entry {
  readonly id: string;
  readonly paymentId: string;
  readonly key: string;
  readonly lines: readonly { readonly account: string; readonly amountMinor: string; readonly currency: string }[];
}
interface Balances {
  readonly balances: Entry['lines'];
  readonly balanced: boolean;
  readonly entries: number;
}
interface Page {
  readonly items: readonly Entry[];
  readonly nextCursor: string | null;
}

let harness: FlowHarness;
let follow: Follower;

beforeEach(async () => {
  harness = await flowHarness();
  follow = follower(harness);
});
afterEach(() => harness.dispose());

/** A payment of 12.00 EUR that is paid, a minute after the one before. */
async function paid(body: object = {}): Promise<string> {
  await harness.clock.advance(60_000);
  const { id } = await harness.create(body);
  harness.provider.pay((await harness.state(id)).attempts[0]?.providerRef ?? '');
  await harness.deliver();
  return id;
}

const entries = (query: object = {}) => harness.call<Page>('GET', '/api/ledger', { query });
const balances = () => harness.call<Balances>('GET', '/api/ledger/balances');
const clearing = `clearing:${gatewayA}`;

describe('the ledger', () => {
  it('lists each entry once, newest first, however often its event comes', async () => {
    const [one, other] = [await paid(), await paid()];
    await follow();
    await follow.again();
    const { items } = await entries();
    expect(items.map(({ paymentId }) => paymentId)).toEqual([other, one]);
    expect(items[0]?.lines).toEqual((await harness.state(other)).ledger[0]?.lines);
    expect((await balances()).entries).toBe(2);
  });

  it('filters by account, payment and time, in pages', async () => {
    const ids = [await paid(), await paid(), await paid()];
    await harness.act(ids[0] ?? '', 'refund', { amountMinor: '200' });
    await follow();
    expect((await entries({ payment: ids[0] })).items).toHaveLength(2);
    expect((await entries({ account: clearing })).items).toHaveLength(4);
    expect((await entries({ account: clearing, payment: ids[1] })).items).toHaveLength(1);
    expect((await entries({ account: 'nobody' })).items).toEqual([]);
    const start = Date.UTC(2026, 0, 15, 12);
    const iso = (minutes: number) => new Date(start + minutes * 60_000).toISOString();
    expect((await entries({ from: iso(2), to: iso(3) })).items.map(({ paymentId }) => paymentId)).toEqual([ids[1]]);
    expect((await entries({ to: iso(2).replace('.000', '') })).items).toHaveLength(1);
    const first = await entries({ limit: 3 });
    const rest = await entries({ limit: 3, cursor: first.nextCursor });
    expect([first.items.length, rest.items.length, rest.nextCursor]).toEqual([3, 1, null]);
  });

  it('sums to zero, and holds at the gateway what was captured and not given back', async () => {
    const id = await paid();
    await paid();
    await harness.act(id, 'refund', { amountMinor: '500' });
    await follow();
    const before = await balances();
    expect(before.balanced).toBe(true);
    expect(before.balances).toContainEqual({ account: clearing, amountMinor: '1900', currency: 'EUR' });
    await harness.runJob('ledger');
    const snapshot = await harness.storage.repository(balanceCollection).get(snapshotId);
    expect(snapshot?.state.position).toBe(3);
    expect(await balances()).toEqual(before);
    await paid();
    await follow();
    expect((await balances()).balances).toContainEqual({ account: clearing, amountMinor: '3100', currency: 'EUR' });
  });

  it('is exported with a line for each line, and without formulas', async () => {
    const id = await paid();
    await follow();
    const { body, headers } = await harness.answer('GET', '/api/ledger/export');
    let text = '';
    for await (const part of body as AsyncIterable<string>) text += part;
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(text.split('\r\n')).toHaveLength(4);
    expect(text).toContain(`,${id},`);
    expect(text).toContain(',-1200,EUR');
  });
});

describe('a rebuild', () => {
  const rows = () => harness.storage.repository(ledgerCollection);
  const rebuild = async () => {
    await harness.call('POST', '/api/ledger/rebuild');
    await harness.runJobs();
    return harness.call<Record<string, unknown>>('GET', '/api/ledger/rebuild');
  };

  it('brings back what is missing, mends what differs, empties what no payment has', async () => {
    const [missing, wrong] = [await paid(), await paid()];
    await follow();
    const [listed, right] = [await entries(), await balances()];
    await harness.runJob('ledger');
    const row = await rows().get(`${missing}-1`);
    await rows().remove(`${missing}-1`, row?.version ?? 0);
    await rows().update(`${wrong}-1`, (state) => ({
      state: { ...state, entry: { ...state.entry, lines: state.entry.lines.slice(1) } },
    }));
    const lines = [{ account: 'customer', amountMinor: '7', currency: 'EUR' }];
    const entry: LedgerEntry = { id: 'foreign-1', key: 'x', at: '2026-01-15T12:00:00.000Z', lines };
    await createLedgerWriter(rows()).add({ paymentId: 'foreign', entries: [entry], sequence: 1 });
    expect(await rebuild()).toMatchObject({ state: 'done', added: 1, mended: 1, voided: 1, payments: 2 });
    expect((await entries()).items).toEqual(listed.items);
    expect((await balances()).balances).toEqual(right.balances);
    expect(harness.incidents.size).toBe(0);
  });

  it('fills an empty ledger, and repeating a page of it changes nothing', async () => {
    await paid();
    await paid();
    const state = await rebuild();
    expect(state).toMatchObject({ state: 'done', added: 2 });
    await follow();
    expect((await balances()).entries).toBe(2);
    await harness.runJob('ledger-rebuild', { id: 'another' });
    expect(await harness.call('GET', '/api/ledger/rebuild')).toEqual(state);
  });

  it('is answered with the one under way', async () => {
    await paid();
    const first = await harness.call('POST', '/api/ledger/rebuild');
    await harness.clock.advance(1_000);
    expect(await harness.call('POST', '/api/ledger/rebuild')).toEqual(first);
  });

  it('ends the incident of books that do not sum to zero', async () => {
    const id = await paid();
    await follow();
    await rows().update(`${id}-1`, (state) => ({
      state: { ...state, entry: { ...state.entry, lines: state.entry.lines.slice(1) } },
    }));
    await harness.runJob('ledger');
    expect([...harness.incidents.keys()]).toEqual(['ledger:payments:ledger_unbalanced']);
    await rebuild();
    expect(harness.incidents.size).toBe(0);
  });
});

it('balances are exact whatever is added at once by several nodes, and however snapshots fall', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fairlead-ledger-'));
  const clock = new FakeClock();
  let run = 0;
  const amount = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
  const batches = fc.array(fc.array(fc.tuple(fc.nat(3), amount), { maxLength: 3 }), { maxLength: 12 });
  try {
    await fc.assert(
      fc.asyncProperty(batches, fc.array(fc.nat(12), { maxLength: 4 }), async (lines, rolls) => {
        const path = join(folder, `${run++}.db`);
        const storage = await createStorage({ path, collections: [ledgerCollection, balanceCollection], clock });
        await storage.migrate();
        const books = {
          rows: storage.repository(ledgerCollection),
          snapshots: storage.repository(balanceCollection),
        };
        const writers = [createLedgerWriter(books.rows), createLedgerWriter(books.rows)];
        const entriesOf = (batch: (typeof lines)[number], index: number): LedgerEntry[] =>
          batch.map(([account, minor], number) => ({
            id: `p${index}-${number}`,
            key: 'k',
            at: '2026-01-15T12:00:00.000Z',
            lines: [
              { account: `a${account}`, amountMinor: `${minor}`, currency: 'EUR' },
              { account: 'other', amountMinor: `${-minor}`, currency: 'EUR' },
            ],
          }));
        await Promise.all(
          lines.flatMap((batch, index) => [
            ...writers.map((writer) =>
              writer.add({ paymentId: `p${index}`, entries: entriesOf(batch, index), sequence: index }),
            ),
            ...(rolls.includes(index) ? [rollForward(books, clock.now())] : []),
          ]),
        );
        const found = await readBalances(books, clock.now());
        const all = lines.flat();
        const expected = [0, 1, 2, 3]
          .filter((account) => all.some(([each]) => each === account))
          .map((account) => [
            `a${account}`,
            all.reduce((sum, [each, minor]) => (each === account ? sum + minor : sum), 0n).toString(),
          ]);
        expect(
          found.balances.filter(({ account }) => account !== 'other').map((each) => [each.account, each.amountMinor]),
        ).toEqual(expected);
        expect(found.position).toBe(all.length);
        await storage.dispose();
      }),
      { numRuns: 25 },
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 60_000);

describe('a cell of CSV', () => {
  it.each([
    ['=1+1', `"'=1+1"`],
    ['+49', `"'+49"`],
    ['@x', `"'@x"`],
    ['-a', `"'-a"`],
    ['\tx', `"'\tx"`],
    ['-1200', '-1200'],
    ['a,b', '"a,b"'],
    ['say "x"', '"say ""x"""'],
    ['plain', 'plain'],
  ])('of %j is %j', (text, expected) => expect(cell(text)).toBe(expected));

  it('keeps a formula in an account from running', () => {
    const lines = [{ account: '=cmd|x', amountMinor: '1', currency: 'EUR' }];
    expect(csvOf({ paymentId: 'p', entry: { id: 'e', key: 'k', at: 't', lines } })).toBe(`e,t,p,k,"'=cmd|x",1,EUR\r\n`);
  });
});
