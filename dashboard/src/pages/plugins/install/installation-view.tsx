import { Alert, Card, Code, Progress, Stack, Text } from '@mantine/core';
import { QueryView } from '../../../components/query-view.tsx';
import { LinkButton } from '../../../components/router-link.tsx';
import { bytesText } from '../bytes-text.ts';
import { type Installation, useInstallation } from './use-installations.ts';

/** One installation, as it goes and what came of it. */
export function InstallationView({ id }: { readonly id: string }) {
  return (
    <QueryView query={useInstallation(id)}>
      {(installation) => (
        <div role="status">
          <Told installation={installation} />
        </div>
      )}
    </QueryView>
  );
}

function Told({ installation }: { readonly installation: Installation }) {
  switch (installation.status) {
    case 'running':
      return <UnderWay installation={installation} />;
    case 'installed':
      return <Done installation={installation} />;
    case 'failed':
      return (
        <Alert color="red" title="It was not installed">
          {installation.error?.message} Nothing has changed.
        </Alert>
      );
  }
}

const steps: { readonly [Key in Installation['progress']['step']]: string } = {
  waiting: 'Waits for another installation',
  resolving: 'Finds what it needs',
  downloading: 'Is downloaded',
  unpacking: 'Is unpacked',
  checking: 'Is checked',
  placing: 'Is put in place',
};

function UnderWay({ installation: { spec, progress } }: { readonly installation: Installation }) {
  const { step, done, total, bytes } = progress;
  const share = total === 0 ? 0 : (done / total) * 100;
  return (
    <Card withBorder>
      <Stack gap="xs">
        <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
          {spec}
        </Text>
        <Progress.Root>
          <Progress.Section value={share} animated aria-label="Packages in place" />
        </Progress.Root>
        <Text size="sm" className="numbers">
          {steps[step]}: {done} of {total} packages, {bytesText(bytes)} received
        </Text>
      </Stack>
    </Card>
  );
}

function Done({ installation: { result } }: { readonly installation: Installation }) {
  if (result === null) return null;
  const { plugin, packageName, version, signature, alreadyThere } = result;
  return (
    <Alert color="teal" title={alreadyThere ? 'It was installed before' : 'It is installed'}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">
          <Code>
            {packageName}@{version}
          </Code>
          ,{' '}
          {signature.status === 'signed'
            ? `signed by “${signature.key ?? signature.keyId ?? ''}”`
            : 'not signed by anybody you believe'}
          . It does not run by itself: enable it, or take the plugin to this version.
        </Text>
        <LinkButton size="xs" to={`/plugins/${encodeURIComponent(plugin)}?tab=versions`}>
          Look at {plugin}
        </LinkButton>
      </Stack>
    </Alert>
  );
}
