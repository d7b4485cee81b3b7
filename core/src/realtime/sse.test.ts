import { text } from 'node:stream/consumers';
import { FakeClock } from '@fairlead/sdk/testing';
import { expect, test } from 'vitest';
import type { EventFeed } from './feed.ts';
import { createSentForms } from './sent-forms.ts';
import { sseStream } from './sse.ts';
import { createTail } from './tail.ts';

test('a log that cannot be read ends the stream with a word, and only the hub is told what it was', async () => {
  const clock = new FakeClock();
  const broken = new Error('no disk');
  let latest = 0;
  const feed: EventFeed = {
    // The first look says where to begin; from then on the disk is gone.
    latest: () => (latest++ === 0 ? Promise.resolve(7) : Promise.reject(broken)),
    after: () => Promise.reject(broken),
    oldest: () => Promise.resolve(1),
    onAppend: () => () => undefined,
  };
  const faults: unknown[] = [];
  const stream = sseStream({
    feed,
    tail: createTail({ feed, clock }),
    forms: createSentForms((event) => event),
    clock,
    viewer: { kind: 'user', id: 'u1', can: () => true },
    stillAllowed: () => Promise.resolve(true),
    stop: new AbortController().signal,
    dropped: () => undefined,
    failed: (error) => faults.push(error),
  });
  const said = await text(stream);
  expect(said).toContain('event: ready\ndata: {"after":7}');
  expect(said.endsWith('event: end\ndata: {"reason":"failed"}\n\n')).toBe(true);
  expect(said).not.toContain('no disk');
  expect(faults).toEqual([broken]);
});
