import { Card, Group, Text, Title } from '@mantine/core';
import { Bars } from '../../components/bars.tsx';
import { countOf } from '../../components/count-of.ts';
import type { Overview } from './use-overview.ts';

/** Attempts of calls by the minute, all connections together. */
export function Throughput({ minutes }: { readonly minutes: Overview['minutes'] }) {
  const calls = minutes.reduce((sum, minute) => sum + minute.calls, 0);
  const errors = minutes.reduce((sum, minute) => sum + minute.errors, 0);
  return (
    <Card withBorder component="section" aria-labelledby="throughput">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4" id="throughput">
          Calls
        </Title>
        <Text size="xs" c="dimmed">
          last hour
        </Text>
      </Group>
      <Bars
        label={`${countOf(calls, 'call')} in the last hour, ${errors} of them failed`}
        bars={minutes.map((minute) => ({ key: minute.at, whole: minute.calls, bad: minute.errors }))}
      />
      <Text size="sm" className="numbers">
        {countOf(calls, 'call')}, {errors} failed
      </Text>
    </Card>
  );
}
