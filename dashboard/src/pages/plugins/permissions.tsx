import { Alert, Code, List, Stack } from '@mantine/core';
import { Facts } from '../../components/facts.tsx';

/** What a plugin wants beyond answering calls, as the hub shows it with `consent_required`. */
export interface Asks {
  readonly packageName: string;
  readonly source: string;
  readonly version: string;
  readonly permissions: readonly string[];
  readonly egress: readonly string[];
  readonly secrets: readonly string[];
}

export interface BoundTo {
  readonly packageName: string;
  readonly source: string;
}

const meanings: Readonly<Record<string, string>> = {
  childProcesses: 'Start other programs, which nothing watches or limits',
  nativeAddons: 'Load compiled code, which can do all that the hub’s user can',
  workers: 'Start threads, whose limits code that means harm can lift',
};

/** What each permission lets a plugin do. */
export function PermissionList({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return <>none beyond answering calls</>;
  return (
    <List size="sm">
      {names.map((name) => (
        <List.Item key={name}>
          {meanings[name] ?? 'Something that this dashboard does not know'} (<Code>{name}</Code>)
        </List.Item>
      ))}
    </List>
  );
}

export function HostList({ hosts }: { readonly hosts: readonly string[] }) {
  return <>{hosts.length === 0 ? 'nothing outside of the hub' : hosts.map(hostText).join(', ')}</>;
}

/** As the manifest names them. */
export function hostText(host: string): string {
  if (host === '*') return 'any public host';
  if (host === 'loopback') return 'this machine';
  const setting = /^\{settings\.(\w+)\}$/.exec(host)?.[1];
  return setting === undefined ? host : `the host in its setting “${setting}”`;
}

export function secretsText(names: readonly string[]): string {
  if (names.length === 0) return 'no secrets';
  return `the ${names.length === 1 ? 'secret' : 'secrets'} ${names.join(', ')}`;
}

export function Asked({ asks, boundTo }: { readonly asks: Asks; readonly boundTo: BoundTo | undefined }) {
  return (
    <Stack gap="sm">
      {boundTo !== undefined && (
        <Alert color="red" title="It is another package than before">
          It takes the place of {boundTo.packageName} ({boundTo.source}). All secrets of its connections are deleted,
          and have to be entered anew.
        </Alert>
      )}
      <Facts
        of={[
          ['Package', `${asks.packageName} ${asks.version} (${asks.source})`],
          ['May', <PermissionList names={asks.permissions} />],
          ['Reaches', <HostList hosts={asks.egress} />],
          ['Is given', secretsText(asks.secrets)],
        ]}
      />
    </Stack>
  );
}
