import { expect, test } from 'vitest';
import { linesOf } from './lines-of.ts';

async function read(chunks: readonly Uint8Array[]): Promise<readonly string[]> {
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
  const lines: string[] = [];
  for await (const line of linesOf(stream)) lines.push(line);
  return lines;
}

test('lines arrive whole wherever the network cuts them, inside of a letter as well', async () => {
  const bytes = new TextEncoder().encode('{"a":"ü"}\n\n{"b":"€"}\n');
  for (let at = 0; at <= bytes.length; at += 1) {
    expect(await read([bytes.subarray(0, at), bytes.subarray(at)]), `cut at ${at}`).toEqual(['{"a":"ü"}', '{"b":"€"}']);
  }
});

test('an end without a line break gives away what there was, which is no whole answer', async () => {
  expect(await read([new TextEncoder().encode('{"a":1}\n{"verd')])).toEqual(['{"a":1}']);
});
