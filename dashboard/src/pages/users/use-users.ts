import type { Item } from '@fairlead/client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type Tagged, tagged } from '../../components/tagged.ts';
import { hub } from '../../hub.ts';
import { useMay, useMe } from '../../session/use-session.ts';

export type User = Item<'/api/users'>;

export type TaggedUser = Tagged<User>;

export function useUser(id: string) {
  return useQuery({
    queryKey: ['users', 'one', id],
    queryFn: async ({ signal }) => tagged(hub.GET('/api/users/{id}', { params: { path: { id } }, signal })),
  });
}

export function useUsersChanged(): () => Promise<unknown> {
  const client = useQueryClient();
  return async () => client.invalidateQueries({ queryKey: ['users'] });
}

/** Whether the one signed in may touch a user: nobody touches what is above their own role. The hub has the last word. */
export function useMayChange(): (user: Pick<User, 'role'>) => boolean {
  const may = useMay();
  const { role } = useMe();
  return (user) => may('users.write') && (role === 'owner' || user.role !== 'owner');
}
