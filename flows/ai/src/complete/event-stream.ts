import { Readable } from 'node:stream';
import type { Clock } from '@fairlead/sdk';
import type { AnswerStream, StreamPiece } from './stream.ts';

/** A client that leaves data unread for so long is dropped: it holds a call to the provider. */
const slowMs = 30_000;

/**
 * Pieces as server-sent events, each taken when the one before was sent.
 * https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export function eventStream({ pieces, close }: AnswerStream, clock: Clock): Readable {
  let timer: { cancel(): void } | undefined;
  const push = async () => {
    const next = await pieces.next();
    if (stream.destroyed) return;
    if (next.done === true) return void stream.push(null);
    timer = clock.schedule(slowMs, () => stream.destroy());
    stream.push(eventOf(next.value));
  };
  const stream = new Readable({
    highWaterMark: 1_024,
    read() {
      timer?.cancel();
      push().catch((error: Error) => stream.destroy(error));
    },
    // Not by way of the generator, which may be waiting for the provider.
    destroy(error, done) {
      timer?.cancel();
      const end = (failure?: unknown) => done(error ?? (failure instanceof Error ? failure : null));
      void close().then(() => end(), end);
    },
  });
  return stream;
}

function eventOf(piece: StreamPiece): string {
  switch (piece.type) {
    case 'text':
      return `event: text\ndata: ${JSON.stringify({ text: piece.text })}\n\n`;
    case 'done': {
      const { type, ...done } = piece;
      return `event: ${type}\ndata: ${JSON.stringify(done)}\n\n`;
    }
    case 'error': {
      const { code, message, details } = piece.error;
      return `event: error\ndata: ${JSON.stringify({ code, detail: message, ...(details === undefined ? {} : { details }) })}\n\n`;
    }
  }
}
