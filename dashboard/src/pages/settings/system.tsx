import { HubProblem, ok } from '@fairlead/client';
import { Badge, Card, Code, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { bytesText } from '../../components/bytes.ts';
import { QueryView } from '../../components/query-view.tsx';
import { Time } from '../../components/time.tsx';
import { hub } from '../../hub.ts';

const everyMs = 10_000;

/** The process, and whether it takes requests. */
export function System() {
  return (
    <Stack maw={860}>
      <Readiness />
      <Process />
    </Stack>
  );
}

function Readiness() {
  const readiness = useQuery({
    queryKey: ['settings', 'ready'],
    refetchInterval: everyMs,
    queryFn: async ({ signal }) => {
      const { data, error, response } = await hub.GET('/readyz', { signal });
      // “Not ready” is an answer as well.
      const answer = data ?? (response.status === 503 ? error : undefined);
      if (answer === undefined || !('checks' in answer)) throw new HubProblem(response, error);
      return answer;
    },
  });
  return (
    <Card withBorder component="section" aria-labelledby="ready">
      <Title order={2} size="h4" mb="xs" id="ready">
        Readiness
      </Title>
      <QueryView query={readiness}>
        {({ ready, checks }) => (
          <>
            <Text size="sm" mb="xs">
              {ready ? 'The hub takes requests.' : 'The hub is not ready. What is missing is below.'}
            </Text>
            <Facts
              facts={checks.map(({ name, ok: holds, reason }) => [
                name,
                <Badge key={name} variant="outline" tt="none" color={holds ? 'teal' : 'red'}>
                  {holds ? 'ok' : (reason ?? 'not ok')}
                </Badge>,
              ])}
            />
          </>
        )}
      </QueryView>
    </Card>
  );
}

function Process() {
  const system = useQuery({
    queryKey: ['settings', 'system'],
    refetchInterval: everyMs,
    queryFn: async ({ signal }) => ok(hub.GET('/api/system', { signal })),
  });
  return (
    <Card withBorder component="section" aria-labelledby="process">
      <Title order={2} size="h4" mb="xs" id="process">
        Process
      </Title>
      <QueryView query={system}>
        {({ version, node, startedAt, residentBytes, heapUsedBytes, parts }) => (
          <Facts
            facts={[
              ['Fairlead', version],
              ['Node.js', node],
              ['Started', <Time key="at" at={startedAt} ago />],
              ['Memory', `${bytesText(residentBytes)}, of it ${bytesText(heapUsedBytes)} JavaScript objects`],
              ...Object.entries(parts).map(([name, value]): Fact => [name, <Code key={name}>{String(value)}</Code>]),
            ]}
          />
        )}
      </QueryView>
    </Card>
  );
}

type Fact = [name: string, value: ReactNode];

function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <Table variant="vertical" layout="fixed">
      <Table.Tbody>
        {facts.map(([name, value]) => (
          <Table.Tr key={name}>
            <Table.Th scope="row" w={140}>
              {name}
            </Table.Th>
            <Table.Td>{value}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
