import { answers, defineFlow, defineQuestion, type Flow } from '@fairlead/core/flow-api';
import { FairleadError } from '@fairlead/sdk';
import { FakeClock } from '@fairlead/sdk/testing';
import { describe, expect, it } from 'vitest';
import { createAsking } from './flow-questions.ts';

const double = defineQuestion<{ readonly of: number }, number>({ flow: 'sums', name: 'double', timeoutMs: 1_000 });

function flow(id: string, asks?: readonly string[]): Flow {
  const declaration = { id, collections: [], permissions: {}, events: {} };
  return defineFlow(asks === undefined ? declaration : { ...declaration, asks })(() => ({}));
}

const asker = flow('shop', ['sums']);

/** What a question fails with, itself. */
async function failureOf(question: Promise<unknown>): Promise<unknown> {
  const [result] = await Promise.allSettled([question]);
  expect(result?.status).toBe('rejected');
  return (result as PromiseRejectedResult).reason;
}

/** Two flows, of which one asks the other; `answer` is the other's. */
function asking(answer: Parameters<typeof answers<{ readonly of: number }, number>>[1]) {
  const clock = new FakeClock();
  const made = createAsking([asker, flow('sums')], clock);
  made.bind('sums', [answers(double, answer)]);
  return { clock, ask: made.ask, bind: made.bind };
}

/** An answer that never comes, and the signal with which it was asked for. */
function silence() {
  const seen: { signal?: AbortSignal; timeoutMs?: number } = {};
  const answer = (_input: unknown, call: { readonly signal: AbortSignal; readonly timeoutMs: number }) => {
    Object.assign(seen, call);
    return new Promise<number>(() => {});
  };
  return { seen, answer };
}

describe('flows that ask', () => {
  it('are refused when they ask each other in a circle, which is named', () => {
    const flows = [flow('one', ['two']), flow('two', ['three']), flow('three', ['one'])];
    expect(() => createAsking(flows, new FakeClock())).toThrow(/in a circle: one → two → three → one/);
    expect(() => createAsking([flow('self', ['self'])], new FakeClock())).toThrow(/self → self/);
  });

  it('may share whom they ask', () => {
    const flows = [flow('top', ['left', 'right']), flow('left', ['base']), flow('right', ['base']), flow('base')];
    expect(() => createAsking(flows, new FakeClock())).not.toThrow();
  });

  it('are refused when they ask one that is not there', () => {
    expect(() => createAsking([flow('shop', ['sums'])], new FakeClock())).toThrow(/“shop” asks “sums”.*not there/);
  });

  it('cannot ask a flow that they have not declared', async () => {
    const { ask } = asking(async ({ of }) => of * 2);
    expect(await failureOf(ask(flow('stranger'), double, { of: 1 }))).toMatchObject({
      message: expect.stringContaining('without naming “sums”'),
    });
  });
});

describe('an answer', () => {
  it('reaches the one who asked', async () => {
    const { clock, ask } = asking(async ({ of }) => of * 2);
    expect(await ask(asker, double, { of: 21 })).toBe(42);
    expect(clock.pending).toBe(0);
  });

  it('that fails reaches it as the error it is', async () => {
    const error = new FairleadError('vendor_rejected');
    const late = asking(() => Promise.reject(error));
    expect(await failureOf(late.ask(asker, double, { of: 1 }))).toBe(error);
    const atOnce = asking(() => {
      throw error;
    });
    expect(await failureOf(atOnce.ask(asker, double, { of: 1 }))).toBe(error);
    expect([late.clock.pending, atOnce.clock.pending]).toEqual([0, 0]);
  });

  it('that does not come in time is a timeout, and the answerer is told to stop', async () => {
    const { seen, answer } = silence();
    const { clock, ask } = asking(answer);
    const failed = failureOf(ask(asker, double, { of: 1 }));
    await clock.advance(999);
    expect(seen.signal?.aborted).toBe(false);
    await clock.advance(1);
    expect(await failed).toMatchObject({ code: 'timeout', details: { timeoutMs: 1_000 } });
    expect(seen.signal?.reason).toMatchObject({ code: 'timeout' });
  });

  it('is waited for as long as the asker says, which the answerer is told', async () => {
    const { seen, answer } = silence();
    const { clock, ask } = asking(answer);
    const failed = failureOf(ask(asker, double, { of: 1 }, { timeoutMs: 200 }));
    await clock.advance(200);
    expect(await failed).toMatchObject({ code: 'timeout' });
    expect(seen.timeoutMs).toBe(200);
  });

  it('is given up with the asker’s signal, which reaches the answerer', async () => {
    const { seen, answer } = silence();
    const { clock, ask } = asking(answer);
    const caller = new AbortController();
    const failed = failureOf(ask(asker, double, { of: 1 }, { signal: caller.signal }));
    await clock.settle();
    const reason = new FairleadError('cancelled');
    caller.abort(reason);
    expect(await failed).toBe(reason);
    expect(seen.signal?.reason).toBe(reason);
    expect(clock.pending).toBe(0);
  });

  it('is not asked for by someone who has given up already', async () => {
    const { seen, answer } = silence();
    const { ask } = asking(answer);
    await failureOf(ask(asker, double, { of: 1 }, { signal: AbortSignal.abort(new FairleadError('cancelled')) }));
    expect(seen.signal).toBeUndefined();
  });

  it('can only be given once, and by the flow that is asked', () => {
    const { bind } = asking(async ({ of }) => of * 2);
    const second = answers(double, async () => 0);
    expect(() => bind('sums', [second])).toThrow(/“sums.double” is answered twice/);
    expect(() => bind('shop', [second])).toThrow(/“shop” cannot answer “sums.double”/);
  });

  it('that nobody gives is said to be missing', async () => {
    const { ask } = createAsking([asker, flow('sums')], new FakeClock());
    expect(await failureOf(ask(asker, double, { of: 1 }))).toMatchObject({ message: 'Nobody answers “sums.double”.' });
  });
});
