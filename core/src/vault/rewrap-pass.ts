import type { EnvelopeHolder, HeldRecord, RewrapOutcome } from './envelope-holder.ts';
import type { RotationFailure } from './rotation-record.ts';
import type { HeldEnvelope, Vault } from './vault.ts';
import { VaultError } from './vault-error.ts';

export interface PassOptions {
  readonly holders: readonly EnvelopeHolder[];
  readonly vault: Pick<Vault, 'rewrap'>;
  readonly targetKeyId: string;
  /** Documents written together, so that they share a flush to disk. */
  readonly batchSize: number;
  /** Asked before each batch. */
  readonly stopped: () => boolean;
  /** Told after each batch how many envelopes are new under the target key. */
  readonly progress: (rewrapped: number, failures: readonly RotationFailure[]) => Promise<void>;
}

/** Goes once over all documents. @returns what changed under its hands and has to be met again */
export async function rewrapPass(options: PassOptions): Promise<readonly RotationFailure[]> {
  const missed: RotationFailure[] = [];
  for (const holder of options.holders) {
    for await (const batch of batches(stale(holder, options.targetKeyId), options.batchSize)) {
      if (options.stopped()) return missed;
      const results = await Promise.all(batch.map(async (record) => rewrapRecord(holder, record, options)));
      missed.push(...results.flatMap((result) => result.missed));
      await options.progress(
        results.reduce((sum, { rewrapped }) => sum + rewrapped, 0),
        results.flatMap((result) => result.failures),
      );
    }
  }
  return missed;
}

interface RecordResult {
  readonly rewrapped: number;
  readonly failures: readonly RotationFailure[];
  readonly missed: readonly RotationFailure[];
}

async function rewrapRecord(holder: EnvelopeHolder, record: HeldRecord, options: PassOptions): Promise<RecordResult> {
  const { vault, targetKeyId } = options;
  const fresh = new Map<string, HeldEnvelope>();
  const failures: RotationFailure[] = [];
  for (const held of record.envelopes) {
    if (held.envelope.keyId === targetKeyId) continue;
    try {
      fresh.set(keyOf(held), { place: held.place, envelope: vault.rewrap(held) });
    } catch (error) {
      if (!(error instanceof VaultError)) throw error;
      failures.push(failure(holder, held, error.code));
    }
  }
  if (fresh.size === 0) return { rewrapped: 0, failures, missed: [] };
  const outcome: RewrapOutcome = await holder.rewrap(
    record,
    (held) => fresh.get(keyOf(held))?.envelope ?? held.envelope,
  );
  if (outcome !== 'changed') return { rewrapped: outcome === 'done' ? fresh.size : 0, failures, missed: [] };
  const stillStale = record.envelopes.filter(({ envelope }) => envelope.keyId !== targetKeyId);
  return { rewrapped: 0, failures: [], missed: stillStale.map((held) => failure(holder, held, 'changed')) };
}

export function failure(holder: EnvelopeHolder, { place, envelope }: HeldEnvelope, code: string): RotationFailure {
  return { holder: holder.name, recordId: place.recordId, field: place.field, keyId: envelope.keyId, code };
}

const keyOf = ({ place }: HeldEnvelope): string =>
  JSON.stringify([place.purpose, place.recordId, place.field, place.version]);

async function* stale(holder: EnvelopeHolder, targetKeyId: string): AsyncIterable<HeldRecord> {
  for await (const record of holder.scan()) {
    if (record.envelopes.some(({ envelope }) => envelope.keyId !== targetKeyId)) yield record;
  }
}

async function* batches<Item>(items: AsyncIterable<Item>, size: number): AsyncIterable<readonly Item[]> {
  let batch: Item[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
