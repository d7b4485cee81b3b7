import type { FlowEvent } from '@fairlead/core/flow-api';
import { scheduledBy } from '@fairlead/core/flow-api/testing';
import fc, { type Scheduler } from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { signalId, readingId } from '../src/model/ids.ts';
import type { ParserRules } from '../src/model/parse-result.ts';
import { createParser } from '../src/parse/index.ts';
import { connectionId, type FlowHarness, flowHarness, loosest } from './flow-harness.ts';

const buy = 'XAUUSD BUY 4329\nTP 4334\nTP 4339\nSL 4320';
const sell = 'XAUUSD SELL 4329\nTP 4320\nTP 4310\nSL 4340';
const texts = {
  buy,
  lower: buy.replace('4320', '4322'),
  sell,
  two: `${buy}\n\nEURUSD BUY NOW 1.1000\nSL 1.0950\nTP 1.1100`,
  chatter: 'Good morning everyone, have a great week!',
  vague: 'maybe something with gold 4329 later',
} as const;
const claim = {
  symbol: 'XAUUSD',
  side: 'buy',
  orderType: null,
  entry: ['4329'],
  stopLoss: null,
  takeProfits: [],
  runner: false,
} as const;

/** The rules do not settle one of the texts. */
function makeParser(rules: ParserRules) {
  const parser = createParser(rules);
  return {
    parse: (text: string) =>
      text === texts.vague ? { ...parser.parse(texts.chatter), confidence: 0.4, unsettled: true } : parser.parse(text),
  };
}

let scheduler: Scheduler | undefined;
let nodes: readonly FlowHarness[];
let harness: FlowHarness;
beforeEach(async () => {
  harness = await flowHarness({ settings: { makeParser }, wrap: scheduledBy(() => scheduler).wrap });
  // The same database behind a second flow: another node, which knows nothing of the first one's turns.
  nodes = [harness, harness.another()];
  await harness.configure({ policy: loosest, ai: { enabled: true } });
  for (const node of nodes) node.model = async () => ({ kind: 'signal', signals: [claim] });
});
afterEach(async () => {
  scheduler = undefined;
  await harness.dispose();
});

const revision = fc.record({
  text: fc.constantFrom(...(Object.keys(texts) as (keyof typeof texts)[])),
  isDeletion: fc.boolean(),
  deliveries: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 1, maxLength: 3 }),
});
const story = fc.record({
  revisions: fc.array(revision, { minLength: 1, maxLength: 4 }),
  reply: fc.option(fc.integer({ min: 0, max: 1 })),
});

test('whatever meets in whatever order, on two nodes, a message yields its signals once and they follow its last revision', {
  timeout: 120_000,
}, async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), story, async (order, { revisions, reply }) => {
      run += 1;
      const message = `m${run}`;
      const chat = `chat-${run}`;
      scheduler = undefined;
      const begun: { node: FlowHarness; event: FlowEvent }[] = [];
      let deleted = false;
      let last: (typeof revisions)[number] | undefined;
      for (const [index, one] of revisions.entries()) {
        if (deleted) break;
        await harness.clock.advance(1_000);
        const change = index === 0 ? 'created' : one.isDeletion ? 'deleted' : 'edited';
        deleted = change === 'deleted';
        last = one;
        const event = harness.store({ id: message, chat, change, text: deleted ? '' : texts[one.text] });
        for (const place of one.deliveries) begun.push({ node: nodes[place] as FlowHarness, event });
      }
      if (reply !== null) {
        const event = harness.store({ id: `${message}-r`, chat, text: 'Close half now', replyTo: message });
        begun.push({ node: nodes[reply] as FlowHarness, event });
      }
      scheduler = order;
      const all = Promise.all(begun.map(({ node, event }) => node.deliver(event)));
      const asked = order.schedule(Promise.resolve(), 'jobs').then(() => harness.runJobs());
      await order.waitFor(Promise.all([all, asked]));
      scheduler = undefined;
      await harness.runJobs();

      const reading = await harness.reading(message);
      const signals = (await harness.signals()).filter(({ state }) => state.messageId === message);
      // As many as the message ever had, each at a place of its own.
      const places = signals.map(({ state }) => state.index).toSorted();
      expect(new Set(places).size).toBe(places.length);
      expect(signals.every(({ id, state }) => id === signalId(connectionId, message, state.index))).toBe(true);
      expect(reading?.latest.change).toBe(
        deleted ? 'deleted' : revisions.length === 1 ? 'created' : reading?.latest.change,
      );
      expect(reading?.ai?.state).not.toBe('pending');
      for (const { id, state } of signals) {
        // None is behind its message, and what a revision before the last one said is not in force.
        expect(state.mark.startsWith(reading?.latest.order ?? '?')).toBe(true);
        const said = reading?.parse?.signals[state.index];
        const isOut = state.status === 'published' || state.status === 'closed' ? 1 : 0;
        expect(state.status === 'published' && state.signal.side !== said?.side).toBe(false);
        // A change of what is published is told: each publication and each withdrawal is an event.
        const told = await harness.told(id);
        expect(told.filter((type) => type === 'signal.published')).toHaveLength(state.publications);
        expect(told.filter((type) => type === 'signal.parsed')).toHaveLength(1);
        const withdrawn = told.filter((type) => type === 'signal.withdrawn').length;
        expect(state.publications - withdrawn).toBe(isOut);
        // What a model read alone is never out.
        expect(state.readBy === 'ai' && state.publications > 0).toBe(false);
        expect(new Set(state.updates).size).toBe(state.updates.length);
        expect(state.standing?.closedParts.length ?? 0).toBeLessThanOrEqual(1);
      }
      const out = signals.filter(({ state }) => state.status === 'published');
      expect(out.length > 0 && (deleted || last?.text === 'chatter')).toBe(false);
      const waiting = (await harness.updates()).filter(
        ({ state }) => state.awaits === readingId(connectionId, message),
      );
      expect(waiting).toEqual([]);
    }),
    { numRuns: 120 },
  );
});
