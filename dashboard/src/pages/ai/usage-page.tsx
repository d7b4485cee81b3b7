import { ok } from '@fairlead/client';
import { Card, Group, Select, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { PageHeader } from '../../components/page-header.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { EmptyState } from '../../components/states.tsx';
import { useFilter } from '../../components/use-filter.ts';
import { hub } from '../../hub.ts';
import { useTopics } from '../../live/live-provider.tsx';
import { AiSections } from './ai-sections.tsx';
import type { Usage } from './usage.ts';
import { UsageCharts } from './usage-charts.tsx';
import { daysUntil, failuresOf, type Group as Grouping, groups, lineName, sumOf } from './usage-words.ts';

const spans = { '1': 'Today', '7': '7 days', '30': '30 days', '90': '90 days' } as const;

/** What was asked and answered, and what it has cost, by the day of UTC. */
export function UsagePage() {
  useTopics('ai');
  const filter = useFilter('days', 'by');
  const days = filter.get('days') ?? '7';
  const by = (filter.get('by') ?? 'configuration') as Grouping;
  const from = daysUntil(new Date(), Number(days))[0] ?? '';
  const usage = useQuery({
    queryKey: ['ai', 'usage', from, by],
    queryFn: async ({ signal }) => {
      const read = async (groupBy: (Grouping | 'day')[]) =>
        ok(hub.GET('/api/ai/usage', { params: { query: { from, groupBy } }, signal }));
      const [lines, byDay] = await Promise.all([read([by]), read(['day'])]);
      return { lines, byDay };
    },
  });
  return (
    <>
      <PageHeader
        title="Usage and cost"
        about="Whole hours, in days of UTC. Cost is what the vendors say, or your prices."
      />
      <AiSections />
      <Group mb="md" align="flex-end">
        <Select
          label="Time"
          data={Object.entries(spans).map(([value, label]) => ({ value, label }))}
          allowDeselect={false}
          value={days}
          onChange={(value) => filter.set('days', value)}
        />
        <Select
          label="By"
          data={groups}
          allowDeselect={false}
          value={by}
          onChange={(value) => filter.set('by', value)}
        />
      </Group>
      <QueryView query={usage}>
        {({ lines, byDay }) =>
          lines.items.length === 0 ? (
            <EmptyState title="Nothing was asked in this time">
              “Ask” does, and messages that rules do not settle.
            </EmptyState>
          ) : (
            <Stack>
              <Total total={lines.total} />
              {Number(days) > 1 && <UsageCharts days={daysUntil(new Date(), Number(days))} items={byDay.items} />}
              <Lines by={by} items={lines.items} />
            </Stack>
          )
        }
      </QueryView>
    </>
  );
}

function Total({ total }: { readonly total: Usage['total'] }) {
  const facts = [
    ['Cost', `${total.costUsd} USD`],
    ['Answered', total.answered.toLocaleString()],
    ['Failed attempts', sumOf(total.failed).toLocaleString()],
    ['Tokens', (total.promptTokens + total.completionTokens).toLocaleString()],
  ] as const;
  return (
    <SimpleGrid cols={{ base: 2, sm: 4 }} component="dl" m={0} aria-label="In all">
      {facts.map(([name, value]) => (
        <Card key={name} withBorder padding="sm">
          <Text component="dt" size="sm" c="dimmed">
            {name}
          </Text>
          <Text component="dd" m={0} size="lg" fw={700} className="numbers" style={{ overflowWrap: 'anywhere' }}>
            {value}
          </Text>
        </Card>
      ))}
    </SimpleGrid>
  );
}

function Lines({ by, items }: { readonly by: Grouping; readonly items: Usage['items'] }) {
  const numbers = ['Answered', 'From memory', 'Tokens asked', 'Tokens answered', 'Cost, USD', 'Without a price'];
  return (
    <section aria-labelledby="lines">
      <Title order={2} size="h4" mb="xs" id="lines">
        By {by}
      </Title>
      <div className="scrolls" tabIndex={0} role="region" aria-label={`Usage by ${by}`}>
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Name</Table.Th>
              {numbers.map((title) => (
                <Table.Th key={title} ta="right">
                  {title}
                </Table.Th>
              ))}
              <Table.Th>Failed and passed by</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((line) => (
              <Table.Tr key={line[by] ?? ''}>
                <Table.Td>{lineName(by, line)}</Table.Td>
                {[line.answered, line.cached, line.promptTokens, line.completionTokens].map((count, index) => (
                  <Table.Td key={numbers[index]} ta="right" className="numbers">
                    {count.toLocaleString()}
                  </Table.Td>
                ))}
                <Table.Td ta="right" className="numbers">
                  {line.costUsd}
                </Table.Td>
                <Table.Td ta="right" className="numbers">
                  {line.unpriced.toLocaleString()}
                </Table.Td>
                <Table.Td>
                  <Text span size="sm" miw={180} display="block">
                    {failuresOf(line)}
                  </Text>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </section>
  );
}
