import { Table, Title } from '@mantine/core';
import type { User } from './use-users.ts';

export type Role = User['role'];

/** What each role is for, the farthest-reaching first. */
export const roles: readonly { readonly role: Role; readonly may: string }[] = [
  { role: 'owner', may: 'Everything, master keys included. There is always at least one.' },
  {
    role: 'admin',
    may: 'Everything but rotating master keys and making owners: connections, plugins, money, users, API keys, the audit log.',
  },
  {
    role: 'operator',
    may: 'Everyday work: payments, messages, signals and incidents; tests and pauses connections, sends again what failed. Changes no settings of connections, no plugins and no users.',
  },
  { role: 'viewer', may: 'Looks at how things are, and changes nothing.' },
  {
    role: 'plugin-developer',
    may: 'Installs plugins, makes connections to try them, and reads what they log. No users, no audit log.',
  },
];

export function RolesTable() {
  return (
    <section aria-labelledby="roles">
      <Title order={2} size="h4" mt="xl" mb="xs" id="roles">
        What each role may do
      </Title>
      <div className="scrolls" tabIndex={0} role="region" aria-label="What each role may do">
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Role</Table.Th>
              <Table.Th>May</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {roles.map(({ role, may }) => (
              <Table.Tr key={role}>
                <Table.Th scope="row" style={{ whiteSpace: 'nowrap' }}>
                  {role}
                </Table.Th>
                <Table.Td miw={240}>{may}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </section>
  );
}
