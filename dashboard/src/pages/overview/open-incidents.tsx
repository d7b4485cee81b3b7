import { ok } from '@fairlead/client';
import { Badge, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { RouterLink } from '../../components/router-link.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { EmptyState } from '../../components/states.tsx';
import { hub } from '../../hub.ts';

/** What a person should know of or do. */
export function OpenIncidents() {
  const incidents = useQuery({
    queryKey: ['incidents', 'overview'],
    queryFn: async ({ signal }) =>
      ok(hub.GET('/api/incidents', { params: { query: { state: ['open', 'acknowledged'], limit: 5 } }, signal })),
  });
  return (
    <Card withBorder component="section" aria-labelledby="incidents">
      <Title order={2} size="h4" mb="xs" id="incidents">
        Incidents
      </Title>
      <QueryView query={incidents}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title="Nothing to do" />
          ) : (
            <Stack gap="xs">
              {items.map((one) => (
                <Group key={one.id} gap="xs" wrap="nowrap">
                  <Badge
                    variant="outline"
                    color={one.severity === 'critical' ? 'red' : 'yellow'}
                    tt="none"
                    miw="max-content"
                  >
                    {one.severity}
                  </Badge>
                  <RouterLink to={`/incidents/${one.id}`} size="sm">
                    {one.title}
                  </RouterLink>
                </Group>
              ))}
              <Text size="sm">
                <RouterLink to="/incidents">All incidents</RouterLink>
              </Text>
            </Stack>
          )
        }
      </QueryView>
    </Card>
  );
}
