import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { EmptyState } from '../../components/states.tsx';
import { TimeChart } from '../../components/time-chart.tsx';
import type { ConnectionHealth } from './use-connections.ts';

type Minutes = ConnectionHealth['minutes'];

/** Attempts and failures, and how long they took, by the minute. */
export function HealthCharts({ minutes, hours }: { readonly minutes: Minutes; readonly hours: number }) {
  const data = useMemo(() => columnsOf(minutes), [minutes]);
  if (minutes.length === 0) return <EmptyState title="No calls in this time" />;
  const span = `the last ${hours} hours`;
  return (
    <>
      <TimeChart
        label={`Attempts by the minute in ${span}`}
        columns={[data.times, data.calls, data.errors]}
        series={[
          { label: 'attempts', stroke: 'var(--mantine-primary-color-filled)', fill: true },
          { label: 'failed', stroke: 'var(--status-unhealthy)', fill: true },
        ]}
      />
      <TimeChart
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
