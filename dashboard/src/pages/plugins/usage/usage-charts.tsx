import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { TimeChart } from '../../../components/time-chart.tsx';
import type { PluginHealth } from '../use-plugins.ts';
import { byMinute, byVersion } from './chart-columns.ts';

/** As many as can be told apart. */
const strokes = [
  'var(--mantine-color-anchor)',
  'var(--status-degraded)',
  'var(--status-healthy)',
  'var(--status-unhealthy)',
] as const;

/** Calls by the minute, and what the processes of each version used. */
export function UsageCharts({ health, hours }: { readonly health: PluginHealth; readonly hours: number }) {
  const { minutes, usage } = health;
  const calls = useMemo(() => byMinute(minutes), [minutes]);
  const used = useMemo(() => byVersion(usage, strokes.length), [usage]);
  const lines = (unit: string) =>
    used.versions.map((version, index) => ({ label: `${version}, ${unit}`, stroke: strokes[index] ?? strokes[0] }));
  const processor = useMemo(() => lines('% of a core'), [used]);
  const memory = useMemo(() => lines('MB'), [used]);
  const span = `the last ${hours} hours`;
  return (
    <>
      {minutes.length > 0 && (
        <TimeChart label={`Attempts by the minute in ${span}`} columns={calls} series={attempts} />
      )}
      {usage.length > 0 && (
        <>
          <TimeChart label={`Processor by version in ${span}`} columns={used.processor} series={processor} />
          <TimeChart label={`Memory by version in ${span}`} columns={used.memory} series={memory} />
        </>
      )}
      {minutes.length + usage.length > 0 && (
        <Text size="xs" c="dimmed">
          Times are yours.
        </Text>
      )}
    </>
  );
}

const attempts = [
  { label: 'attempts', stroke: 'var(--mantine-color-anchor)', fill: true },
  { label: 'failed', stroke: 'var(--status-unhealthy)', fill: true },
] as const;
