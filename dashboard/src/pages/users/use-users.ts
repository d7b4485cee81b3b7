import { type Item, ok } from '@fairlead/client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { hub } from '../../hub.ts';
import { useMay, useMe } from '../../session/use-session.ts';

export type User = Item<'/api/users'>;

export interface TaggedUser {
  readonly user: User;
  /** For If-Match: two people do not write over each other unseen. */
  readonly tag: string;
}

export function useUser(id: string) {
  return useQuery({
    queryKey: ['users', 'one', id],
    queryFn: async ({ signal }): Promise<TaggedUser> => {
      const call = hub.GET('/api/users/{id}', { params: { path: { id } }, signal });
      const user = await ok(call);
      return { user, tag: (await call).response.headers.get('etag') ?? '*' };
    },
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
