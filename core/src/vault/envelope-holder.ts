import { isStorageError, type Repository } from '../storage/index.ts';
import type { Envelope } from './envelope.ts';
import type { HeldEnvelope } from './vault.ts';

/** A document with everything that is sealed in it. */
export interface HeldRecord {
  readonly id: string;
  readonly version: number;
  readonly envelopes: readonly HeldEnvelope[];
}

/** `changed`: somebody else wrote the document meanwhile, so nothing was; it is met again on the next pass. */
export type RewrapOutcome = 'done' | 'changed' | 'gone';

/** Whoever stores envelopes. What is not registered with the rotation is lost when its key is retired. */
export interface EnvelopeHolder {
  /** Names it in progress and failures. */
  readonly name: string;
  scan(): AsyncIterable<HeldRecord>;
  /** Puts `change(envelope)` in place of each envelope, if the document is still at `record.version`. */
  rewrap(record: HeldRecord, change: (held: HeldEnvelope) => Envelope): Promise<RewrapOutcome>;
}

/** A holder over a collection. */
export function repositoryHolder<State>(options: {
  readonly name: string;
  readonly repository: Pick<Repository<State>, 'get' | 'commit' | 'scan'>;
  readonly envelopesOf: (id: string, state: State) => readonly HeldEnvelope[];
  /** The state with each envelope replaced. */
  readonly replace: (id: string, state: State, change: (held: HeldEnvelope) => Envelope) => State;
}): EnvelopeHolder {
  const { name, repository, envelopesOf, replace } = options;
  return {
    name,
    async *scan() {
      for await (const { id, version, state } of repository.scan()) {
        const envelopes = envelopesOf(id, state);
        if (envelopes.length > 0) yield { id, version, envelopes };
      }
    },
    async rewrap({ id, version }, change) {
      const stored = await repository.get(id);
      if (stored === undefined) return 'gone';
      if (stored.version !== version) return 'changed';
      try {
        await repository.commit({ ...stored, state: replace(id, stored.state, change) }, version);
        return 'done';
      } catch (error) {
        if (!isStorageError(error, 'version_conflict')) throw error;
        return 'changed';
      }
    },
  };
}
