import 'uplot/dist/uPlot.min.css';
import { Text, useComputedColorScheme } from '@mantine/core';
import { useEffect, useMemo, useRef } from 'react';
import uPlot from 'uplot';
import { EmptyState } from '../../components/states.tsx';
import type { ConnectionHealth } from './use-connections.ts';

type Minutes = ConnectionHealth['minutes'];

const height = 160;

/** Attempts and failures, and how long they took, by the minute. */
export function HealthCharts({ minutes, hours }: { readonly minutes: Minutes; readonly hours: number }) {
  const data = useMemo(() => columnsOf(minutes), [minutes]);
  if (minutes.length === 0) return <EmptyState title="No calls in this time" />;
  const span = `the last ${hours} hours`;
  return (
    <>
      <Chart
        label={`Attempts by the minute in ${span}`}
        columns={[data.times, data.calls, data.errors]}
        series={[
          { label: 'attempts', stroke: 'var(--mantine-primary-color-filled)', fill: true },
          { label: 'failed', stroke: 'var(--status-unhealthy)', fill: true },
        ]}
      />
      <Chart
        label={`Duration in milliseconds by the minute in ${span}`}
        columns={[data.times, data.p50, data.p95, data.p99]}
        series={[
          { label: 'p50 ms', stroke: 'var(--status-healthy)' },
          { label: 'p95 ms', stroke: 'var(--status-degraded)' },
          { label: 'p99 ms', stroke: 'var(--status-unhealthy)' },
        ]}
      />
      <Text size="xs" c="dimmed">
        Times are yours.
      </Text>
    </>
  );
}

function columnsOf(minutes: Minutes) {
  const sorted = minutes.toSorted((a, b) => a.at.localeCompare(b.at));
  return {
    times: sorted.map(({ at }) => Date.parse(at) / 1_000),
    calls: sorted.map(({ calls }) => calls),
    errors: sorted.map(({ errors }) => errors),
    p50: sorted.map(({ p50Ms }) => p50Ms),
    p95: sorted.map(({ p95Ms }) => p95Ms),
    p99: sorted.map(({ p99Ms }) => p99Ms),
  };
}

interface Line {
  readonly label: string;
  readonly stroke: string;
  readonly fill?: boolean;
}

function Chart({
  label,
  columns,
  series,
}: {
  readonly label: string;
  readonly columns: readonly (readonly (number | null)[])[];
  readonly series: readonly Line[];
}) {
  const holder = useRef<HTMLDivElement>(null);
  const scheme = useComputedColorScheme('light');
  useEffect(() => {
    const element = holder.current;
    if (element === null) return undefined;
    const chart = new uPlot(optionsOf(element, series), columns as uPlot.AlignedData, element);
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

function optionsOf(element: HTMLElement, series: readonly Line[]): uPlot.Options {
  const styles = getComputedStyle(element);
  const colour = (value: string) => styles.getPropertyValue(value.slice(4, -1)).trim() || 'gray';
  const axis = { stroke: styles.color, grid: { stroke: 'rgba(128,128,128,.2)' }, ticks: { show: false } };
  return {
    width: element.clientWidth,
    height,
    axes: [axis, { ...axis, size: 48 }],
    scales: { y: { range: (_plot, _least, most) => [0, Math.max(1, most * 1.05)] } },
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

/** A canvas knows neither variables nor light-dark(): the browser works them out on an element. */
function resolved(element: HTMLElement, value: string): string {
  const before = element.style.color;
  element.style.color = value;
  const found = getComputedStyle(element).color;
  element.style.color = before;
  return found;
}
