import { Readable } from 'node:stream';
import type { Clock } from '@fairlead/sdk';
import type { AnswerStream, StreamPiece } from './stream.ts';

/** A client that leaves data unread for so long is dropped: it holds a call to the provider. */
const slowMs = 30_000;

/** Pieces as server-sent events. https://html.spec.whatwg.org/multipage/server-sent-events.html */
export function eventStream({ pieces, close }: AnswerStream, clock: Clock, failed: (error: unknown) => void): Readable {
  let timer: { cancel(): void } | undefined;
  const stream = Readable.from(
    (async function* lines() {
      for await (const piece of pieces) {
        timer = clock.schedule(slowMs, () => stream.destroy());
        yield eventOf(piece);
        timer.cancel();
      }
    })(),
    { highWaterMark: 4 },
  );
  stream.once('close', () => {
    timer?.cancel();
    close().catch(failed);
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
