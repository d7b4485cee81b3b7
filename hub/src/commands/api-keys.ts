import { CommandError } from './command-error.ts';
import { type Output, table } from './output.ts';
import { withHub } from './with-hub.ts';

interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly scopes: readonly string[];
  readonly allowedAddresses?: readonly string[];
  readonly expiresAt?: string;
  readonly lastUsedAt?: string;
  readonly revokedAt?: string;
}

export interface NewApiKey {
  readonly name: string;
  readonly scope: readonly string[];
  readonly expires?: string;
  readonly allow?: readonly string[];
}

export interface Allowed {
  readonly allow?: readonly string[];
  readonly anywhere?: boolean;
}

export async function addApiKey({ name, scope, expires, allow }: NewApiKey, output: Output): Promise<void> {
  const made = await withHub((hub) =>
    hub.post<ApiKey & { readonly key: string }>('/api/api-keys', {
      name,
      scopes: scope,
      ...(expires === undefined ? {} : { expiresAt: expires }),
      ...(allow === undefined ? {} : { allowedAddresses: allow }),
    }),
  );
  output.result(made);
  if (!output.json) output.note('This key is shown this once:');
  output.line(made.key);
}

export async function listApiKeys(output: Output): Promise<void> {
  const items = await withHub((hub) => hub.list<ApiKey>('/api/api-keys'));
  output.result({ items });
  if (items.length === 0) return output.line('There are no API keys. “fairlead api-keys add” makes one.');
  const rows = items.map(({ id, name, prefix, scopes, allowedAddresses, expiresAt, lastUsedAt, revokedAt }) => [
    id,
    `${prefix}…`,
    revokedAt === undefined ? (expiresAt === undefined ? 'valid' : `until ${expiresAt}`) : 'revoked',
    lastUsedAt ?? 'never used',
    allowedAddresses?.join(', ') ?? 'anywhere',
    `${name} (${scopes.join(', ')})`,
  ]);
  output.line(table(['ID', 'KEY', 'STATE', 'LAST USED', 'FROM', 'NAME'], rows));
}

export async function allowApiKey(id: string, { allow, anywhere }: Allowed, output: Output): Promise<void> {
  if ((allow === undefined) === (anywhere !== true)) {
    throw new CommandError('Say from where the key counts: --allow <address>, once for each, or --anywhere.');
  }
  const allowedAddresses = allow ?? null;
  const key = await withHub((hub) =>
    hub.patch<ApiKey>(`/api/api-keys/${encodeURIComponent(id)}`, { allowedAddresses }),
  );
  output.result(key);
  output.line(`The API key ${id} counts from ${key.allowedAddresses?.join(', ') ?? 'anywhere'}.`);
}

export async function revokeApiKey(id: string, output: Output): Promise<void> {
  await withHub((hub) => hub.delete(`/api/api-keys/${encodeURIComponent(id)}`));
  output.result({ id, revoked: true });
  output.line(`The API key ${id} is revoked.`);
}
