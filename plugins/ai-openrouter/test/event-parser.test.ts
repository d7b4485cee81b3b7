import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEventParser } from '../src/event-parser.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

function parse(text: string, cuts: readonly number[] = []): readonly string[] {
  const bytes = bytesOf(text);
  const parser = createEventParser();
  const ends = [...new Set([...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length])].toSorted((a, b) => a - b);
  const found = ends.flatMap((end, index) => parser.push(bytes.subarray(ends[index - 1] ?? 0, end)));
  return [...found, ...parser.end()];
}

describe('server-sent events', () => {
  it.each([
    ['line feeds', 'data: a\n\ndata: b\n\n', ['a', 'b']],
    ['carriage returns', 'data: a\r\rdata: b\r\r', ['a', 'b']],
    ['both', 'data: a\r\n\r\ndata: b\r\n\r\n', ['a', 'b']],
    ['both, mixed', 'data: a\r\n\ndata: b\r\r\n', ['a', 'b']],
    ['a byte order mark', '\ufeffdata: a\n\n', ['a']],
    ['comments', ': OPENROUTER PROCESSING\n\n:\n\ndata: a\n: in between\n\n', ['a']],
    ['several lines', 'data: a\ndata: b\n\n', ['a\nb']],
    ['no space', 'data:a\n\n', ['a']],
    ['two spaces', 'data:  a\n\n', [' a']],
    ['no value', 'data\n\ndata:\n\n', ['', '']],
    ['other fields', 'event: message\nid: 7\nretry: 1\ndatum: x\ndata: a\n\nevent: ping\n\n', ['a']],
    ['no blank line at the end', 'data: a\n\ndata: [DONE]', ['a', '[DONE]']],
    ['nothing', '', []],
  ])('with %s', (_title, text, expected) => {
    expect(parse(text)).toEqual(expected);
    expect(parse(text, [...bytesOf(text).keys()])).toEqual(expected);
  });

  it('are the same however their bytes are cut, inside of characters and of line ends as well', () => {
    const lineEnd = fc.constantFrom('\n', '\r', '\r\n');
    const line = fc.oneof(
      fc
        .string({ unit: fc.constantFrom('a', '\u00e9', '\u20ac', '\u{1f680}', ':', ' ', '"') })
        .map((text) => `data: ${text}`),
      fc.constantFrom(': comment', 'event: x', 'data', '', ''),
    );
    const lines = fc.array(fc.tuple(line, lineEnd), { maxLength: 30 });
    fc.assert(
      fc.property(lines, fc.array(fc.nat(5_000), { maxLength: 30 }), (pairs, cuts) => {
        // A return before a line that begins with a line feed would be one line end.
        const text = pairs.map(([content, end]) => content + end).join('');
        expect(parse(text, cuts)).toEqual(parse(text));
      }),
    );
  });

  it('give back what was written, whatever it was', () => {
    const data = fc.array(fc.string({ unit: 'binary' }).map((text) => text.replaceAll(/[\r\n]/g, ' ')));
    fc.assert(
      fc.property(data, fc.array(fc.nat(2_000), { maxLength: 10 }), (all, cuts) => {
        const text = all.map((each) => `data: ${each}\n\n`).join('');
        expect(parse(text, cuts)).toEqual(all.map((each) => each.toWellFormed()));
      }),
    );
  });

  it('that are huge are refused before they are held: in one line, in many, and without an end', () => {
    const refusal = expect.objectContaining({ code: 'answer_unreadable' });
    const attempts = [`data: ${'x'.repeat(1_001)}`, 'data: xxxxx\n'.repeat(200), 'y'.repeat(1_001)];
    for (const text of attempts) {
      const parser = createEventParser(1_000);
      const push = () => [...bytesOf(text)].map((byte) => parser.push(Uint8Array.of(byte)));
      expect(push).toThrow(refusal);
    }
  });

  it('may be long in all, and their comments endless', () => {
    const parser = createEventParser(1_000);
    const events = Array.from({ length: 500 }, () =>
      parser.push(bytesOf(`: ${'c'.repeat(90)}\ndata: ${'x'.repeat(90)}\n\n`)),
    );
    expect(events.flat()).toHaveLength(500);
    for (let line = 0; line < 500; line++) expect(parser.push(bytesOf(`: ${'c'.repeat(90)}\n`))).toEqual([]);
  });

  it('of nothing but line ends are read in one go', () => {
    const parser = createEventParser();
    const started = performance.now();
    for (const lineEnd of ['\r', '\n', '\r\n']) parser.push(bytesOf(lineEnd.repeat(500_000)));
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
