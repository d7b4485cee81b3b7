const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto', style: 'short' });

const steps = [
  [60_000, 1_000, 'second'],
  [3_600_000, 60_000, 'minute'],
  [86_400_000, 3_600_000, 'hour'],
  [30 * 86_400_000, 86_400_000, 'day'],
] as const;

/** “5 min. ago”, “in 2 hr.”; beyond a month the date. */
export function agoText(atMs: number, nowMs: number): string {
  const distance = atMs - nowMs;
  for (const [below, unitMs, unit] of steps) {
    if (Math.abs(distance) < below) return relative.format(Math.round(distance / unitMs), unit);
  }
  return new Date(atMs).toLocaleDateString();
}
