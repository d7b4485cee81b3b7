import { Alert, Card, Group, List, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { Facts } from '../../../components/facts.tsx';
import { PageHeader } from '../../../components/page-header.tsx';
import { QueryView } from '../../../components/query-view.tsx';
import { RouterLink } from '../../../components/router-link.tsx';
import { Time } from '../../../components/time.tsx';
import { useMay } from '../../../session/use-session.ts';
import { DeliveryTable } from '../deliveries/delivery-table.tsx';
import { ChangeEndpoint } from './change-endpoint.tsx';
import { EndpointActions } from './endpoint-actions.tsx';
import { EndpointBadge } from './endpoint-badge.tsx';
import { RedeliverMany } from './redeliver-many.tsx';
import { type Endpoint, useEndpoint } from './use-endpoints.ts';

/** One endpoint: what is sent there, how that goes, and what can be done. */
export function EndpointPage() {
  const { id = '' } = useParams();
  return <QueryView query={useEndpoint(id)}>{(endpoint) => <Page endpoint={endpoint} />}</QueryView>;
}

function Page({ endpoint }: { readonly endpoint: Endpoint }) {
  const { id, url, failingSince } = endpoint;
  const may = useMay();
  return (
    <>
      <PageHeader
        title={new URL(url).host}
        about={
          <Group gap="xs">
            <EndpointBadge endpoint={endpoint} />
            {url}
          </Group>
        }
      >
        <EndpointActions endpoint={endpoint} />
      </PageHeader>
      <Stack>
        {failingSince !== null && endpoint.status === 'enabled' && (
          <Alert color="orange" title="Nothing arrives there">
            Since <Time at={failingSince} />. What failed is tried again; after five days the endpoint is disabled.
          </Alert>
        )}
        <Section id="about" title="About it">
          <About endpoint={endpoint} />
        </Section>
        {may('webhooks.write') && (
          <Section id="change" title="Change it">
            {/* Begun anew when somebody else has changed it: two people do not write over each other unseen. */}
            <ChangeEndpoint key={endpoint.version} endpoint={endpoint} />
          </Section>
        )}
        {may('webhooks.redeliver') && (
          <Section id="again" title="Send again">
            <RedeliverMany endpoint={endpoint} />
          </Section>
        )}
        <Section id="deliveries" title="Latest deliveries">
          <DeliveryTable query={{ endpoint: id }} pageSize={10} />
          <RouterLink size="sm" to={`/webhooks/deliveries?endpoint=${id}`}>
            All deliveries to it
          </RouterLink>
        </Section>
      </Stack>
    </>
  );
}

function Section({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <Card withBorder component="section" aria-labelledby={id}>
      <Title order={2} size="h4" mb="xs" id={id}>
        {title}
      </Title>
      {children}
    </Card>
  );
}

function About({ endpoint }: { readonly endpoint: Endpoint }) {
  const { description, types, ordered, allowPrivateAddresses, secrets, createdAt, disabledAt } = endpoint;
  return (
    <Facts
      of={[
        ['Description', description === '' ? null : description],
        ['Events', types.length === 0 || types.includes('*') ? 'all' : types.join(', ')],
        ['Order', ordered ? 'one at a time, in order' : 'several at a time'],
        ['Private addresses', allowPrivateAddresses ? 'allowed' : 'refused'],
        [
          'Secrets that sign',
          <List key="secrets" size="sm" listStyleType="none">
            {secrets.map(({ version, madeAt, expiresAt }) => (
              <List.Item key={version}>
                no. {version}, made <Time at={madeAt} />
                {expiresAt !== null && (
                  <>
                    , until <Time at={expiresAt} />
                  </>
                )}
              </List.Item>
            ))}
          </List>,
        ],
        ['Added', <Time key="added" at={createdAt} />],
        ['Disabled', disabledAt === null ? null : <Time key="disabled" at={disabledAt} />],
      ]}
    />
  );
}
