import { Card, SimpleGrid, Text, Title } from '@mantine/core';
import { Bars } from '../../components/bars.tsx';
import type { Usage } from './usage.ts';
import { sumOf } from './usage-words.ts';

type Line = Usage['items'][number];

/** Cost and attempts by the day. A picture: the exact numbers stand in the table. */
export function UsageCharts({ days, items }: { readonly days: readonly string[]; readonly items: readonly Line[] }) {
  const byDay = new Map(items.map((line) => [line.day, line]));
  const bars = (count: (line: Line) => number, bad: (line: Line) => number) =>
    days.map((day) => {
      const line = byDay.get(day);
      return line === undefined ? { key: day, whole: 0, bad: 0 } : { key: day, whole: count(line), bad: bad(line) };
    });
  const attempts = bars(
    (line) => line.answered + sumOf(line.failed),
    (line) => sumOf(line.failed),
  );
  // In millionths, or a bar of less than a dollar would have no height.
  const cost = bars(
    (line) => Number(line.costUsd) * 1_000_000,
    () => 0,
  );
  const span = `${days[0] ?? ''} to ${days.at(-1) ?? ''}`;
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }}>
      <Chart id="cost" title="Cost by day" span={span} bars={cost} label={`Cost by day, ${span}`} />
      <Chart
        id="attempts"
        title="Attempts by day"
        span={`${span}, failed ones in red`}
        bars={attempts}
        label={`Attempts by day, ${span}: ${attempts.map(({ key, whole, bad }) => `${key} ${whole}, ${bad} failed`).join('; ')}`}
      />
    </SimpleGrid>
  );
}

function Chart({
  id,
  title,
  span,
  bars,
  label,
}: {
  readonly id: string;
  readonly title: string;
  readonly span: string;
  readonly bars: Parameters<typeof Bars>[0]['bars'];
  readonly label: string;
}) {
  return (
    <Card withBorder component="section" aria-labelledby={id}>
      <Title order={2} size="h4" mb="xs" id={id}>
        {title}
      </Title>
      <Bars bars={bars} label={label} />
      <Text size="xs" c="dimmed">
        {span}
      </Text>
    </Card>
  );
}
