import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFrameReader, createFrameWriter, FrameError, longestFrame } from './frames.ts';

/** What a writer makes of messages, as one run of bytes. */
function written(messages: readonly object[]): Buffer {
  const parts: Buffer[] = [];
  const writer = createFrameWriter((frames) => void parts.push(frames));
  for (const message of messages) writer.send(message);
  writer.flush();
  return Buffer.concat(parts);
}

function framed(text: string): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(Buffer.byteLength(text));
  return Buffer.concat([head, Buffer.from(text)]);
}

/** The same bytes in pieces, cut at these places. */
function cut(bytes: Buffer, places: readonly number[]): Buffer[] {
  const edges = [
    0,
    ...places.map((place) => place % (bytes.length + 1)).toSorted((left, right) => left - right),
    bytes.length,
  ];
  return edges.slice(1).map((edge, index) => Buffer.from(bytes.subarray(edges[index], edge)));
}

function nameOfRefusal(work: () => void): string {
  try {
    work();
    return 'taken';
  } catch (error) {
    return error instanceof Error ? error.name : String(error);
  }
}

const messages = fc.array(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue(), { noNullPrototype: true }), {
  maxLength: 20,
});

describe('frames', () => {
  it('come out as they went in, wherever the pipe cuts them', () => {
    fc.assert(
      fc.property(messages, fc.array(fc.nat(), { maxLength: 40 }), (sent, places) => {
        const got: unknown[] = [];
        const read = createFrameReader((message) => void got.push(message));
        for (const piece of cut(written(sent), places)) read(piece);
        expect(got).toEqual(sent.map((message) => JSON.parse(JSON.stringify(message)) as unknown));
      }),
      { numRuns: 300 },
    );
  });

  it('come out when the pipe gives one byte at a time', () => {
    const got: unknown[] = [];
    const read = createFrameReader((message) => void got.push(message));
    for (const byte of written([{ a: 'ü' }, {}, { b: [1, 2, 3] }])) read(Buffer.from([byte]));
    expect(got).toEqual([{ a: 'ü' }, {}, { b: [1, 2, 3] }]);
  });

  it('of one turn of the event loop are written together', async () => {
    const writes: Buffer[] = [];
    const writer = createFrameWriter((frames) => void writes.push(frames));
    for (let count = 0; count < 20; count += 1) writer.send({ count });
    expect(writes).toHaveLength(0);
    await new Promise((resolve) => setImmediate(resolve));
    expect(writes).toHaveLength(1);
  });

  it('are begun to be written before the end of a turn that makes many', async () => {
    const sent = Array.from({ length: 110 }, (_, count) => ({ count }));
    const writes: Buffer[] = [];
    const writer = createFrameWriter((frames) => void writes.push(frames));
    for (const message of sent) writer.send(message);
    expect(writes).toHaveLength(4);
    await new Promise((resolve) => setImmediate(resolve));
    expect(Buffer.concat(writes)).toEqual(written(sent));
  });

  it.each(['', '{', 'undefined', '{"a":1}x', '\u0000'])('that hold no JSON are refused, and not quoted: %j', (text) => {
    const read = createFrameReader(() => undefined);
    expect(() => read(framed(text))).toThrow(FrameError);
    expect(() => createFrameReader(() => undefined)(framed('{"token":"sk-secret"'))).not.toThrow('sk-secret');
  });

  it('beyond the cap are refused by their length alone, before anything of them is held', () => {
    const head = Buffer.alloc(4);
    head.writeUInt32BE(longestFrame + 1);
    expect(() => createFrameReader(() => undefined)(head)).toThrow(FrameError);
  });

  it('of any bytes never do more than refuse', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 64 }), { maxLength: 8 }), (pieces) => {
        const read = createFrameReader(() => undefined);
        expect(['taken', 'FrameError']).toContain(
          nameOfRefusal(() => pieces.forEach((piece) => read(Buffer.from(piece)))),
        );
      }),
    );
  });

  it('that are too long are not written, and leave those before and after whole', () => {
    const parts: Buffer[] = [];
    const writer = createFrameWriter((frames) => void parts.push(frames));
    writer.send({ before: 1 });
    expect(() => writer.send({ text: 'x'.repeat(longestFrame) })).toThrow(FrameError);
    writer.send({ after: 1 });
    writer.flush();
    expect(Buffer.concat(parts)).toEqual(written([{ before: 1 }, { after: 1 }]));
  });
});
