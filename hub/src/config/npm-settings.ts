import { join } from 'node:path';
import type { RegistryOptions } from '@fairlead/core';

/** What of npm's settings says how a registry is reached. The rest is about npm's own work, and none of the hub's. */
const wanted = new Set([
  'before',
  'ca',
  'cert',
  'fetchRetries',
  'fetchRetryFactor',
  'fetchRetryMaxtimeout',
  'fetchRetryMintimeout',
  'httpsProxy',
  'key',
  'localAddress',
  'maxSockets',
  'minReleaseAge',
  'minReleaseAgeExclude',
  'noProxy',
  'proxy',
  'registry',
  'replaceRegistryHost',
  'strictSSL',
  'timeout',
  'userAgent',
]);

export interface NpmSettingsOptions {
  /** Whose `.npmrc` counts besides that of the user. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Instead of the registry that npm's settings name. */
  readonly registry: string | undefined;
}

/**
 * How registries are reached, read as npm reads it: `npm_config_*`, `.npmrc` of the folder, of the user and of the
 * machine, with registries of scopes, tokens, proxies and certificates. Holds secrets.
 */
export async function readNpmSettings({ folder, environment, registry }: NpmSettingsOptions): Promise<RegistryOptions> {
  // A hub that installs nothing does not load them.
  const [{ default: Config }, { default: npm }] = await Promise.all([
    import('@npmcli/config'),
    import('@npmcli/config/lib/definitions/index.js'),
  ]);
  const { definitions, shorthands, flatten, nerfDarts } = npm;
  const config = new Config({
    definitions,
    shorthands,
    flatten,
    nerfDarts,
    npmPath: join(import.meta.dirname, 'no-npm-here'),
    argv: [],
    // A copy, because it writes into it.
    env: { ...environment },
    cwd: folder,
  });
  await config.load();
  const kept = Object.entries(config.flat).filter(([name]) => wanted.has(name) || isOfRegistry(name));
  return { ...Object.fromEntries(kept), ...(registry === undefined ? {} : { registry }) };
}

/** `@scope:registry`, and `//host/:_authToken` with its kin. */
function isOfRegistry(name: string): boolean {
  return name.startsWith('//') || (name.startsWith('@') && name.endsWith(':registry'));
}
