import { type Item, ok } from '@fairlead/client';
import { Badge, Group, Select, Text } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { ListTable } from '../../components/list-table.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { RouterLink } from '../../components/router-link.tsx';
import { EmptyState } from '../../components/states.tsx';
import { Time } from '../../components/time.tsx';
import { useList } from '../../components/use-list.ts';
import { hub } from '../../hub.ts';
import { useTopics } from '../../live/live-provider.tsx';
import { useMay, useMe } from '../../session/use-session.ts';
import { AddUser } from './add-user.tsx';
import { roles, RolesTable } from './roles.tsx';

type Row = Item<'/api/users'>;

/** Everybody who can sign in, and what they are. */
export function UsersPage() {
  useTopics('users');
  const may = useMay();
  const me = useMe();
  const [search, setSearch] = useSearchParams();
  const role = roles.find((one) => one.role === search.get('role'))?.role;
  const list = useList<Row>(['users', 'list', role], async (cursor, signal) =>
    ok(hub.GET('/api/users', { params: { query: { role, cursor, limit: 50 } }, signal })),
  );
  return (
    <>
      <PageHeader title="Users" about="People who sign in to this hub.">
        {may('users.write') && <AddUser />}
      </PageHeader>
      <Group mb="md">
        <Select
          label="Role"
          clearable
          placeholder="All"
          value={role ?? null}
          data={roles.map((one) => one.role)}
          onChange={(value) => setSearch(value === null ? {} : { role: value }, { replace: true })}
        />
      </Group>
      <ListTable
        label="Users"
        list={list}
        keyOf={({ id }) => id}
        columns={[
          {
            title: 'E-mail',
            cell: ({ id, email }) => (
              <>
                <RouterLink to={`/users/${id}`} fw={600}>
                  {email}
                </RouterLink>
                {id === me.id && (
                  <Text span size="sm" c="dimmed">
                    {' '}
                    you
                  </Text>
                )}
              </>
            ),
          },
          { title: 'Role', cell: (one) => one.role },
          { title: 'State', cell: (one) => <UserState user={one} /> },
          { title: 'Two-factor', cell: ({ totpEnabled }) => (totpEnabled ? 'on' : 'off') },
          { title: 'Added', cell: ({ createdAt }) => <Time at={createdAt} ago /> },
        ]}
        empty={<EmptyState title="Nobody has this role">Choose another role above, or add a user.</EmptyState>}
      />
      <RolesTable />
    </>
  );
}

export function UserState({ user }: { readonly user: Row }) {
  if (user.disabled) return <StateBadge color="red" text="disabled" />;
  if (user.passwordIsTemporary) return <StateBadge color="orange" text="has a one-time password" />;
  return <StateBadge color="teal" text="active" />;
}

function StateBadge({ color, text }: { readonly color: string; readonly text: string }) {
  return (
    <Badge variant="outline" tt="none" color={color}>
      {text}
    </Badge>
  );
}
