import { pluginIdPattern } from '@fairlead/sdk';

/** What `create-plugin` can make, and what the ids of such plugins begin with. */
export const kinds = { 'payment-gateway': 'gateway', channel: 'channel', 'ai-provider': 'ai' } as const;
export type CapabilityId = keyof typeof kinds;
export const capabilityIds = Object.keys(kinds) as readonly CapabilityId[];

/** SPDX names, and `UNLICENSED` for a package that is nobody else's to use. */
export const licences = ['Apache-2.0', 'MIT', 'UNLICENSED'] as const;
export type Licence = (typeof licences)[number];

/** Everything that the new package is made of. */
export interface PluginChoices {
  readonly capability: CapabilityId;
  readonly id: string;
  /** As people write it. */
  readonly vendor: string;
  readonly packageName: string;
  readonly licence: Licence;
  /** Who holds the rights, for a licence that names them. */
  readonly holder: string;
}

/** Each says what is wrong with a value, in words that follow its name; undefined when nothing is. */
export const faultOf = {
  capability: (text: string) => oneOf(text, capabilityIds),
  licence: (text: string) => oneOf(text, licences),
  id: (text: string) =>
    new RegExp(pluginIdPattern).test(text) && text.length <= 64
      ? undefined
      : 'must be <kind>-<vendor> in lower case, such as gateway-acme, with at most 64 characters',
  // It stands in Markdown and in comments as it is.
  vendor: (text: string) =>
    /^[\p{L}\p{N}][\p{L}\p{N}\p{M} .,&+’'-]{0,59}$/u.test(text)
      ? undefined
      : 'must begin with a letter or a digit and may hold letters, digits, spaces and . , & + ’ - alone, 60 in all',
  packageName: (text: string) =>
    /^(@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/.test(text) && text.length <= 214
      ? undefined
      : 'must be a package name, such as fairlead-gateway-acme or @acme/fairlead-gateway',
} as const;

/** `Crédit Mutuel & Co.` → `credit-mutuel-co`: a part of an id and of a host name. `vendor` when nothing is left. */
export function slugOf(vendor: string): string {
  const plain = vendor.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '') || 'vendor';
}

function oneOf(text: string, known: readonly string[]): string | undefined {
  return known.includes(text) ? undefined : `must be one of ${known.join(', ')}`;
}
