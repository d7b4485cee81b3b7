import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { FakeClock } from '@fairlead/sdk/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOutputTail, type OutputLine, type OutputTailOptions } from './output-tail.ts';

const secret = 'sk_live_schlüssel_51H';

function tailWith(options: Partial<OutputTailOptions> = {}) {
  const clock = new FakeClock();
  const told: OutputLine[] = [];
  const redact = (text: string) => text.replaceAll(secret, '[secret]');
  const tail = createOutputTail({ clock, redact, onLine: (line) => told.push(line), ...options });
  return { clock, told, tail };
}

describe('what a plugin’s process prints', () => {
  it('is told line by line, each with the stream it came from, and kept for the end', () => {
    const { tail, told } = tailWith();
    tail.write(Buffer.from('first\nsec'), 'stdout');
    tail.write(Buffer.from('oops\r\n'), 'stderr');
    expect(tail.last()).toEqual(['first', 'oops', 'sec']);
    tail.write(Buffer.from('ond\n'), 'stdout');
    tail.end();
    expect(told).toEqual([
      { stream: 'stdout', text: 'first' },
      { stream: 'stderr', text: 'oops' },
      { stream: 'stdout', text: 'second' },
    ]);
  });

  it('never shows a secret, wherever the pieces are cut, characters of several bytes included', () => {
    const bytes = Buffer.from(`before\nthe key ${secret}, again ${secret}\nafter ${secret}`);
    fc.assert(
      fc.property(fc.array(fc.nat(bytes.length), { maxLength: 8 }), (cuts) => {
        const { tail, told } = tailWith();
        const edges = [0, ...cuts.toSorted((left, right) => left - right), bytes.length];
        const shown: string[] = [];
        for (const [index, edge] of edges.slice(1).entries()) {
          tail.write(bytes.subarray(edges[index], edge), 'stdout');
          shown.push(...tail.last());
        }
        tail.end();
        expect(told.map(({ text }) => text)).toEqual(['before', 'the key [secret], again [secret]', 'after [secret]']);
        expect(shown.join('\n')).not.toContain(secret);
      }),
    );
  });

  it('is cut where a line is too long, after it was redacted', () => {
    const { tail, told } = tailWith({ lineLength: 20 });
    tail.write(Buffer.from(`${'x'.repeat(10)}${secret}${'y'.repeat(200_000)}`), 'stdout');
    tail.write(Buffer.from(`${'z'.repeat(200_000)}\nnext\n`), 'stdout');
    expect(told.map(({ text }) => text)).toEqual(['xxxxxxxxxx[secret]yy', 'next']);
  });

  it('loses what would paint or move a terminal’s cursor', () => {
    const { tail } = tailWith();
    tail.write(Buffer.from('\u001b[31mred\u001b[0m \u0007bell\u2028line\n'), 'stdout');
    expect(tail.last()).toEqual(['red bellline']);
  });

  it('is counted rather than kept beyond so many lines a second', async () => {
    const { tail, told, clock } = tailWith({ linesPerSecond: 3 });
    tail.write(Buffer.from('a\nb\nc\nd\ne\n'), 'stdout');
    await clock.advance(1_000);
    tail.write(Buffer.from('f\n'), 'stdout');
    expect(told.map(({ text }) => text)).toEqual(['a', 'b', 'c', '[2 lines left out]', 'f']);
  });

  it('keeps the latest lines, and what V8 said above the stack that pushed it out', () => {
    const { tail } = tailWith({ keep: 3 });
    const lines = [
      'old',
      'FATAL ERROR: Reached heap limit',
      '----- Native stack trace -----',
      ' 1: 0xb7 node::Abort()',
    ];
    tail.write(Buffer.from([...lines, 'a', 'b', 'c', ''].join('\n')), 'stderr');
    expect(tail.last()).toEqual(['FATAL ERROR: Reached heap limit', 'b', 'c']);
  });

  it('is read no faster than it may be, so that who prints more has to wait', async () => {
    const { tail, told, clock } = tailWith({ bytesPerSecond: 10 });
    const stream = new PassThrough();
    tail.follow(stream, 'stdout');
    stream.write('a'.repeat(11));
    await new Promise((resolve) => setImmediate(resolve));
    expect(stream.isPaused()).toBe(true);
    stream.write('\nlast\n');
    stream.end();
    const closed = once(stream, 'close');
    await clock.advance(1_000);
    await closed;
    expect(told.map(({ text }) => text)).toEqual(['aaaaaaaaaaa', 'last']);
  });
});
