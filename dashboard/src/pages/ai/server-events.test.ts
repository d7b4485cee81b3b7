import { describe, expect, it } from 'vitest';
import { type ServerEvent, serverEvents } from './server-events.ts';

function streamOf(pieces: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
}

async function eventsOf(...pieces: readonly Uint8Array[]): Promise<readonly ServerEvent[]> {
  const events: ServerEvent[] = [];
  for await (const event of serverEvents(streamOf(pieces))) events.push(event);
  return events;
}

describe('a stream of server-sent events', () => {
  const bytes = new TextEncoder().encode('event: text\ndata: {"text":"sch\u00f6n"}\n\nevent: done\ndata: {}\n\n');
  const whole = [
    { type: 'text', data: '{"text":"schön"}' },
    { type: 'done', data: '{}' },
  ];

  it('is read however it was cut on its way, even inside a letter', async () => {
    for (let at = 0; at <= bytes.length; at++) {
      expect(await eventsOf(bytes.slice(0, at), bytes.slice(at))).toEqual(whole);
    }
  });

  it('that ends within an event gives those that are whole', async () => {
    expect(await eventsOf(bytes.slice(0, bytes.length - 1))).toEqual(whole.slice(0, 1));
  });
});
