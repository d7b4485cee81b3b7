import { FairleadError } from '@fairlead/sdk';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProtocolError } from './child-message.ts';
import { Exchanges } from './exchanges.ts';

/** What a child may do: answer one of those asked, in either form, or say something of nobody's; or the process ends. */
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant('ask' as const), form: fc.constantFrom('call', 'stream') }) },
  {
    weight: 8,
    arbitrary: fc.record({
      does: fc.constantFrom('result' as const, 'error' as const, 'item' as const, 'done' as const),
      whose: fc.integer({ min: 0, max: 12 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('end' as const) }) },
);

interface Asked {
  readonly form: string;
  ends: number;
  itemsAfterEnd: number;
}

describe('what a child is asked', () => {
  it('is nothing any more once its process is gone', () => {
    const exchanges = new Exchanges();
    exchanges.end(new FairleadError('plugin_exited'));
    expect(() => exchanges.add({ failed: () => undefined })).toThrow('not running');
  });

  it('ends exactly once, in its own form, whatever the child says in whatever order', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const exchanges = new Exchanges();
        const asked = new Map<number, Asked>();
        let gone = false;
        for (const one of steps) {
          if (one.does === 'ask') {
            if (!gone) ask(exchanges, asked, one.form);
          } else if (one.does === 'end') {
            exchanges.end(new FairleadError('plugin_exited'));
            gone = true;
          } else if (answer(exchanges, asked, one.does, one.whose) === 'broken') {
            // A child that breaks the protocol is ended, and what it was asked ends with it.
            exchanges.end(new FairleadError('plugin_exited'));
            gone = true;
          }
        }
        exchanges.end(new FairleadError('plugin_exited'));
        expect([...asked.values()].filter(({ ends, itemsAfterEnd }) => ends !== 1 || itemsAfterEnd > 0)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

function ask(exchanges: Exchanges, asked: Map<number, Asked>, form: string): void {
  const state: Asked = { form, ends: 0, itemsAfterEnd: 0 };
  const end = () => {
    state.ends += 1;
  };
  const item = () => {
    if (state.ends > 0) state.itemsAfterEnd += 1;
  };
  const id = exchanges.add(form === 'call' ? { result: end, failed: end } : { item, done: end, failed: end });
  asked.set(id, state);
}

function answer(
  exchanges: Exchanges,
  asked: ReadonlyMap<number, Asked>,
  type: 'result' | 'error' | 'item' | 'done',
  id: number,
): 'taken' | 'broken' {
  const whose = asked.get(id);
  const open = whose !== undefined && whose.ends === 0;
  const fits = type === 'error' || (whose?.form === 'call' ? type === 'result' : type === 'item' || type === 'done');
  const say = () =>
    exchanges.answered(
      type === 'error'
        ? { type, id, error: { class: 'unavailable', code: 'vendor_error', message: 'No.' } }
        : { type, id, value: 1 },
    );
  const refused = refuses(say);
  expect(refused).toBe(!open || !fits);
  return refused ? 'broken' : 'taken';
}

function refuses(say: () => void): boolean {
  try {
    say();
    return false;
  } catch (error) {
    return error instanceof ProtocolError;
  }
}
