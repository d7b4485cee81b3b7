import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPieces, type PiecesOptions } from './http-client-pieces.ts';

function pieces(options: Partial<PiecesOptions> = {}) {
  const nothing = () => undefined;
  return createPieces({ onFull: nothing, onRoom: nothing, onAbandoned: nothing, onWait: () => nothing, ...options });
}

type Step = { readonly kind: 'push'; readonly byte: number } | { readonly kind: 'read' };

const steps = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('push' as const), byte: fc.nat(255) }),
    fc.record({ kind: fc.constant('read' as const) }),
  ),
);

describe('pieces', () => {
  it('come in the order in which they were pushed, however pushing and reading alternate', async () => {
    const property = fc.asyncProperty(steps, async (taken: readonly Step[]) => {
      const { reader, push, end } = pieces();
      const reads: Promise<IteratorResult<Uint8Array, undefined>>[] = [];
      for (const step of taken) {
        if (step.kind === 'push') push(Uint8Array.of(step.byte));
        else reads.push(reader.next());
      }
      end();
      const got = (await Promise.all(reads)).flatMap(({ value }) => (value === undefined ? [] : [...value]));
      for await (const piece of reader) got.push(...piece);
      expect(got).toEqual(taken.flatMap((step) => (step.kind === 'push' ? [step.byte] : [])));
    });
    await fc.assert(property);
  });

  it('make whoever pushes wait once too much is waiting, and go on when all of it was read', async () => {
    const said: string[] = [];
    const { reader, push } = pieces({ onFull: () => said.push('full'), onRoom: () => said.push('room') });
    for (let count = 0; count < 5; count++) push(new Uint8Array(100_000));
    expect(said).toEqual(['full']);
    for (let count = 0; count < 4; count++) await reader.next();
    expect(said).toEqual(['full']);
    await reader.next();
    expect(said).toEqual(['full', 'room']);
  });

  it('are waited for only while a reader waits and nothing is there', async () => {
    let waits = 0;
    const { reader, push, fail } = pieces({
      onWait() {
        waits += 1;
        return () => {
          waits -= 1;
        };
      },
    });
    push(Uint8Array.of(1));
    await reader.next();
    expect(waits).toBe(0);
    const [second, third] = [reader.next(), reader.next()];
    expect(waits).toBe(1);
    push(Uint8Array.of(2));
    expect(waits).toBe(1);
    push(Uint8Array.of(3));
    await Promise.all([second, third]);
    expect(waits).toBe(0);
    const failed = reader.next();
    fail(new Error('cut'));
    await expect(failed).rejects.toThrow('cut');
    expect(waits).toBe(0);
  });

  it('that came before a failure are read before it, and none of them after a stop', async () => {
    const failed = pieces();
    failed.push(Uint8Array.of(1));
    failed.fail(new Error('cut'));
    expect((await failed.reader.next()).value).toEqual(Uint8Array.of(1));
    await expect(failed.reader.next()).rejects.toThrow('cut');
    expect((await failed.reader.next()).done).toBe(true);
    const stopped = pieces();
    stopped.push(Uint8Array.of(1));
    stopped.stop(new Error('enough'));
    await expect(stopped.reader.next()).rejects.toThrow('enough');
  });

  it('are abandoned once, by a reader that leaves before the end', async () => {
    let abandoned = 0;
    const { reader, push } = pieces({ onAbandoned: () => (abandoned += 1) });
    push(Uint8Array.of(1));
    await reader.return?.();
    await reader.return?.();
    expect(abandoned).toBe(1);
    const ended = pieces({ onAbandoned: () => (abandoned += 1) });
    ended.end();
    await ended.reader.return?.();
    expect(abandoned).toBe(1);
  });
});
