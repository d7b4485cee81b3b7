import { Alert, Group, Stack } from '@mantine/core';
import { useParams } from 'react-router';
import { PageHeader } from '../../components/page-header.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { RouterLink } from '../../components/router-link.tsx';
import { Time } from '../../components/time.tsx';
import { useTopics } from '../../live/live-provider.tsx';
import { useMay, useMe } from '../../session/use-session.ts';
import { ChangeUser } from './change-user.tsx';
import { EndUser, SignInOfUser } from './user-actions.tsx';
import { type TaggedUser, useMayChange, useUser } from './use-users.ts';
import { UserState } from './users-page.tsx';

/** One person: their role, and what can be done about how they sign in. */
export function UserPage() {
  useTopics('users');
  const { id = '' } = useParams();
  return <QueryView query={useUser(id)}>{(tagged) => <Page tagged={tagged} />}</QueryView>;
}

function Page({ tagged }: { readonly tagged: TaggedUser }) {
  const { value: user, tag } = tagged;
  const may = useMay();
  const me = useMe();
  const mayChange = useMayChange()(user);
  return (
    <>
      <PageHeader
        title={user.email}
        about={
          <Group gap="xs">
            <UserState user={user} />
            {user.role}, added <Time at={user.createdAt} ago />
            {may('audit.read') && <RouterLink to={`/audit?actor=${user.id}`}>What they did</RouterLink>}
          </Group>
        }
      />
      <Stack maw={720}>
        {user.id === me.id && (
          <Alert color="blue" title="This is you">
            Your password, your authenticator and your sessions are{' '}
            <RouterLink to="/account">in your account</RouterLink>.
          </Alert>
        )}
        {may('users.write') && !mayChange && (
          <Alert color="gray" title="This role is above yours">
            You can see who it is, and change nothing.
          </Alert>
        )}
        {/* Begun anew when somebody else has changed it. */}
        <ChangeUser key={tag} tagged={tagged} readOnly={!mayChange} />
        {mayChange && user.id !== me.id && <SignInOfUser user={user} />}
        {mayChange && user.id !== me.id && <EndUser tagged={tagged} />}
      </Stack>
    </>
  );
}
