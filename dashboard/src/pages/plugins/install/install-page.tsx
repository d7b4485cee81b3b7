import { Stack, Title } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { PageHeader } from '../../../components/page-header.tsx';
import { LinkButton } from '../../../components/router-link.tsx';
import { useMay } from '../../../session/use-session.ts';
import { InstallForm } from './install-form.tsx';
import { InstallationList } from './installation-list.tsx';
import { InstallationView } from './installation-view.tsx';

/** Brings a plugin into the hub while it runs. */
export function InstallPage() {
  const [search, setSearch] = useSearchParams();
  const may = useMay()('plugins.write');
  const id = search.get('installation');
  return (
    <>
      <PageHeader
        title="Install a plugin"
        about="None of its code runs before it is enabled. What is there already stays as it is."
      >
        <LinkButton to="/plugins" variant="default">
          All plugins
        </LinkButton>
      </PageHeader>
      <Stack maw={720}>
        {may && <InstallForm onBegun={(begun) => setSearch({ installation: begun })} />}
        {id !== null && <InstallationView key={id} id={id} />}
        <Title order={2} size="h4">
          Installations
        </Title>
        <InstallationList />
      </Stack>
    </>
  );
}
