import type { Socket } from 'node:net';
import { createFrameReader, createFrameWriter, FrameError } from './frames.ts';

/** One side of the pipe between hub and plugin process. */
export interface Channel<Out extends object> {
  /** Does nothing once the pipe is closed. @throws FrameError when the message is longer than a frame may be */
  send(message: Out): void;
  /** Writes what was sent, then closes this side. */
  end(): void;
}

export interface ChannelEvents {
  /** What it throws breaks the channel. */
  readonly message: (message: unknown) => void;
  /** What came is not what this channel carries. Nothing is read any more. */
  readonly broken: (error: Error) => void;
  /** The other side is gone. */
  readonly closed: () => void;
}

export function createChannel<Out extends object>(socket: Socket, events: ChannelEvents): Channel<Out> {
  const read = createFrameReader(events.message);
  const writer = createFrameWriter((frames) => {
    if (socket.writable) socket.write(frames);
  });
  socket.on('data', (chunk: Buffer) => {
    try {
      read(chunk);
    } catch (error) {
      socket.removeAllListeners('data');
      socket.pause();
      events.broken(error instanceof Error ? error : new FrameError(String(error)));
    }
  });
  // A pipe whose other end is gone is told of by `close`.
  socket.on('error', () => undefined);
  socket.on('close', events.closed);
  return {
    send(message) {
      if (socket.writable) writer.send(message);
    },
    end() {
      writer.flush();
      socket.end();
    },
  };
}
