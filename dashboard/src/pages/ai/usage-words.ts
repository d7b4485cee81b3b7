import type { Usage } from './usage.ts';

export const groups = ['configuration', 'model', 'purpose', 'prompt'] as const;
export type Group = (typeof groups)[number];
type Line = Usage['items'][number];

const dayMs = 86_400_000;

/** The latest days of UTC, the oldest first: `2026-01-31`. */
export function daysUntil(now: Date, count: number): readonly string[] {
  const today = Math.floor(now.getTime() / dayMs) * dayMs;
  return Array.from({ length: count }, (_, index) =>
    new Date(today - (count - 1 - index) * dayMs).toISOString().slice(0, 10),
  );
}

export function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

export function lineName(by: Group, line: Line): string {
  if (by === 'configuration') return line.name ?? line.configuration ?? 'none';
  return line[by] ?? (by === 'prompt' ? 'the caller’s own' : 'none');
}

/** Failures and skips with what they failed with. */
export function failuresOf({ failed, skipped }: Pick<Line, 'failed' | 'skipped'>): string {
  const parts = [
    ...Object.entries(failed).map(([code, count]) => `${count} × ${code}`),
    ...Object.entries(skipped).map(([reason, count]) => `${count} passed by: ${reason}`),
  ];
  return parts.join(', ');
}
