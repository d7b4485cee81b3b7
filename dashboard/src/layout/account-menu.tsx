import { Button, Menu } from '@mantine/core';
import { IconUser } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useTell } from '../components/toasts.tsx';
import { session } from '../hub.ts';
import { useMe } from '../session/use-session.ts';

export function AccountMenu() {
  const me = useMe();
  const tell = useTell();
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant="default" leftSection={<IconUser size={16} aria-hidden />} aria-label={`Account ${me.name}`}>
          <span className="account-name">{me.role ?? me.kind}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{me.name}</Menu.Label>
        <Menu.Item component={Link} to="/account">
          Your account
        </Menu.Item>
        <Menu.Item component="a" href="/docs" target="_blank" rel="noreferrer">
          API reference
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => void session.signOut().catch(tell.failed)}>Sign out</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
