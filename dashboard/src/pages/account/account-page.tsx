import { Stack } from '@mantine/core';
import { PageHeader } from '../../components/page-header.tsx';
import { EmptyState } from '../../components/states.tsx';
import { useMe } from '../../session/use-session.ts';
import { PasswordCard } from './password-card.tsx';
import { SessionsCard } from './sessions-card.tsx';
import { TotpCard } from './totp-card.tsx';

/** One's own password, second factor and sessions. */
export function AccountPage() {
  const me = useMe();
  return (
    <>
      <PageHeader title="Your account" about={me.role === undefined ? me.name : `${me.name}, ${me.role}`} />
      {me.kind === 'user' ? (
        <Stack maw={860}>
          <PasswordCard />
          <TotpCard />
          <SessionsCard />
        </Stack>
      ) : (
        <EmptyState title="Only people have an account" />
      )}
    </>
  );
}
