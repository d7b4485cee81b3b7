/** A frame longer than this ends the process that sent it. Bytes, without the four that hold the length. */
export const longestFrame = 16 * 1024 * 1024;

const headBytes = 4;

/** What came over the pipe is not a frame, or is longer than a frame may be. */
export class FrameError extends Error {
  override readonly name = 'FrameError';
}

/**
 * Messages that are written without waiting for the end of the turn: the other side can begin with them while this one
 * makes more. All of a turn at once, and the two would take turns instead of working at the same time.
 */
const mostQueued = 25;

/** Takes what the pipe gives, cut anywhere. */
export type FrameReader = (chunk: Buffer) => void;

/**
 * Reads frames: four bytes of length, big-endian, then as many bytes of JSON. Holds no more than one frame.
 * @param take gets each frame's JSON; what it throws is the reader's to throw
 * @returns a function that throws FrameError for a frame that is too long or not JSON; it must not be fed any more then
 */
export function createFrameReader(take: (message: unknown) => void): FrameReader {
  let held: Buffer[] = [];
  let heldBytes = 0;
  /** Bytes that have to be held before the next step: a length's, or a whole frame's. */
  let wantedBytes = headBytes;
  return (chunk) => {
    held.push(chunk);
    heldBytes += chunk.byteLength;
    if (heldBytes < wantedBytes) return;
    const all = held.length === 1 ? chunk : Buffer.concat(held, heldBytes);
    let start = 0;
    wantedBytes = headBytes;
    while (all.byteLength - start >= headBytes) {
      const length = all.readUInt32BE(start);
      if (length > longestFrame) throw new FrameError(`A frame of ${length} bytes is longer than a frame may be.`);
      const end = start + headBytes + length;
      if (end > all.byteLength) {
        wantedBytes = headBytes + length;
        break;
      }
      take(parse(all, start + headBytes, end));
      start = end;
    }
    held = start < all.byteLength ? [all.subarray(start)] : [];
    heldBytes = all.byteLength - start;
  };
}

function parse(bytes: Buffer, start: number, end: number): unknown {
  try {
    return JSON.parse(bytes.toString('utf8', start, end)) as unknown;
  } catch {
    // The parser's own message quotes what it read, which may be a secret.
    throw new FrameError('A frame does not hold JSON.');
  }
}

export interface FrameWriter {
  /**
   * Queues a message; those of one turn of the event loop are written together.
   * @throws FrameError when it is longer than a frame may be; nothing is written of it then
   */
  send(message: object): void;
  /** Writes what is queued now. */
  flush(): void;
}

/** @param write gets whole frames, one or more */
export function createFrameWriter(write: (frames: Buffer) => void): FrameWriter {
  let queued: string[] = [];
  let lengths: number[] = [];
  let totalBytes = 0;
  let scheduled = false;
  const flush = () => {
    if (queued.length === 0) return;
    const frames = Buffer.allocUnsafe(totalBytes);
    let at = 0;
    for (let index = 0; index < queued.length; index += 1) {
      const length = lengths[index] as number;
      frames.writeUInt32BE(length, at);
      frames.write(queued[index] as string, at + headBytes, 'utf8');
      at += headBytes + length;
    }
    queued = [];
    lengths = [];
    totalBytes = 0;
    write(frames);
  };
  return {
    send(message) {
      const text = JSON.stringify(message);
      const length = Buffer.byteLength(text);
      if (length > longestFrame) throw new FrameError(`A message of ${length} bytes is longer than a frame may be.`);
      queued.push(text);
      lengths.push(length);
      totalBytes += headBytes + length;
      if (queued.length >= mostQueued) return flush();
      if (scheduled) return;
      scheduled = true;
      setImmediate(() => {
        scheduled = false;
        flush();
      });
    },
    flush,
  };
}
