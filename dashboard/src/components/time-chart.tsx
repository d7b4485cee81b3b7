import 'uplot/dist/uPlot.min.css';
import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef } from 'react';
import uPlot from 'uplot';

const height = 160;
/** Seconds before and after a moment that stands alone. */
const aroundOne = 300;

export interface TimeLine {
  readonly label: string;
  readonly stroke: string;
  readonly fill?: boolean;
}

/** Numbers over time. `columns`: first the times, in seconds since 1970, then those of each line; null where there is none. Load it lazily: its library is large. */
export function TimeChart({
  label,
  columns,
  series,
}: {
  readonly label: string;
  readonly columns: readonly (readonly (number | null)[])[];
  readonly series: readonly TimeLine[];
}) {
  const holder = useRef<HTMLDivElement>(null);
  const scheme = useComputedColorScheme('light');
  useEffect(() => {
    const element = holder.current;
    if (element === null) return undefined;
    const chart = new uPlot(optionsOf(element, columns[0] ?? [], series), columns as uPlot.AlignedData, element);
    const watch = new ResizeObserver(() => chart.setSize({ width: element.clientWidth, height }));
    watch.observe(element);
    return () => {
      watch.disconnect();
      chart.destroy();
    };
    // Colours are read when it is drawn: another scheme draws it anew.
  }, [columns, series, scheme]);
  return <div ref={holder} role="img" aria-label={label} />;
}

function optionsOf(
  element: HTMLElement,
  times: readonly (number | null)[],
  series: readonly TimeLine[],
): uPlot.Options {
  const alone = times.length === 1 ? (times[0] ?? undefined) : undefined;
  const styles = getComputedStyle(element);
  const colour = (value: string) => styles.getPropertyValue(value.slice(4, -1)).trim() || 'gray';
  const axis = { stroke: styles.color, grid: { stroke: 'rgba(128,128,128,.2)' }, ticks: { show: false } };
  return {
    width: element.clientWidth,
    height,
    axes: [
      { ...axis, values: (_plot, splits) => splits.map(momentText) },
      { ...axis, size: 48 },
    ],
    // The first and the last moment are written whole.
    padding: [null, 24, null, 0],
    scales: {
      // Of a single moment the library would make an axis of years.
      x: {
        range: (_plot, least, most) => (alone === undefined ? [least, most] : [alone - aroundOne, alone + aroundOne]),
      },
      y: { range: (_plot, _least, most) => [0, Math.max(1, most * 1.05)] },
    },
    series: [
      {},
      ...series.map(({ label, stroke, fill }) => ({
        label,
        stroke: resolved(element, colour(stroke)),
        ...(fill === true ? { fill: `${resolved(element, colour(stroke))}` } : {}),
        width: 1.5,
      })),
    ],
  };
}

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });

/** Midnight is its date. */
function momentText(seconds: number): string {
  const date = new Date(seconds * 1_000);
  if (date.getSeconds() !== 0) return '';
  return date.getHours() + date.getMinutes() === 0 ? day.format(date) : clock.format(date);
}

/** A canvas knows neither variables nor light-dark(): the browser works them out on an element. */
function resolved(element: HTMLElement, value: string): string {
  const before = element.style.color;
  element.style.color = value;
  const found = getComputedStyle(element).color;
  element.style.color = before;
  return found;
}
