import { Tooltip } from '@mantine/core';
import { useNow } from './use-now.ts';

const local = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto', style: 'short' });

/** A moment in the time of whoever looks, in UTC on hover and focus. `ago`: how long it is, and is kept fresh. */
export function Time({ at, ago = false }: { readonly at: string; readonly ago?: boolean }) {
  const text = ago ? <Ago at={at} /> : local.format(new Date(at));
  return (
    <Tooltip
      label={`${ago ? `${local.format(new Date(at))} · ` : ''}${at.replace('T', ' ').replace(/(\.\d+)?Z$/, '')} UTC`}
      openDelay={200}
    >
      <time dateTime={at} className="numbers">
        {text}
      </time>
    </Tooltip>
  );
}

function Ago({ at }: { readonly at: string }) {
  const now = useNow();
  return <>{agoText(Date.parse(at), now)}</>;
}

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
