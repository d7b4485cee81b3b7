/** Where a command writes: what was asked for on standard output, everything else on standard error. */
export interface Output {
  /** Whether `--json` was given. */
  readonly json: boolean;
  /** One line for a person. Nothing with `--json`. */
  line(text?: string): void;
  /** The result as one JSON document. Nothing without `--json`. */
  result(value: unknown): void;
  /** A hint or warning that is not part of the result. */
  note(text: string): void;
  /** Shows how far something is: a bar on a terminal, else a line now and then. Nothing with `--json`. */
  progress(label: string): Progress;
}

export interface Progress {
  update(done: number, total: number): void;
  end(): void;
}

type Stream = Pick<NodeJS.WriteStream, 'write'> & { readonly isTTY?: boolean };

export interface OutputStreams {
  readonly out: Stream;
  readonly err: Stream;
}

const barWidth = 30;

export function createOutput(
  json: boolean,
  { out, err }: OutputStreams = { out: process.stdout, err: process.stderr },
) {
  const output: Output = {
    json,
    line: (text = '') => void (json || out.write(`${text}\n`)),
    result: (value) => void (json && out.write(`${JSON.stringify(value, null, 2)}\n`)),
    note: (text) => void err.write(`${text}\n`),
    progress: (label) => (json ? silent : err.isTTY === true ? bar(label, err) : lines(label, err)),
  };
  return output;
}

const silent: Progress = { update: () => undefined, end: () => undefined };

function bar(label: string, err: Stream): Progress {
  return {
    update(done, total) {
      const filled = total === 0 ? barWidth : Math.floor((barWidth * done) / total);
      err.write(`\r${label} [${'#'.repeat(filled)}${'-'.repeat(barWidth - filled)}] ${done}/${total}`);
    },
    end: () => void err.write('\n'),
  };
}

/** A line for each tenth, so that a log stays readable. */
function lines(label: string, err: Stream): Progress {
  let told = -1;
  return {
    update(done, total) {
      const tenth = total === 0 ? 10 : Math.floor((10 * done) / total);
      if (tenth === told) return;
      told = tenth;
      err.write(`${label} ${done}/${total}\n`);
    },
    end: () => undefined,
  };
}

/** Columns as wide as their widest cell; the last one as it is. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_cell, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  return all
    .map((row) => row.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0))))
    .map((cells) => cells.join('  ').trimEnd())
    .join('\n');
}
