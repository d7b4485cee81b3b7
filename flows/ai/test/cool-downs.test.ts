import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ErrorCode, FairleadError } from '@fairlead/sdk';
import { fails, hangs, whole } from './scripted-provider.ts';
import { type FlowHarness, flowHarness, type ShownConfiguration } from './flow-harness.ts';

let hub: FlowHarness;
beforeEach(async () => {
  hub = await flowHarness();
});
afterEach(() => hub.dispose());

const minute = 60_000;
const fault = (code: ErrorCode, retryAfterMs?: number) => () => new FairleadError(code, { retryAfterMs });

async function two() {
  const first = await hub.configure();
  await hub.configure({ connection: 'p2' });
  hub.provider('p2').answer = () => whole('from the second');
  return first;
}

/** Calls once every `stepMs` for `forMs`; at which times since its beginning the first was asked. */
async function timesAsked(stepMs: number, forMs: number): Promise<readonly number[]> {
  const first = hub.provider('p1');
  const startMs = hub.clock.monotonic();
  const times: number[] = [];
  for (let sinceMs = 0; sinceMs <= forMs; sinceMs += stepMs) {
    await hub.clock.advance(startMs + sinceMs - hub.clock.monotonic());
    const before = first.asked.length;
    expect(await hub.tryAsk()).toBe('from the second');
    if (first.asked.length > before) times.push(sinceMs);
  }
  return times;
}

const shown = async (id: string) =>
  (await hub.call<ShownConfiguration>('GET', '/api/ai/configurations/{id}', { params: { id } })).standing;

describe('a configuration rests', () => {
  test('for as long as the vendor says after a rate limit', async () => {
    await two();
    hub.provider('p1').answer = fails(fault('rate_limited', 90_000));
    expect(await timesAsked(10_000, 280_000)).toEqual([0, 90_000, 180_000, 270_000]);
  });

  test('for half a minute after a rate limit that names no time, however often', async () => {
    await two();
    hub.provider('p1').answer = fails(fault('rate_limited'));
    expect(await timesAsked(5_000, 100_000)).toEqual([0, 30_000, 60_000, 90_000]);
  });

  test('for half an hour when the account is empty, and twice as long each time', async () => {
    await two();
    hub.provider('p1').answer = fails(fault('quota_exhausted'));
    const hours = (await timesAsked(10 * minute, 720 * minute)).map((ms) => ms / minute);
    expect(hours).toEqual([0, 30, 90, 210, 450, 690]);
  });

  test('for a quarter of an hour when the credentials are refused, and twice as long each time', async () => {
    await two();
    hub.provider('p1').answer = fails(fault('credentials_invalid'));
    const minutes = (await timesAsked(5 * minute, 240 * minute)).map((ms) => ms / minute);
    expect(minutes).toEqual([0, 15, 45, 105, 225]);
  });

  test('for a minute after three failures in a row, and not after three with an answer between them', async () => {
    await two();
    hub.provider('p1').answer = fails(fault('vendor_error'));
    await hub.ask();
    await hub.ask();
    hub.provider('p1').answer = () => whole('hello');
    expect(await hub.tryAsk()).toBe('hello');
    hub.provider('p1').answer = fails(fault('vendor_error'));
    expect(await timesAsked(1_000, 70_000)).toEqual([0, 1_000, 2_000, 62_000]);
  });
});

test('a first provider that is down for an hour costs a thousand calls no more than one probe per rest', async () => {
  const first = await two();
  hub.provider('p1').answer = hangs();
  await hub.call('PATCH', '/api/ai/configurations/{id}', { params: { id: first.id }, body: { timeoutMs: 1_000 } });
  const began: number[] = [];
  const answered: string[] = [];
  for (let count = 0; count < 1_000; count++) {
    const before = hub.provider('p1').asked.length;
    const asked = hub.tryAsk();
    await hub.clock.advance(3_600);
    answered.push(await asked);
    if (hub.provider('p1').asked.length > before) began.push(count * 3.6);
  }
  expect(new Set(answered)).toEqual(new Set(['from the second']));
  // Three until it is believed, then one after 1, 2, 4, 8 and 16 minutes; the next rest ends after the hour.
  expect(began).toHaveLength(8);
  for (const [index, rest] of [1, 2, 4, 8, 16].entries()) {
    const gap = (began[index + 3] as number) - (began[index + 2] as number);
    expect(gap).toBeGreaterThanOrEqual(rest * 60);
    expect(gap).toBeLessThan(rest * 60 + 10);
  }
  hub.provider('p1').answer = () => whole('back');
  await hub.clock.advance(31 * minute);
  expect(await hub.tryAsk()).toBe('back');
  expect(await shown(first.id)).toEqual({ state: 'ready', code: null, until: null });
});

test('when a rest ends one call goes and looks, while all others stay with the next', async () => {
  await two();
  hub.provider('p1').answer = fails(fault('credentials_invalid'));
  await hub.ask();
  hub.provider('p1').answer = hangs();
  await hub.clock.advance(15 * minute);
  const asked = Array.from({ length: 50 }, () => hub.tryAsk());
  await hub.clock.advance(40_000);
  expect(new Set(await Promise.all(asked))).toEqual(new Set(['from the second']));
  expect(hub.provider('p1').asked).toHaveLength(2);
});

test('a probe whose caller goes away leaves the next call to look', async () => {
  await two();
  hub.provider('p1').answer = fails(fault('rate_limited'));
  await hub.ask();
  await hub.clock.advance(30_000);
  hub.provider('p1').answer = hangs();
  const gone = new AbortController();
  const probe = hub.tryAsk({}, { signal: gone.signal });
  await hub.clock.settle();
  gone.abort();
  expect(await probe).toBe('cancelled');
  hub.provider('p1').answer = () => whole('hello');
  expect(await hub.tryAsk()).toBe('hello');
});

test('failures that come back late make a rest no longer, and answers that come late do not end it', async () => {
  const first = await two();
  const waiting: ((end: 'answer' | 'fail') => void)[] = [];
  hub.provider('p1').answer = () =>
    new Promise((resolve, reject) => {
      waiting.push((end) => (end === 'answer' ? resolve(whole('late')) : reject(new FairleadError('rate_limited'))));
    });
  const asked = Array.from({ length: 5 }, () => hub.tryAsk());
  await hub.clock.settle();
  waiting[0]?.('fail');
  await hub.clock.settle();
  const until = await shown(first.id);
  await hub.clock.advance(10_000);
  for (const end of waiting.slice(1, 4)) end('fail');
  waiting[4]?.('answer');
  expect((await Promise.all(asked)).at(-1)).toBe('late');
  expect(await shown(first.id)).toEqual(until);
  expect(until).toMatchObject({ state: 'resting', code: 'rate_limited' });
});

test('what strangers’ texts can cause makes nobody rest', async () => {
  const first = await two();
  hub.provider('p1').answer = () => whole('no JSON');
  hub.provider('p2').answer = () => whole('{}');
  for (let count = 0; count < 10; count++) await hub.ask({ answerSchema: { name: 'x', schema: { type: 'object' } } });
  hub.provider('p1').answer = fails(fault('vendor_rejected'));
  for (let count = 0; count < 10; count++) await hub.ask();
  expect((await shown(first.id)).state).toBe('ready');
});

test('a call whose own deadline was too short says nothing of a provider', async () => {
  const first = await two();
  hub.provider('p1').answer = hangs();
  for (let count = 0; count < 5; count++) {
    const asked = hub.tryAsk({}, { timeoutMs: 1_000 });
    await hub.clock.advance(2_000);
    expect(await asked).toBe('timeout');
  }
  expect((await shown(first.id)).state).toBe('ready');
});

test('when all rest, it is said after what time it may be tried again', async () => {
  await hub.configure();
  hub.provider('p1').answer = fails(fault('rate_limited', 20_000));
  await hub.tryAsk();
  await hub.clock.advance(5_000);
  await expect(hub.ask()).rejects.toMatchObject({ code: 'breaker_open', retryAfterMs: 15_000 });
});

test('a rest survives a restart, and a set clock neither ends nor holds it', async () => {
  const first = await two();
  hub.provider('p1').answer = fails(fault('quota_exhausted'));
  await hub.ask();
  await hub.clock.settle();
  await hub.restart();
  expect(await shown(first.id)).toMatchObject({ state: 'resting', code: 'quota_exhausted' });
  await hub.ask();
  hub.clock.jump(3_600_000);
  await hub.ask();
  hub.clock.jump(-7_200_000);
  expect(hub.provider('p1').asked).toHaveLength(1);
  await hub.clock.advance(30 * minute);
  await hub.ask();
  expect(hub.provider('p1').asked).toHaveLength(2);
});

test('resting and working again are told once each, with an incident while a person has to act', async () => {
  const first = await two();
  hub.provider('p1').answer = fails(fault('credentials_invalid'));
  await hub.ask();
  await hub.clock.settle();
  const id = `ai_configuration:${first.id}:ai_credentials_refused`;
  expect(hub.incidents.get(id)).toMatchObject({
    severity: 'error',
    action: { kind: 'reauthenticate', parameters: { connection: 'p1', configuration: first.id } },
  });
  hub.provider('p1').answer = () => whole('back');
  await hub.clock.advance(15 * minute);
  await hub.ask();
  await hub.clock.settle();
  expect(hub.incidents.size).toBe(0);
  const standing = (await hub.told()).filter((type) => /cooled|recovered/.test(type));
  expect(standing).toEqual(['ai.configuration_cooled', 'ai.configuration_recovered']);
});

test.each([
  ['the connection changes', async () => hub.connectionChanged('p1')],
  [
    'an admin changes it',
    async (id: string) => {
      await hub.call('PATCH', '/api/ai/configurations/{id}', { params: { id }, body: { model: 'another' } });
    },
  ],
  [
    'an admin’s test is answered',
    async (id: string) => {
      const result = await hub.call('POST', '/api/ai/configurations/{id}/test', { params: { id } });
      expect(result).toMatchObject({ ok: true, text: 'mended' });
    },
  ],
])('it may be asked at once when %s', async (_title, mend) => {
  const first = await two();
  hub.provider('p1').answer = fails(fault('credentials_invalid'));
  await hub.ask();
  hub.provider('p1').answer = () => whole('mended');
  await mend(first.id);
  expect(await hub.tryAsk()).toBe('mended');
  await hub.clock.settle();
  expect(hub.incidents.size).toBe(0);
});

test('with a configuration go its incidents', async () => {
  const first = await two();
  hub.provider('p1').answer = fails(fault('credentials_invalid'));
  await hub.ask();
  await hub.clock.settle();
  expect(hub.incidents.size).toBe(1);
  await hub.call('DELETE', '/api/ai/configurations/{id}', { params: { id: first.id } });
  await hub.clock.settle();
  expect(hub.incidents.size).toBe(0);
});

test('a test that fails says why, and changes nothing', async () => {
  const first = await two();
  hub.provider('p1').answer = fails(fault('quota_exhausted'));
  const result = await hub.call('POST', '/api/ai/configurations/{id}/test', { params: { id: first.id } });
  expect(result).toMatchObject({ ok: false, code: 'quota_exhausted' });
  expect((await shown(first.id)).state).toBe('ready');
});
