import { Card, Code, Group, Stack, Text } from '@mantine/core';
import { useParams } from 'react-router';
import { Facts } from '../../components/facts.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { LinkButton } from '../../components/router-link.tsx';
import { Time } from '../../components/time.tsx';
import { Who } from '../../components/who.tsx';
import { useMay } from '../../session/use-session.ts';
import { IncidentActions } from './incident-actions.tsx';
import { SeverityBadge, StateBadge } from './incident-badges.tsx';
import { IncidentSubject } from './incident-subject.tsx';
import { actionPlace } from './places.ts';
import { type Incident, useIncident, usePluginOf } from './use-incidents.ts';

/** One incident: what is wrong, where it is mended, who has seen it. */
export function IncidentPage() {
  const { id = '' } = useParams();
  return <QueryView query={useIncident(id)}>{(incident) => <Page incident={incident} />}</QueryView>;
}

function Page({ incident }: { readonly incident: Incident }) {
  return (
    <>
      <PageHeader
        title={incident.title}
        about={
          <Group gap="xs">
            <SeverityBadge severity={incident.severity} />
            <StateBadge state={incident.state} />
          </Group>
        }
      >
        <IncidentActions incident={incident} />
      </PageHeader>
      <Card withBorder maw={720}>
        <Stack>
          {incident.detail !== '' && <Text style={{ overflowWrap: 'anywhere' }}>{incident.detail}</Text>}
          <WayToMend incident={incident} />
          <What incident={incident} />
        </Stack>
      </Card>
    </>
  );
}

function WayToMend({ incident }: { readonly incident: Incident }) {
  const may = useMay();
  const { action } = incident;
  const plugin = usePluginOf(incident);
  if (action === undefined || incident.state === 'resolved') return null;
  const place = actionPlace(incident, plugin);
  if (place === undefined || !may(place.permission)) return <Text fw={600}>{action.label}</Text>;
  return (
    <div>
      <LinkButton to={place.to}>{action.label}</LinkButton>
    </div>
  );
}

function What({ incident }: { readonly incident: Incident }) {
  const { code, since, lastAt, count, acknowledgedAt, acknowledgedBy, resolvedAt, resolvedBy } = incident;
  return (
    <Facts
      of={[
        ['About', <IncidentSubject incident={incident} />],
        ['Code', <Code>{code}</Code>],
        ['Since', <Time at={since} />],
        count > 1
          ? [
              'Last told',
              <>
                <Time at={lastAt} />, {count} times in all
              </>,
            ]
          : undefined,
        acknowledgedAt === undefined
          ? undefined
          : [
              'Acknowledged',
              <>
                <Time at={acknowledgedAt} /> by <Who id={acknowledgedBy ?? ''} />
              </>,
            ],
        resolvedAt === undefined
          ? undefined
          : [
              'Resolved',
              <>
                <Time at={resolvedAt} />{' '}
                {resolvedBy === undefined ? (
                  'by itself'
                ) : (
                  <>
                    by <Who id={resolvedBy} />
                  </>
                )}
              </>,
            ],
      ]}
    />
  );
}
