import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { stripVTControlCharacters } from 'node:util';
import type { Clock, Timer } from '@fairlead/sdk';

export type OutputStream = 'stdout' | 'stderr';

export interface OutputLine {
  readonly stream: OutputStream;
  /** Redacted; without control characters. */
  readonly text: string;
}

export interface OutputTailOptions {
  readonly clock: Clock;
  /** The hub's redactor. It sees whole lines, whatever the pieces in which they arrive. */
  readonly redact: (text: string) => string;
  /** Told of every line that is kept; not of more than `linesPerSecond`. Default: nobody. */
  readonly onLine?: (line: OutputLine) => void;
  /** Characters of a line; the rest is cut off. Default 2,000. */
  readonly lineLength?: number;
  /** Lines that are kept of each second; the rest is counted. Default 100. */
  readonly linesPerSecond?: number;
  /** Lines for `last`. Default 50. */
  readonly keep?: number;
  /** Bytes that are read of a followed stream in a second; who writes more has to wait. Default 1 MiB. */
  readonly bytesPerSecond?: number;
}

/** What a plugin's process prints. A storm of it costs the hub little: it is neither read nor kept faster than so. */
export interface OutputTail {
  /** Reads the stream to its end. */
  follow(stream: Readable, name: OutputStream): void;
  /** Takes a piece that somebody else has read. */
  write(chunk: Buffer, name: OutputStream): void;
  /** The latest lines, with the start of one that is not complete yet. */
  last(): readonly string[];
  /** Nothing more will come: a line that is not complete counts as one. Repeating it is harmless. */
  end(): void;
}

/** Characters of a line that are put together before it is redacted: far more than are shown, so that no secret is cut. */
const longestRaw = 65_536;
/** What V8 says before it gives up, above a stack trace of its own that would push it out of the latest lines. */
const fatal = /^(#|FATAL ERROR:)/;
const nativeFrame = /^\s*(\d+: 0x[0-9a-f]+|-{5} Native stack trace)/;

export function createOutputTail(options: OutputTailOptions): OutputTail {
  const { clock, redact, onLine, lineLength = 2_000, keep = 50, bytesPerSecond = 1_048_576 } = options;
  const second = rate(options.clock, options.linesPerSecond ?? 100, 1_000);
  const kept: string[] = [];
  let lastFatal: string | undefined;
  let leftOut = 0;

  const clean = (raw: string) => redact(printable(raw)).slice(0, lineLength).trimEnd();
  const add = (stream: OutputStream, text: string) => {
    kept.push(text);
    if (kept.length > keep) kept.shift();
    onLine?.({ stream, text });
  };
  const tellOmission = (stream: OutputStream) => {
    if (leftOut > 0) add(stream, `[${leftOut} lines left out]`);
    leftOut = 0;
  };
  const line = (stream: OutputStream, raw: string) => {
    if (raw === '' || nativeFrame.test(raw)) return;
    const isFatal = fatal.test(raw);
    if (!isFatal && !second.take(1)) {
      leftOut += 1;
      return;
    }
    tellOmission(stream);
    const text = clean(raw);
    if (isFatal) lastFatal = text;
    add(stream, text);
  };
  const lines = { stdout: lineReader((raw) => line('stdout', raw)), stderr: lineReader((raw) => line('stderr', raw)) };
  return {
    follow: (stream, name) =>
      followSlowly(stream, { clock, bytesPerSecond, take: (chunk) => lines[name].write(chunk) }),
    write: (chunk, name) => lines[name].write(chunk),
    last() {
      const unfinished = [lines.stdout.rest(), lines.stderr.rest()].filter((raw) => raw !== '').map(clean);
      const all = [...kept, ...unfinished].slice(-keep);
      return lastFatal === undefined || all.includes(lastFatal) ? all : [lastFatal, ...all.slice(1)];
    },
    end() {
      for (const name of ['stdout', 'stderr'] as const) {
        lines[name].end();
        tellOmission(name);
      }
    },
  };
}

/** Puts lines together. Of one that is too long, what comes after the limit is dropped. */
function lineReader(told: (raw: string) => void) {
  const decoder = new StringDecoder('utf8');
  let pending = '';
  const take = (text: string) => {
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      told(pending + text.slice(from, Math.min(end, from + longestRaw)));
      pending = '';
      from = end + 1;
    }
    if (pending.length < longestRaw) pending += text.slice(from, from + longestRaw);
  };
  return {
    write: (chunk: Buffer) => take(decoder.write(chunk)),
    rest: () => pending,
    end() {
      take(`${decoder.end()}\n`);
    },
  };
}

interface SlowOptions {
  readonly clock: Clock;
  readonly bytesPerSecond: number;
  readonly take: (chunk: Buffer) => void;
}

/** In slices, so that what is read at once holds up nobody. */
const sliceMs = 100;

/** Reads no more than so much a second. The rest waits in the pipe, and whoever fills it waits too. */
function followSlowly(stream: Readable, { clock, bytesPerSecond, take }: SlowOptions): void {
  const slice = rate(clock, (bytesPerSecond * sliceMs) / 1_000, sliceMs);
  let pause: Timer | undefined;
  stream.on('data', (chunk: Buffer) => {
    take(chunk);
    if (slice.take(chunk.length)) return;
    stream.pause();
    pause = clock.schedule(sliceMs, () => stream.resume());
  });
  stream.once('close', () => pause?.cancel());
  // A pipe that breaks ends with its process, of which others tell.
  stream.on('error', () => undefined);
}

/** So many in each span of time, the first of which begins with the first that is taken. */
function rate(clock: Clock, most: number, spanMs: number) {
  let startedAt = Number.NEGATIVE_INFINITY;
  let taken = 0;
  return {
    take(amount: number): boolean {
      const now = clock.monotonic();
      if (now - startedAt >= spanMs) {
        startedAt = now;
        taken = 0;
      }
      taken += amount;
      return taken <= most;
    },
  };
}

/** Without what would move a terminal's cursor or paint it. */
function printable(raw: string): string {
  // oxlint-disable-next-line no-control-regex
  return stripVTControlCharacters(raw).replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/g, '');
}
