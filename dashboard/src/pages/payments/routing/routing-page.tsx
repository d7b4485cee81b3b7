import { Stack, Title } from '@mantine/core';
import { PageHeader } from '../../../components/page-header.tsx';
import { QueryView } from '../../../components/query-view.tsx';
import { Gateways } from './gateways.tsx';
import { Rules } from './rules.tsx';
import { useRouting } from './use-routing.ts';

/** Which gateway is asked first, for which amounts, and what it costs. */
export function RoutingPage() {
  const routing = useRouting();
  return (
    <>
      <PageHeader
        title="Routing"
        about="Healthy gateways that fit the amount are asked first: by the first rule that holds, else by priority. Payments that have begun keep what they were told."
      />
      <QueryView query={routing}>
        {(seen) => (
          <Stack gap="xl">
            <section aria-labelledby="gateways">
              <Title order={2} size="h4" mb="xs" id="gateways">
                Gateways
              </Title>
              <Gateways seen={seen} />
            </section>
            <section aria-labelledby="rules">
              <Title order={2} size="h4" mb="xs" id="rules">
                Rules
              </Title>
              <Rules seen={seen} />
            </section>
          </Stack>
        )}
      </QueryView>
    </>
  );
}
