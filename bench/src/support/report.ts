/** One figure of a bench, with what it has to be. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What the project asks for; undefined where the figure is only told. */
  readonly target?: { readonly atMost: number } | { readonly atLeast: number };
}

export interface Report {
  readonly bench: string;
  readonly figures: readonly Figure[];
}

export function reached({ value, target }: Figure): boolean {
  if (target === undefined) return true;
  return 'atMost' in target ? value <= target.atMost : value >= target.atLeast;
}

/** A line a figure, those that miss their target marked. */
export function print({ bench, figures }: Report): void {
  process.stdout.write(`\n${bench}\n`);
  for (const figure of figures) {
    const { name, value, unit, target } = figure;
    const wanted =
      target === undefined
        ? ''
        : 'atMost' in target
          ? `  (at most ${target.atMost})`
          : `  (at least ${target.atLeast})`;
    const text = value >= 100 ? value.toFixed(0) : value.toPrecision(3);
    process.stdout.write(`  ${reached(figure) ? ' ' : '✗'} ${name.padEnd(58)} ${text.padStart(8)} ${unit}${wanted}\n`);
  }
}

/** The middle of several runs: one that the machine disturbed does not count. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
