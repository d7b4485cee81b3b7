import { createHash } from 'node:crypto';
import { secretNames } from '@fairlead/sdk';
import { HubError } from '../../errors/index.ts';
import type { IdentifiedPackage } from '../discovery/assign-ids.ts';
import type { PluginAgreement } from '../plugin-record.ts';

/** What a version of a plugin wants beyond answering calls, each list sorted. */
export interface PluginAsks {
  /** Names of the manifest's `permissions`. */
  readonly permissions: readonly string[];
  /** Hosts it wants to reach. */
  readonly egress: readonly string[];
  /** Names of the secrets that its connections hold. */
  readonly secrets: readonly string[];
}

/** What is agreed to by its digest: the asks, and whose they are. */
export interface AskedFor extends PluginAsks {
  readonly id: string;
  readonly packageName: string;
  readonly source: string;
  readonly version: string;
}

type AskingPackage = Pick<
  IdentifiedPackage,
  'id' | 'packageName' | 'source' | 'version' | 'manifest' | 'settingsSchema'
>;

export function asksOf({ id, packageName, source, version, manifest, settingsSchema }: AskingPackage): AskedFor {
  return {
    id,
    packageName,
    source,
    version,
    permissions: Object.keys(manifest?.permissions ?? {}).toSorted(),
    egress: (manifest?.egress ?? []).toSorted(),
    secrets: secretNames(settingsSchema ?? {}).toSorted(),
  };
}

/** The same for the same asks, and for nothing else. */
export function digestOf(shown: object): string {
  return createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 22);
}

export interface ConsentOptions {
  readonly plugin: IdentifiedPackage;
  readonly agreed: PluginAgreement | undefined;
  /** As the admin gave it. */
  readonly consent: string | undefined;
  /** The package and source that the id was enabled for, where this is another. */
  readonly boundTo?: { readonly packageName: string; readonly source: string } | undefined;
  readonly by: string;
  readonly at: string;
}

/**
 * What is agreed to by enabling a plugin: undefined when nothing is asked for that was not agreed to before.
 * @throws HubError `consent_required` when it has to be agreed to and was not
 */
export function agreementFor(options: ConsentOptions): PluginAgreement | undefined {
  const { plugin, agreed, consent, boundTo, by, at } = options;
  // What comes with the hub was agreed to with the hub.
  if (plugin.source === 'release' && boundTo === undefined) return undefined;
  const asks = asksOf(plugin);
  const before = new Set(boundTo === undefined ? Object.keys(agreed?.permissions ?? {}) : []);
  const isCovered = asks.permissions.every((name) => before.has(name));
  if (isCovered && boundTo === undefined) return undefined;
  const digest = digestOf({ ...asks, boundTo: boundTo ?? null });
  if (consent === digest) {
    return { permissions: plugin.manifest?.permissions ?? {}, digest, version: plugin.version, at, by };
  }
  const why = boundTo === undefined ? wantsMore(asks) : isAnother(asks, boundTo);
  const hint = consent === undefined ? '' : ' What was agreed to is not what it asks for now.';
  throw new HubError('consent_required', {
    detail: `${why}${hint}`,
    details: { consent: digest, asks, ...(boundTo === undefined ? {} : { boundTo: { ...boundTo } }) },
  });
}

function wantsMore({ id, permissions }: AskedFor): string {
  return `The plugin “${id}” asks for ${permissions.join(', ')}: agree to what it asks for.`;
}

function isAnother({ id, packageName, source }: AskedFor, before: { packageName: string; source: string }): string {
  return `“${id}” was enabled for ${before.packageName} (${before.source}); this is ${packageName} (${source}). Agree to it, and enter the secrets of its connections anew.`;
}
