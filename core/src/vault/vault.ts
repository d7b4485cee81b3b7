import { Secret } from '@fairlead/sdk';
import { type Envelope, openText, type Place, rewrapEnvelope, type SealedPlace, sealText } from './envelope.ts';
import type { KeyRing, KeyState } from './key-ring.ts';
import { type PurposeEntry, vaultPurposes, type VaultPurpose } from './purposes.ts';
import type { Redactor } from './redactor.ts';

/** Seals and opens for one purpose. */
export interface VaultHandle {
  /** @throws VaultError `key_missing`, `key_wrong` (of the active key) */
  seal(place: Place, secret: Secret): Envelope;
  /** @throws VaultError `key_missing`, `key_wrong`, `envelope_damaged` */
  open(place: Place, envelope: Envelope): Secret;
  /** Whether the key of an envelope is at hand, without opening anything. */
  keyState(keyId: string): KeyState;
  /** Forgets the opened values of a record that is gone: they are no longer redacted. */
  forget(recordId: string): void;
}

/** An envelope where it is stored. */
export interface HeldEnvelope {
  readonly place: SealedPlace;
  readonly envelope: Envelope;
}

/** Envelope encryption for listed purposes. It stores nothing, waits for nothing and reads no environment. */
export interface Vault<Purpose extends string = VaultPurpose> {
  /**
   * The handle of a purpose, for its one reader. It is given out once.
   * @throws TypeError the second time, and for a purpose that is not listed
   */
  for(purpose: Purpose): VaultHandle;
  /** The same secret under the active key, without a look at it. @throws VaultError as `open` and `seal` */
  rewrap(held: HeldEnvelope): Envelope;
  /** Opens it and throws the secret away. @throws VaultError as `open` */
  verify(held: HeldEnvelope): void;
}

export interface VaultOptions<Purpose extends string> {
  readonly keyRing: KeyRing;
  /** Default: {@link vaultPurposes}. */
  readonly purposes?: Readonly<Record<Purpose, PurposeEntry>>;
  /** Learns every value that is sealed or opened, unless its purpose says otherwise. */
  readonly redactor?: Redactor;
}

export function createVault<Purpose extends string = VaultPurpose>(options: VaultOptions<Purpose>): Vault<Purpose> {
  const { keyRing, redactor } = options;
  const purposes: Readonly<Record<string, PurposeEntry>> = options.purposes ?? vaultPurposes;
  const taken = new Set<string>();

  const open = ({ place, envelope }: HeldEnvelope) => openText(keyRing.use(envelope.keyId), place, envelope);

  return {
    for(purpose) {
      const entry = Object.hasOwn(purposes, purpose) ? purposes[purpose] : undefined;
      if (entry === undefined) throw new TypeError(`The vault has no purpose “${purpose}”.`);
      if (taken.has(purpose)) throw new TypeError(`The vault’s “${purpose}” was already given to ${entry.reader}.`);
      taken.add(purpose);
      const remember = ({ recordId }: Place, secret: Secret) => {
        if (entry.redacted) redactor?.register(`${purpose}/${recordId}`, secret);
        return secret;
      };
      return {
        seal: (place, secret) => sealText(keyRing.active(), { ...place, purpose }, remember(place, secret).reveal()),
        open: (place, envelope) => remember(place, new Secret(open({ place: { ...place, purpose }, envelope }))),
        keyState: (keyId) => keyRing.state(keyId),
        forget: (recordId) => redactor?.release(`${purpose}/${recordId}`),
      };
    },
    rewrap(held) {
      const to = keyRing.active();
      if (held.envelope.keyId === to.id) return held.envelope;
      return rewrapEnvelope({ from: keyRing.use(held.envelope.keyId), to }, held.place, held.envelope);
    },
    verify(held) {
      open(held);
    },
  };
}
