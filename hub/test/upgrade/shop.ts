import { type Answer, type Api, createApi, eventually, type Problem } from '../support/api.ts';
import { type HubProcess, startHubProcess } from '../support/hub-process.ts';
import { withSdk } from '../support/plugin-packages.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { type CountingVendor, countingVendor } from './counting-vendor.ts';
import { pluginId, type VersionFiles, writeVersion } from './versioned-plugin.ts';

export interface PluginView {
  readonly version: string;
  readonly otherVersions: readonly string[];
  readonly status: string;
  readonly host?: string;
  readonly previous?: string;
  readonly upgrade?: {
    readonly kind: string;
    readonly from: string;
    readonly to: string;
    readonly step: string;
    readonly reason?: { readonly code: string; readonly message: string };
  };
  readonly exits: readonly { readonly code: string; readonly version: string }[];
}

export interface SettledConnection {
  readonly id: string;
  readonly version: number;
  readonly settings: Readonly<Record<string, string>>;
  readonly settingsVersion: number;
  readonly webhookUrl: string;
  readonly secrets: Readonly<Record<string, { readonly set: boolean; readonly hint: string | null }>>;
}

/** A hub in a process of its own with one plugin in several versions, a vendor, and connections to it. */
export interface Shop {
  readonly dataDir: string;
  readonly vendor: CountingVendor;
  api: Api;
  hub: HubProcess;
  write(files: VersionFiles): Promise<string>;
  connect(name: string): Promise<SettledConnection>;
  connection(id: string): Promise<SettledConnection>;
  plugin(): Promise<PluginView>;
  upgrade(version: string, consent?: string): Promise<Answer>;
  rollback(): Promise<Answer>;
  /** What a fetch answers: version, greeting, length of the secret. */
  fetch(connectionId: string, call?: string): Promise<string>;
  /** Starts the hub again on the same folder, after it ended. The plugin may not run yet. */
  again(): Promise<void>;
}

export const token = 'token-of-the-shop';

export async function openShop(cleanup: AsyncDisposableStack, first: VersionFiles): Promise<Shop> {
  const dataDir = cleanup.use(await temporaryFolder()).path;
  const vendor = cleanup.use(await countingVendor());
  await withSdk(dataDir);
  await writeVersion(dataDir, first);
  const begin = async () => {
    const hub = await startHubProcess({ dataDir });
    const api = createApi(hub.url);
    return { hub, api };
  };
  const started = await begin();
  await started.api.signIn();
  const path = `/api/plugins/${pluginId}`;
  const shop: Shop = {
    ...started,
    dataDir,
    vendor,
    write: (files) => writeVersion(dataDir, files),
    connect: (name) => {
      const settings = { vendor: vendor.url, greeting: `hello-${name}` };
      const body = { plugin: pluginId, name, settings, secrets: { token }, allowedPrivateHosts: ['127.0.0.1'] };
      return shop.api.ok('POST', '/api/connections', { body });
    },
    connection: (id) => shop.api.ok('GET', `/api/connections/${id}`),
    plugin: () => shop.api.ok('GET', path),
    upgrade: (version, consent) =>
      shop.api.call('POST', `${path}/upgrade`, { body: { version, ...(consent === undefined ? {} : { consent }) } }),
    rollback: () => shop.api.call('POST', `${path}/rollback`),
    async fetch(id, call = 'any') {
      const body = { input: { cursor: call, limit: 1 } };
      const answer = await shop.api.ok<{ output: { cursor: string } }>(
        'POST',
        `/api/connections/${id}/operations/fetch`,
        { body },
      );
      return answer.output.cursor;
    },
    async again() {
      const { token: signedIn } = shop.api;
      Object.assign(shop, await begin());
      shop.api.token = signedIn;
      if ((await shop.api.call('GET', '/api/auth/me')).status === 401) await shop.api.signIn();
    },
  };
  cleanup.defer(async () => void (await shop.hub.stop()));
  await shop.api.ok('POST', `${path}/enable`, { body: {} });
  await running(shop);
  return shop;
}

export function running(shop: Shop): Promise<PluginView> {
  return eventually(shop.plugin, ({ status }) => status === 'running');
}

/** What a refusal says. @throws Error when it is none */
export function problemOf(answer: Answer): Problem & { readonly details?: Record<string, unknown> } {
  if (answer.status < 400) throw new Error(`It was not refused: ${answer.text}`);
  return answer.json();
}
