import { Alert, AppShell, Badge, Burger, Group, NavLink, ScrollArea, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Suspense } from 'react';
import { NavLink as RouterNavLink, Outlet } from 'react-router';
import { Waiting } from '../components/states.tsx';
import { useLiveState } from '../live/live-provider.tsx';
import { useMay } from '../session/use-session.ts';
import { AccountMenu } from './account-menu.tsx';
import { ColorSchemeButton } from './color-scheme-button.tsx';
import { navigation } from './navigation.ts';
import { PageBoundary } from './page-boundary.tsx';
import { TemporaryPasswordNotice } from './temporary-password-notice.tsx';

/** Frame of all pages. */
export function Shell() {
  const [opened, { toggle, close }] = useDisclosure();
  return (
    <AppShell
      header={{ height: 52 }}
      navbar={{ width: 220, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      padding="md"
      transitionDuration={0}
    >
      <a className="skip-link" href="#page">
        Skip to the page
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            <Burger
              opened={opened}
              onClick={toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label="Menu"
              aria-expanded={opened}
            />
            <img src="/icon.svg" alt="" width={24} height={24} />
            <Text fw={700} visibleFrom="xs">
              Fairlead
            </Text>
            <LiveBadge />
          </Group>
          <Group gap="xs" wrap="nowrap">
            <ColorSchemeButton />
            <AccountMenu />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" aria-label="Pages">
        <Navigation onGo={close} />
      </AppShell.Navbar>
      <AppShell.Main id="page" tabIndex={-1}>
        <OfflineNotice />
        <TemporaryPasswordNotice />
        <PageBoundary>
          <Suspense fallback={<Waiting />}>
            <Outlet />
          </Suspense>
        </PageBoundary>
      </AppShell.Main>
    </AppShell>
  );
}

function Navigation({ onGo }: { readonly onGo: () => void }) {
  const may = useMay();
  return (
    <ScrollArea type="hover">
      {navigation.map(({ title, entries }) => {
        const shown = entries.filter(({ permission }) => may(permission));
        return shown.length === 0 ? null : (
          <div key={title}>
            <Text size="xs" c="dimmed" fw={600} px="sm" pt="sm" pb={4}>
              {title}
            </Text>
            {shown.map(({ to, label, icon: Icon }) => (
              <NavLink
                key={to}
                component={RouterNavLink}
                to={to}
                end={to === '/'}
                label={label}
                leftSection={<Icon size={18} aria-hidden />}
                onClick={onGo}
              />
            ))}
          </div>
        );
      })}
    </ScrollArea>
  );
}

function LiveBadge() {
  const state = useLiveState();
  const text = { open: 'live', connecting: 'connecting', closed: 'offline' }[state];
  const color = { open: 'teal', connecting: 'gray', closed: 'red' }[state];
  return (
    <Badge
      size="sm"
      variant="outline"
      miw="max-content"
      color={color}
      tt="none"
      role="status"
      aria-label={`Event stream: ${text}`}
    >
      {text}
    </Badge>
  );
}

function OfflineNotice() {
  if (useLiveState() !== 'closed') return null;
  return (
    <Alert color="yellow" mb="md" role="alert" title="The hub cannot be reached">
      What you see may be old. It is tried again by itself.
    </Alert>
  );
}
