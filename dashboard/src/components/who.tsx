import { Code } from '@mantine/core';
import { useMe } from '../session/use-session.ts';

/** Who did something, by the id alone. */
export function Who({ id }: { readonly id: string }) {
  const me = useMe();
  return id === me.id ? <>you</> : <Code>{id}</Code>;
}
