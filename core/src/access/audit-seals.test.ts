import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { FakeClock } from '@fairlead/sdk/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createStorage, type Storage } from '../storage/index.ts';
import { type Audit, createAudit } from './audit.ts';
import { auditRows } from './audit-row.ts';
import { auditDigest, auditLine, auditSeals, lateWithinMs } from './audit-seal.ts';
import type { AuditVerdict, ExpectedSeal } from './audit-verification.ts';

let clock: FakeClock;
let folder: string;
let storage: Storage;
let audit: Audit;
beforeEach(async () => {
  clock = new FakeClock();
  folder = await mkdtemp(join(tmpdir(), 'fairlead-audit-'));
  await reopen();
});
afterEach(async () => {
  await storage.dispose();
  await rm(folder, { recursive: true });
});

async function open(): Promise<Storage> {
  const path = join(folder, 'hub.sqlite');
  const opened = await createStorage({ path, collections: [auditRows, auditSeals], clock, publish: 'with_commit' });
  await opened.migrate();
  return opened;
}

const row = (action: string) => ({
  actorKind: 'user',
  actorId: 'u1',
  actorName: 'anna@example.com',
  action,
  target: null,
  outcome: 'ok' as const,
  problem: null,
  ip: '127.0.0.1',
  requestId: 'r1',
  details: { b: 1, a: 'é' },
});

async function add(count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) await audit.append(row(`thing.${index}`));
}

const events = () => storage.hot.events.after(0, { limit: 1_000 });
const all = async () => (await audit.list({ limit: 100 })).items.toReversed();
const idOf = async (index: number) => (await all())[index]?.id ?? '';

async function verify(...expected: readonly ExpectedSeal[]): Promise<AuditVerdict> {
  const verifying = audit.seals.verify(expected);
  for (;;) {
    const { done, value } = await verifying.next();
    if (done === true) return value;
  }
}

/** As somebody does who can write the file. At rest: two copies of SQLite in one process undo each other's locks. */
async function tamper(sql: string, ...values: readonly string[]): Promise<void> {
  await storage.dispose();
  const database = new DatabaseSync(join(folder, 'hub.sqlite'));
  expect(database.prepare(sql).run(...values).changes).toBeGreaterThan(0);
  database.close();
  await reopen();
}

async function reopen(): Promise<void> {
  storage = await open();
  audit = createAudit({ storage, clock });
}

describe('sealing', () => {
  test('names every row once, chained and published, and makes no seal of nothing', async () => {
    await add(3);
    expect(await audit.seals.seal()).toBe(1);
    expect(await audit.seals.seal()).toBe(0);
    await clock.advance(60_000);
    await add(2);
    expect(await audit.seals.seal()).toBe(1);
    const [first, second] = [await audit.seals.get(1), await audit.seals.get(2)];
    expect(second.previous).toBe(first.hash);
    const rows = await all();
    expect([...first.rows, ...second.rows]).toEqual(rows.map((one) => `${one.id} ${auditDigest(one)}`));
    expect((await events()).map(({ type, data }) => [type, data['hash'], data['rows']])).toEqual([
      ['audit.sealed', first.hash, 3],
      ['audit.sealed', second.hash, 2],
    ]);
    expect(await verify()).toMatchObject({ intact: true, seals: 2, rows: 5, unsealed: 0, unsealedSince: null });
  });

  test('takes more rows than one seal holds in several, and stops when it is told to', async () => {
    await Promise.all(Array.from({ length: 2_300 }, (_, index) => audit.append(row(`thing.${index}`))));
    expect(await audit.seals.seal(AbortSignal.abort())).toBe(0);
    expect(await audit.seals.seal()).toBe(3);
    expect(await verify()).toMatchObject({ intact: true, seals: 3, rows: 2_300 });
  });

  test('by two nodes at once seals nothing twice', async () => {
    await add(3);
    const other = createAudit({ storage, clock });
    await Promise.all([audit.seals.seal(), other.seals.seal()]);
    expect(await verify()).toMatchObject({ intact: true, seals: 1, rows: 3 });
  });

  test('takes in a row that came late, as from a node whose clock is behind', async () => {
    const behind = createAudit({ storage, clock: new FakeClock(clock.now()) });
    await behind.append(row('slow.before'));
    await clock.advance(lateWithinMs / 2);
    await add(1);
    await audit.seals.seal();
    await behind.append(row('slow.late'));
    expect(await verify()).toMatchObject({ intact: true, rows: 2, unsealed: 1 });
    expect(await audit.seals.seal()).toBe(1);
    expect(await verify()).toMatchObject({ intact: true, seals: 2, rows: 3, unsealed: 0 });
    await clock.advance(86_400_000);
    expect(await verify()).toMatchObject({ intact: true, seals: 2, rows: 3 });
  });

  test('goes on in order when the clock is set back, over a restart as well', async () => {
    await add(2);
    await audit.seals.seal();
    await storage.dispose();
    clock = new FakeClock(clock.now() - 3_600_000);
    await reopen();
    await add(2);
    expect((await all()).map(({ state }) => state.action)).toEqual(['thing.0', 'thing.1', 'thing.0', 'thing.1']);
    await audit.seals.seal();
    await clock.advance(86_400_000);
    expect(await verify()).toMatchObject({ intact: true, seals: 2, rows: 4 });
  });
});

test('verifying and exporting let others have their turn after each page', async () => {
  await Promise.all(Array.from({ length: 2_300 }, (_, index) => audit.append(row(`thing.${index}`))));
  await audit.seals.seal();
  let turns = 0;
  let turn = setImmediate(function others() {
    turns += 1;
    turn = setImmediate(others);
  });
  expect(await verify()).toMatchObject({ rows: 2_300 });
  const afterVerifying = turns;
  for await (const page of audit.pages({})) expect(page.length).toBeLessThanOrEqual(500);
  clearImmediate(turn);
  expect(afterVerifying).toBeGreaterThanOrEqual(5);
  expect(turns - afterVerifying).toBeGreaterThanOrEqual(5);
});

describe('verifying tells', () => {
  beforeEach(async () => {
    await add(3);
    await audit.seals.seal();
    await clock.advance(60_000);
    await add(3);
    await audit.seals.seal();
    await clock.advance(86_400_000);
  });

  test('what waits for the next seal', async () => {
    await add(2);
    const { at } = (await all()).at(-2)?.state ?? {};
    expect(await verify()).toMatchObject({ intact: true, rows: 6, unsealed: 2, unsealedSince: at });
  });

  test('a row that was changed, in whatever member', async () => {
    const id = await idOf(4);
    for (const [member, value] of [
      ['actorName', 'eve@example.com'],
      ['at', '2026-01-01T00:00:00.000Z'],
      ['details.a', 'e'],
      ['new', 'x'],
    ] as const) {
      const before = (await all())[4]?.state;
      await tamper(`UPDATE audit SET state = json_set(state, '$.${member}', ?) WHERE _id = ?`, value, id);
      expect(await verify(), member).toMatchObject({
        intact: false,
        rows: 5,
        faultCount: 1,
        faults: [{ kind: 'row_changed', id, seal: 2 }],
      });
      await tamper('UPDATE audit SET state = ? WHERE _id = ?', JSON.stringify(before), id);
      expect(await verify()).toMatchObject({ intact: true });
    }
  });

  test('a row that was moved to another place', async () => {
    const id = await idOf(1);
    await tamper(`UPDATE audit SET "order" = '2099' WHERE _id = ?`, id);
    expect((await verify()).faults[0]).toEqual({ kind: 'row_changed', id, seal: 1 });
  });

  test('a row that was removed, by its id', async () => {
    const id = await idOf(2);
    await tamper('DELETE FROM audit WHERE _id = ?', id);
    expect(await verify()).toMatchObject({ intact: false, faults: [{ kind: 'row_removed', id, seal: 1 }] });
  });

  test('a row that was slipped in, and a later seal does not make it good', async () => {
    const id = await idOf(1);
    await tamper(
      `INSERT INTO audit (_id, version, state, outbox, outbox_size, created_at, updated_at, "order", action, actor_id, outcome)
       SELECT 'forged', 1, state, '[]', 0, created_at, updated_at, "order" || 'x', action, actor_id, outcome FROM audit WHERE _id = ?`,
      id,
    );
    expect(await verify()).toMatchObject({ intact: false, rows: 6, faults: [{ kind: 'row_inserted', id: 'forged' }] });
    await add(1);
    await audit.seals.seal();
    expect(await verify()).toMatchObject({ intact: false, rows: 7, faults: [{ kind: 'row_inserted', id: 'forged' }] });
  });

  test('everything that was changed, counted, the first ones by name', async () => {
    await tamper(`UPDATE audit SET state = json_set(state, '$.ip', '::1')`);
    const { faults, faultCount } = await verify();
    expect(faultCount).toBe(6);
    expect(faults.map(({ id }) => id)).toEqual((await all()).map(({ id }) => id));
  });

  test.each([
    ['number', '7'],
    ['sealedAt', '2026-01-01T00:00:00.000Z'],
    ['from', 'x'],
    ['to', '2099'],
    ['previous', '0'],
    ['hash', '0'],
    ['rows', '[]'],
    ['rows[0]', 'x y'],
  ])('a seal of which “%s” was changed', async (member, value) => {
    await tamper(`UPDATE audit_seals SET state = json_set(state, '$.${member}', ?) WHERE _id LIKE '%2'`, value);
    expect(await verify()).toMatchObject({
      intact: false,
      seals: 1,
      rows: 3,
      faults: [{ kind: 'seal_changed', id: null, seal: 2 }],
    });
  });

  test('a seal that is gone, though its rows are gone with it', async () => {
    await tamper(`DELETE FROM audit_seals WHERE _id LIKE '%1'`);
    await tamper(`DELETE FROM audit WHERE _id IN (SELECT _id FROM audit ORDER BY "order" LIMIT 3)`);
    expect((await verify()).faults).toEqual([{ kind: 'seal_missing', id: null, seal: 1 }]);
  });

  test('that rows of a last seal that is gone wait for a seal again', async () => {
    await tamper(`DELETE FROM audit_seals WHERE _id LIKE '%2'`);
    expect(await verify()).toMatchObject({ intact: true, seals: 1, unsealed: 3 });
  });

  test('only to who kept its hash that the last seal is gone with its rows, or that all was made anew', async () => {
    const kept = await audit.seals.get(2);
    await tamper(`DELETE FROM audit_seals WHERE _id LIKE '%2'`);
    await tamper(`DELETE FROM audit WHERE _id IN (SELECT _id FROM audit ORDER BY "order" DESC LIMIT 3)`);
    expect(await verify()).toMatchObject({ intact: true, seals: 1, rows: 3, unsealed: 0 });
    expect((await verify(kept)).faults).toEqual([{ kind: 'seal_missing', id: null, seal: 2 }]);
    await add(1);
    await audit.seals.seal();
    expect(await verify()).toMatchObject({ intact: true, seals: 2 });
    expect((await verify(kept)).faults).toEqual([{ kind: 'seal_unexpected', id: null, seal: 2 }]);
    expect(await verify(await audit.seals.get(1))).toMatchObject({ intact: true });
  });
});

test('a row is one line for whoever reads it, sorted, and reads back as it was', () => {
  const state = { ...row('a'), at: 'x', order: 'y', actorName: 'a\u2028b\u0085c\u2029d\ne' };
  const line = auditLine({ id: 'i', state });
  expect(line).not.toMatch(/[\n\r\u0085\u2028\u2029]/);
  expect(JSON.parse(line)).toEqual({ id: 'i', ...state });
  expect(line.startsWith('{"action":"a","actorId":"u1",')).toBe(true);
  expect(line).toContain('"details":{"a":"é","b":1}');
});
