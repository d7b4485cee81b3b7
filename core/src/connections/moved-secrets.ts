import type { VaultHandle } from '../vault/index.ts';
import { placeOf, type SecretSlots } from './connection.ts';
import type { SecretRule } from './settings-rules.ts';

interface Moving {
  readonly connectionId: string;
  readonly vault: Pick<VaultHandle, 'open' | 'seal'>;
  /** Of the version that it goes to: secrets that it does not know are left behind. */
  readonly rules: ReadonlyMap<string, SecretRule>;
  /** Old to new. */
  readonly renamed: Readonly<Record<string, string>>;
}

/** Secrets under the names that another version has for them. A name is bound into the envelope, so they are sealed anew. */
export function movedSecrets(secrets: SecretSlots, { connectionId, vault, rules, renamed }: Moving): SecretSlots {
  const slots = Object.entries(secrets).map(([before, slot]): [string, SecretSlots[string]] => {
    const name = Object.hasOwn(renamed, before) ? (renamed[before] ?? before) : before;
    if (name === before) return [name, slot];
    const envelopes = slot.envelopes.map((sealed) => {
      const secret = vault.open(placeOf(connectionId, before, sealed), sealed.envelope);
      return { ...sealed, envelope: vault.seal(placeOf(connectionId, name, sealed), secret) };
    });
    return [name, { ...slot, envelopes }];
  });
  return Object.fromEntries(slots.filter(([name]) => rules.has(name)));
}

/** Names that the secrets will have, without a look at any. */
export function movedNames(
  secrets: SecretSlots,
  { rules, renamed }: Pick<Moving, 'rules' | 'renamed'>,
): readonly string[] {
  return Object.keys(secrets)
    .map((name) => (Object.hasOwn(renamed, name) ? (renamed[name] ?? name) : name))
    .filter((name) => rules.has(name));
}
