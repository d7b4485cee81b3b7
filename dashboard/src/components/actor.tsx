import { useMe } from '../session/use-session.ts';

/** Who did something, as the hub names actors: `user:<id>`, `api-key:<id>`, `janitor`. */
export function Actor({ by }: { readonly by: string }) {
  const me = useMe();
  const [kind = '', id] = by.split(':');
  if (id === undefined) return <>{names[kind] ?? kind}</>;
  if (id === me.id) return <>you</>;
  return (
    <span title={id}>
      {kind.replaceAll(/[-_]/g, ' ')} …{id.slice(-6)}
    </span>
  );
}

const names: { readonly [kind: string]: string } = { janitor: 'the hub', hub: 'the hub', customer: 'the customer' };
