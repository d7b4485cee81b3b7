import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FakeClock } from '@fairlead/sdk/testing';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { eventCheck } from '../events/index.ts';
import { createStorage, type Storage } from '../storage/index.ts';
import { createIncidents, type Incidents, incidentsCollection, type NewIncident } from './index.ts';

let folder: string;
let storage: Storage;
let incidents: Incidents;
let clock: FakeClock;
beforeEach(async () => {
  clock = new FakeClock();
  folder = mkdtempSync(join(tmpdir(), 'fairlead-incidents-'));
  storage = await createStorage({
    path: join(folder, 'hub.db'),
    collections: [incidentsCollection],
    clock,
    checkEvent: eventCheck(),
  });
  await storage.migrate();
  incidents = createIncidents({
    repository: storage.repository(incidentsCollection),
    clock,
    redact: (text) => text.replaceAll('sk_live_1', '[secret]'),
  });
});
afterEach(async () => {
  await storage.dispose();
  rmSync(folder, { recursive: true, force: true });
});

const subject = { kind: 'connection', id: 'c1' };
const locked: NewIncident = {
  subject,
  code: 'credentials_locked',
  severity: 'error',
  title: 'Credentials cannot be opened',
  detail: 'Key k1 is missing.',
  action: { kind: 'vault.restore-key', label: 'Restore key k1', parameters: { keyId: 'k1' } },
};

async function eventTypes(): Promise<string[]> {
  const pending = await storage.hot.outbox.pending({ collection: 'incidents', limit: 100 });
  return pending.flatMap(({ events }) => events.map(({ type }) => type));
}

test('a new incident is open, counted once, and told in the same commit', async () => {
  const raised = await incidents.raise(locked);
  expect(raised).toMatchObject({ ...locked, state: 'open', count: 1, since: '2026-01-15T12:00:00.000Z' });
  expect(await incidents.get(raised.id)).toEqual(raised);
  const [pending] = await storage.hot.outbox.pending({ collection: 'incidents', limit: 10 });
  expect(pending?.events).toMatchObject([
    {
      type: 'incident.raised',
      subject: raised.id,
      data: { id: raised.id, subject, code: 'credentials_locked', severity: 'error' },
    },
  ]);
});

test('raised again it is brought up to date and counted, without another event', async () => {
  const { id, since } = await incidents.raise(locked);
  await clock.advance(1_000);
  const { action: _action, ...without } = locked;
  const again = await incidents.raise({ ...without, detail: 'Key k2 is missing.' });
  expect(again).toMatchObject({
    id,
    since,
    count: 2,
    detail: 'Key k2 is missing.',
    lastAt: '2026-01-15T12:00:01.000Z',
  });
  expect(again).not.toHaveProperty('action');
  expect(await eventTypes()).toEqual(['incident.raised']);
});

test('a change of severity is told; one that got worse is open again, one that eased stays acknowledged', async () => {
  const { id } = await incidents.raise(locked);
  await incidents.acknowledge(id, 'ada');
  expect(await incidents.raise({ ...locked, severity: 'warning' })).toMatchObject({
    state: 'acknowledged',
    severity: 'warning',
  });
  const worse = await incidents.raise({ ...locked, severity: 'critical' });
  expect(worse).toMatchObject({ id, state: 'open', severity: 'critical' });
  expect(worse).not.toHaveProperty('acknowledgedBy');
  expect(await eventTypes()).toEqual([
    'incident.raised',
    'incident.acknowledged',
    'incident.raised',
    'incident.raised',
  ]);
});

test('resolved it stays as history, and the next one is new', async () => {
  const first = await incidents.raise(locked);
  expect(await incidents.resolve(subject, locked.code)).toMatchObject({
    id: first.id,
    state: 'resolved',
    resolvedAt: expect.any(String),
  });
  expect(await incidents.resolve(subject, locked.code)).toBeUndefined();
  const second = await incidents.raise(locked);
  expect(second.id).not.toBe(first.id);
  expect((await eventTypes()).sort()).toEqual(['incident.raised', 'incident.raised', 'incident.resolved']);
});

test('raised by many at once it is one, and none of them is lost from the count', async () => {
  const raised = await Promise.all(Array.from({ length: 40 }, () => incidents.raise(locked)));
  expect(new Set(raised.map(({ id }) => id)).size).toBe(1);
  expect(await incidents.get(raised[0]?.id ?? '')).toMatchObject({ count: 40 });
  expect(await eventTypes()).toEqual(['incident.raised']);
});

test('resolved by two at once it is told once', async () => {
  await incidents.raise(locked);
  const closed = await Promise.all([incidents.resolve(subject, locked.code), incidents.resolve(subject, locked.code)]);
  expect(closed.filter((incident) => incident !== undefined)).toHaveLength(1);
  expect(await eventTypes()).toEqual(['incident.raised', 'incident.resolved']);
});

test('raising and resolving at once neither fails nor leaves two open', async () => {
  await incidents.raise(locked);
  await Promise.all(
    Array.from({ length: 10 }, (_, turn) =>
      turn % 2 ? incidents.raise(locked) : incidents.resolve(subject, locked.code),
    ),
  );
  expect((await incidents.list({ state: 'open', limit: 10 })).items.length).toBeLessThanOrEqual(1);
});

test('acknowledging keeps the first name, and is refused once resolved or unknown', async () => {
  const { id } = await incidents.raise(locked);
  expect(await incidents.acknowledge(id, 'ada')).toMatchObject({ state: 'acknowledged', acknowledgedBy: 'ada' });
  expect(await incidents.acknowledge(id, 'bob')).toMatchObject({ acknowledgedBy: 'ada' });
  expect(await incidents.raise(locked)).toMatchObject({ state: 'acknowledged', acknowledgedBy: 'ada' });
  await incidents.resolve(subject, locked.code);
  await expect(incidents.acknowledge(id, 'ada')).rejects.toMatchObject({ code: 'conflict', status: 409 });
  await expect(incidents.acknowledge('none', 'ada')).rejects.toMatchObject({ code: 'not_found' });
  await expect(incidents.get('none')).rejects.toMatchObject({ code: 'not_found' });
});

test('resolved by hand it names who did and is told once, and the next one is new', async () => {
  const { id } = await incidents.raise(locked);
  await incidents.acknowledge(id, 'ada');
  await clock.advance(1_000);
  const closed = await incidents.resolveById(id, 'bob');
  expect(closed).toMatchObject({
    state: 'resolved',
    acknowledgedBy: 'ada',
    resolvedBy: 'bob',
    resolvedAt: '2026-01-15T12:00:01.000Z',
  });
  await clock.advance(1_000);
  expect(await Promise.all([incidents.resolveById(id, 'eve'), incidents.resolveById(id, 'bob')])).toEqual([
    closed,
    closed,
  ]);
  const pending = await storage.hot.outbox.pending({ collection: 'incidents', limit: 100 });
  const told = pending.flatMap(({ events }) => events).filter(({ type }) => type === 'incident.resolved');
  expect(told).toMatchObject([{ subject: id, data: { id, state: 'resolved', resolvedBy: 'bob' } }]);
  expect((await incidents.raise(locked)).id).not.toBe(id);
  await expect(incidents.resolveById('none', 'ada')).rejects.toMatchObject({ code: 'not_found' });
});

test('what passed by itself is nobody’s: resolving it by hand changes nothing', async () => {
  const { id } = await incidents.raise(locked);
  const passed = await incidents.resolve(subject, locked.code);
  expect(await incidents.resolveById(id, 'ada')).toEqual(passed);
  expect(passed).not.toHaveProperty('resolvedBy');
});

test('resolved by hand and by itself at once it is told once', async () => {
  const { id } = await incidents.raise(locked);
  const [byHand, byItself] = await Promise.all([
    incidents.resolveById(id, 'ada'),
    incidents.resolve(subject, locked.code),
  ]);
  expect(byHand.resolvedBy === 'ada').toBe(byItself === undefined);
  expect(await eventTypes()).toEqual(['incident.raised', 'incident.resolved']);
});

test('subjects and codes that look alike when joined are different incidents', async () => {
  await incidents.raise({ ...locked, subject: { kind: 'a', id: 'b/c' }, code: 'd' });
  await incidents.raise({ ...locked, subject: { kind: 'a/b', id: 'c' }, code: 'd' });
  expect((await incidents.list({ limit: 10 })).items).toHaveLength(2);
});

test('lists are filtered, the latest first, in pages', async () => {
  for (const id of ['c1', 'c2', 'c3']) {
    await incidents.raise({
      ...locked,
      subject: { kind: 'connection', id },
      severity: id === 'c3' ? 'critical' : 'error',
    });
    await clock.advance(1_000);
  }
  await incidents.resolve({ kind: 'connection', id: 'c1' }, locked.code);
  const first = await incidents.list({ limit: 2 });
  expect(first.items.map((item) => item.subject.id)).toEqual(['c3', 'c2']);
  expect((await incidents.list({ limit: 2, cursor: first.nextCursor })).items.map((item) => item.subject.id)).toEqual([
    'c1',
  ]);
  const ids = async (filter: object) =>
    (await incidents.list({ limit: 10, ...filter })).items.map((item) => item.subject.id);
  expect(await ids({ state: 'open' })).toEqual(['c3', 'c2']);
  expect(await ids({ state: ['acknowledged', 'resolved'] })).toEqual(['c1']);
  expect(await ids({ severity: 'critical' })).toEqual(['c3']);
  expect(await ids({ subject: { kind: 'connection', id: 'c2' } })).toEqual(['c2']);
  expect(await ids({ subjectKind: 'plugin' })).toEqual([]);
  expect(await ids({ code: 'other' })).toEqual([]);
});

test('whatever is open about a subject that is gone is resolved', async () => {
  await incidents.raise(locked);
  await incidents.acknowledge((await incidents.raise({ ...locked, code: 'other' })).id, 'ada');
  await incidents.raise({ ...locked, subject: { kind: 'plugin', id: 'c1' } });
  expect(await incidents.resolveAll(subject)).toBe(2);
  expect(await incidents.resolveAll(subject)).toBe(0);
  expect((await incidents.list({ state: 'open', limit: 10 })).items).toMatchObject([{ subject: { kind: 'plugin' } }]);
});

test('secrets in title and detail are taken out before they are stored', async () => {
  expect(await incidents.raise({ ...locked, detail: 'sk_live_1 was refused' })).toMatchObject({
    detail: '[secret] was refused',
  });
  expect(JSON.stringify(await storage.hot.outbox.pending({ collection: 'incidents', limit: 10 }))).not.toContain(
    'sk_live_1',
  );
});
