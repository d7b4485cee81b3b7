/** What the system calls of a traced hub must show: the order of row, flush and answer. */

/** Arguments of `strace` that write what {@link lateFlushes} reads. */
export function straceArguments(file: string): readonly string[] {
  const calls = 'fdatasync,fsync,pwrite64,write,writev,sendto,sendmsg';
  return ['-f', '-yy', '-s', '9000', '-e', `trace=${calls}`, '-o', file];
}

/** An event and the client's port from which it was sent, on a connection of its own. */
export interface Expected {
  readonly eventId: string;
  readonly clientPort: number;
}

interface SystemCall {
  readonly name: string;
  /** Descriptor with what it stands for, then the data. */
  readonly text: string;
  /** Numbers of the lines on which it began and ended. */
  readonly from: number;
  readonly to: number;
  readonly result: string;
}

/** Reads a trace; a call that another thread interrupts stands on two lines. */
export function readTrace(lines: readonly string[]): readonly SystemCall[] {
  const open = new Map<string, { readonly name: string; readonly text: string; readonly from: number }>();
  const calls: SystemCall[] = [];
  for (const [number, line] of lines.entries()) {
    const [, thread = '', rest = ''] = /^(\d+) +(.*)$/s.exec(line) ?? [];
    const resumed = /^<\.\.\. (\w+) resumed>.*\) += (.*)$/s.exec(rest);
    const begun = open.get(thread);
    if (resumed !== null && begun !== undefined && begun.name === resumed[1]) {
      calls.push({ ...begun, to: number, result: resumed[2] ?? '' });
      open.delete(thread);
      continue;
    }
    const [, name, text = ''] = /^(\w+)\((.*)$/s.exec(rest) ?? [];
    if (name === undefined) continue;
    if (text.endsWith('<unfinished ...>')) open.set(thread, { name, text, from: number });
    else calls.push({ name, text, from: number, to: number, result: /\) += (.*)$/s.exec(text)?.[1] ?? '' });
  }
  // Begun and never ended: it may have happened, and counts for answers only.
  for (const begun of open.values()) calls.push({ ...begun, to: Number.POSITIVE_INFINITY, result: '' });
  return calls.toSorted((left, right) => left.from - right.from);
}

const isJournal = ({ text }: SystemCall): boolean => /^\d+<[^>]*-wal>/.test(text);
const isFlush = (call: SystemCall): boolean =>
  (call.name === 'fdatasync' || call.name === 'fsync') && isJournal(call) && call.result.startsWith('0');

/**
 * For every event: its row is written to the journal, then the journal is flushed, then the answer begins to leave.
 * @returns what is otherwise, in sentences
 */
export function lateFlushes(lines: readonly string[], expected: readonly Expected[]): readonly string[] {
  const calls = readTrace(lines);
  const flushes = calls.filter(isFlush);
  const rows = calls.filter((call) => call.name === 'pwrite64' && isJournal(call));
  const answers = calls.filter(
    ({ name, text }) => ['write', 'writev', 'sendto', 'sendmsg'].includes(name) && /"HTTP\/1\.1 2\d\d /.test(text),
  );
  return expected.flatMap(({ eventId, clientPort }) => {
    const answer = answers.find(({ text }) => text.includes(`:${clientPort}]>`));
    if (answer === undefined) return [`${eventId}: no answer is in the trace.`];
    const row = rows.find(({ text }) => text.includes(eventId));
    if (row === undefined || row.to > answer.from) return [`${eventId}: answered before its row was written.`];
    const flush = flushes.find(({ from }) => from > row.to);
    if (flush === undefined || flush.to > answer.from) return [`${eventId}: answered before its row was flushed.`];
    return [];
  });
}

/** How many flushes made the rows of these events durable: fewer than events where several share one. */
export function coveringFlushes(lines: readonly string[], expected: readonly Expected[]): number {
  const calls = readTrace(lines);
  const flushes = calls.filter(isFlush);
  const rows = calls.filter((call) => call.name === 'pwrite64' && isJournal(call));
  const covering = expected.map(({ eventId }) => {
    const row = rows.find(({ text }) => text.includes(eventId));
    return flushes.find(({ from }) => row !== undefined && from > row.to)?.from;
  });
  return new Set(covering).size;
}
