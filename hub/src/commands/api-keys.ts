import { withHub } from './with-hub.ts';
import { type Output, table } from './output.ts';

interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly scopes: readonly string[];
  readonly expiresAt?: string;
  readonly lastUsedAt?: string;
  readonly revokedAt?: string;
}

export interface NewApiKey {
  readonly name: string;
  readonly scope: readonly string[];
  readonly expires?: string;
}

export async function addApiKey({ name, scope, expires }: NewApiKey, output: Output): Promise<void> {
  const made = await withHub((hub) =>
    hub.post<ApiKey & { readonly key: string }>('/api/api-keys', {
      name,
      scopes: scope,
      ...(expires === undefined ? {} : { expiresAt: expires }),
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
  const rows = items.map(({ id, name, prefix, scopes, expiresAt, lastUsedAt, revokedAt }) => [
    id,
    `${prefix}…`,
    revokedAt === undefined ? (expiresAt === undefined ? 'valid' : `until ${expiresAt}`) : 'revoked',
    lastUsedAt ?? 'never used',
    `${name} (${scopes.join(', ')})`,
  ]);
  output.line(table(['ID', 'KEY', 'STATE', 'LAST USED', 'NAME'], rows));
}

export async function revokeApiKey(id: string, output: Output): Promise<void> {
  await withHub((hub) => hub.delete(`/api/api-keys/${encodeURIComponent(id)}`));
  output.result({ id, revoked: true });
  output.line(`The API key ${id} is revoked.`);
}
