import { Alert, Anchor, Card, Code, Grid, Stack, Text, Title } from '@mantine/core';
import { Facts } from '../../../components/facts.tsx';
import { EmptyState } from '../../../components/states.tsx';
import { Time } from '../../../components/time.tsx';
import { Who } from '../../../components/who.tsx';
import { Capabilities } from '../capabilities.tsx';
import { HostList, PermissionList, secretsText } from '../permissions.tsx';
import { Quality } from '../quality.tsx';
import type { Plugin } from '../use-plugins.ts';
import { SettingsInWords } from './settings-in-words.tsx';

/** What a plugin is, what it may, and what it asks of a connection. */
export function AboutTab({ plugin }: { readonly plugin: Plugin }) {
  return (
    <Stack>
      <Trouble plugin={plugin} />
      <Grid>
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Stack>
            <What plugin={plugin} />
            <MayDo plugin={plugin} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Card withBorder>
            <Title order={2} size="h4" mb="xs">
              What a connection is asked for
            </Title>
            {plugin.settingsSchema === undefined ? (
              <EmptyState title="Not known while it does not run" />
            ) : (
              <SettingsInWords schema={plugin.settingsSchema} />
            )}
          </Card>
        </Grid.Col>
      </Grid>
    </Stack>
  );
}

function Trouble({ plugin: { reason, retryAt, status } }: { readonly plugin: Plugin }) {
  if (reason === undefined) return null;
  return (
    <Alert color={status === 'disabled' ? 'gray' : 'red'} title="Why it does not run">
      {reason}
      {retryAt !== undefined && (
        <Text size="sm" mt="xs">
          It is tried again <Time at={retryAt} ago />.
        </Text>
      )}
    </Alert>
  );
}

function What({ plugin }: { readonly plugin: Plugin }) {
  const { description, docs, packageName, since, host } = plugin;
  return (
    <Card withBorder>
      <Title order={2} size="h4" mb="xs">
        What it is
      </Title>
      <Text mb="sm">{description}</Text>
      <Facts
        of={[
          ['Offers', <Capabilities plugin={plugin} />],
          ['Package', <Code>{packageName}</Code>],
          ['Comes', <Quality plugin={plugin} />],
          ['Runs', host === undefined ? undefined : host === 'inline' ? 'inside the hub' : 'in processes of its own'],
          ['Like this since', <Time at={since} />],
          ['Documentation', isWebAddress(docs) ? <Outside address={docs} /> : docs],
        ]}
      />
    </Card>
  );
}

function MayDo({ plugin: { permissions, egress, secrets, agreed } }: { readonly plugin: Plugin }) {
  return (
    <Card withBorder>
      <Title order={2} size="h4" mb="xs">
        What it may
      </Title>
      <Facts
        of={[
          ['Permissions', <PermissionList names={permissions} />],
          ['Reaches', <HostList hosts={egress} />],
          ['Is given', secretsText(secrets)],
          agreed === undefined
            ? undefined
            : [
                'Agreed to',
                <>
                  with version {agreed.version}, <Time at={agreed.at} />, by <Who id={agreed.by} />
                </>,
              ],
        ]}
      />
    </Card>
  );
}

function isWebAddress(text: string | undefined): text is string {
  return text !== undefined && /^https?:\/\//.test(text);
}

function Outside({ address }: { readonly address: string }) {
  return (
    <Anchor href={address} target="_blank" rel="noreferrer noopener" size="sm">
      {address}
    </Anchor>
  );
}
