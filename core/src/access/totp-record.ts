import { defineCollection, type Repository, type Storage } from '../storage/index.ts';
import { type Envelope, type EnvelopeHolder, repositoryHolder } from '../vault/index.ts';
import type { CodeFailures } from './totp-failures.ts';

interface Sealed {
  /** The secret of the authenticator. */
  readonly envelope: Envelope;
  /** Of the secret; one more with each that is begun, so that an earlier envelope does not open as a later one. */
  readonly secretVersion: number;
}

/** Counts from the code that confirmed it on. */
export interface TotpOn extends Sealed {
  readonly status: 'on';
  /** ISO 8601, UTC. */
  readonly since: string;
  /** Time step of the last code that was taken. Codes of it and of earlier ones are used up. */
  readonly lastStep: number;
  /** SHA-256 of the recovery codes that are left, hex. */
  readonly recoveryHashes: readonly string[];
  readonly failures: CodeFailures;
}

/** A secret was shown; nobody is asked for codes yet. */
export interface TotpBegun extends Sealed {
  readonly status: 'begun';
  readonly begunAtMs: number;
}

export interface TotpOff {
  readonly status: 'off';
  readonly secretVersion: number;
}

export type TotpRecord = TotpOff | TotpBegun | TotpOn;

const totpIndex = { status: 'string' } as const;
export type TotpRecords = Repository<TotpRecord, typeof totpIndex>;

/** One for each user who ever began; its id is the user's. */
export const totpRecords = defineCollection({
  name: 'totp',
  index: totpIndex,
  project: ({ status }: TotpRecord) => ({ status }),
});

export const totpPlace = (userId: string, version: number) => ({ recordId: userId, field: 'secret', version });

/** For the rotation of master keys. */
export function totpHolder(storage: Storage): EnvelopeHolder {
  const held = (id: string, { envelope, secretVersion }: Sealed) => ({
    place: { ...totpPlace(id, secretVersion), purpose: 'totp' },
    envelope,
  });
  return repositoryHolder<TotpRecord>({
    name: totpRecords.name,
    repository: storage.repository(totpRecords),
    envelopesOf: (id, state) => (state.status === 'off' ? [] : [held(id, state)]),
    replace: (id, state, change) => (state.status === 'off' ? state : { ...state, envelope: change(held(id, state)) }),
  });
}
