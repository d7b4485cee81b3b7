import { type Clock, newId, timestamp } from '@fairlead/sdk';
import { HubError } from '../errors/index.ts';
import type { Repository } from '../storage/index.ts';
import type { EnvelopeHolder } from './envelope-holder.ts';
import type { KeyRegister } from './key-register.ts';
import type { KeyRing } from './key-ring.ts';
import { failure, rewrapPass } from './rewrap-pass.ts';
import { mostFailures, type RotationFailure, type RotationRecord } from './rotation-record.ts';
import type { HeldEnvelope, Vault } from './vault.ts';
import { VaultError } from './vault-error.ts';

export interface RotationProgress extends RotationRecord {
  readonly id: string;
}

export interface Verification {
  readonly opened: number;
  readonly failed: readonly RotationFailure[];
}

/**
 * Moves everything to the active master key: add a key to the register, `start`, wait for `finished`, `verify`, `retire`
 * the old one. Only data keys are wrapped anew; the ciphertexts stay. Reading and writing go on meanwhile.
 */
export interface Rotation {
  /** Do this at start, before `resume`. @throws TypeError for a name that is taken */
  registerHolder(holder: EnvelopeHolder): void;
  /**
   * Begins in the background, or returns the one under way to the same key.
   * @throws VaultError `key_missing`, `key_wrong` of the active key
   */
  start(): Promise<RotationProgress>;
  /** Goes on with what a stop or kill of the process left unfinished. Undefined when there is nothing. */
  resume(): Promise<RotationProgress | undefined>;
  /** Of the latest rotation, as stored after its last batch. */
  progress(): Promise<RotationProgress | undefined>;
  /** Resolves when nothing runs in this process. */
  idle(): Promise<void>;
  /** Opens every envelope of every holder. */
  verify(): Promise<Verification>;
  /** How many envelopes each key wraps. */
  usage(): Promise<ReadonlyMap<string, number>>;
  /**
   * Gives up a key for good. Take it out of the environment or key file afterwards.
   * @throws VaultError `key_in_use` saying how many envelopes need it, `key_missing` for one never seen
   * @throws HubError `conflict` for the active key
   */
  retire(keyId: string): Promise<void>;
  /** Stops after the present batch; `resume` goes on. */
  dispose(): Promise<void>;
}

export interface RotationOptions {
  readonly vault: Pick<Vault, 'rewrap' | 'verify'>;
  readonly keyRing: KeyRing;
  readonly register: Pick<KeyRegister, 'retire'>;
  readonly repository: Repository<RotationRecord>;
  readonly clock: Clock;
  /** A failure of the storage: the rotation stands still until it is started or resumed again. */
  readonly onError: (error: unknown) => void;
  /** Documents written together. Default 50. */
  readonly batchSize?: number;
}

const mostPasses = 5;

export function createRotation(options: RotationOptions): Rotation {
  const { vault, keyRing, register, repository, clock } = options;
  const holders = new Map<string, EnvelopeHolder>();
  let disposed = false;
  let running: { readonly targetKeyId: string; readonly finished: Promise<void> } | undefined;

  async function* everything(): AsyncIterable<{ holder: EnvelopeHolder; held: HeldEnvelope }> {
    for (const holder of holders.values()) {
      for await (const record of holder.scan()) {
        for (const held of record.envelopes) yield { holder, held };
      }
    }
  }

  const usage = async () => {
    const counts = new Map<string, number>();
    for await (const { held } of everything()) {
      counts.set(held.envelope.keyId, (counts.get(held.envelope.keyId) ?? 0) + 1);
    }
    return counts;
  };

  const latest = async (): Promise<RotationProgress | undefined> => {
    const { items } = await repository.list({ order: { field: 'startedAt', direction: 'descending' }, limit: 1 });
    const [stored] = items;
    return stored === undefined ? undefined : { id: stored.id, ...stored.state };
  };

  const change = async (id: string, values: (state: RotationRecord) => Partial<RotationRecord>): Promise<void> => {
    await repository.update(id, (state) =>
      state.state === 'running' ? { state: { ...state, ...values(state) } } : undefined,
    );
  };

  const run = async (id: string, targetKeyId: string): Promise<void> => {
    const counts = await usage();
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    await change(id, () => ({ total, done: counts.get(targetKeyId) ?? 0, failed: [], failedCount: 0 }));
    const failures = new Map<string, RotationFailure>();
    const stopped = () => disposed || keyRing.activeId !== targetKeyId;
    const save = async (rewrapped: number) =>
      change(id, ({ done }) => ({
        done: done + rewrapped,
        failed: [...failures.values()].slice(0, mostFailures),
        failedCount: failures.size,
      }));
    const progress = async (rewrapped: number, found: readonly RotationFailure[]) => {
      for (const item of found) failures.set(JSON.stringify([item.holder, item.recordId, item.field]), item);
      await save(rewrapped);
    };
    const pass = {
      holders: [...holders.values()],
      vault,
      targetKeyId,
      batchSize: options.batchSize ?? 50,
      stopped,
      progress,
    };
    let missed = await rewrapPass(pass);
    for (let passes = 1; missed.length > 0 && passes < mostPasses && !stopped(); passes++)
      missed = await rewrapPass(pass);
    if (disposed) return;
    if (stopped()) return change(id, () => ({ state: 'stopped', finishedAt: timestamp(clock) }));
    await progress(0, missed);
    await change(id, () => ({ state: 'finished', finishedAt: timestamp(clock) }));
  };

  const launch = (id: string, targetKeyId: string): void => {
    const finished = run(id, targetKeyId)
      .catch(options.onError)
      .finally(() => {
        running = undefined;
      });
    running = { targetKeyId, finished };
  };

  const begin = async (targetKeyId: string): Promise<RotationProgress> => {
    const record: RotationRecord = {
      state: 'running',
      targetKeyId,
      total: 0,
      done: 0,
      failed: [],
      failedCount: 0,
      startedAt: timestamp(clock),
    };
    const { id } = await repository.commit({ id: newId(clock.now()), state: record }, 0);
    launch(id, targetKeyId);
    return { id, ...record };
  };

  const resume = async (): Promise<RotationProgress | undefined> => {
    const last = await latest();
    if (last?.state !== 'running' || disposed) return undefined;
    if (running !== undefined) return last;
    if (last.targetKeyId === keyRing.activeId) {
      launch(last.id, last.targetKeyId);
      return last;
    }
    await change(last.id, () => ({ state: 'stopped', finishedAt: timestamp(clock) }));
    return undefined;
  };

  let starting: Promise<RotationProgress> | undefined;
  const start = async (): Promise<RotationProgress> => {
    const { id: targetKeyId } = keyRing.active();
    // One to an earlier key notices at its next batch that it is no longer wanted.
    if (running !== undefined && running.targetKeyId !== targetKeyId) await running.finished;
    return (await resume()) ?? begin(targetKeyId);
  };

  return {
    registerHolder(holder) {
      if (holders.has(holder.name)) throw new TypeError(`A holder “${holder.name}” is already registered.`);
      holders.set(holder.name, holder);
    },
    start() {
      starting ??= start().finally(() => {
        starting = undefined;
      });
      return starting;
    },
    resume,
    progress: latest,
    idle: async () => running?.finished,
    async verify() {
      let opened = 0;
      const failed: RotationFailure[] = [];
      for await (const { holder, held } of everything()) {
        try {
          vault.verify(held);
          opened++;
        } catch (error) {
          if (!(error instanceof VaultError)) throw error;
          failed.push(failure(holder, held, error.code));
        }
      }
      return { opened, failed };
    },
    usage,
    async retire(keyId) {
      if (keyId === keyRing.activeId) {
        throw new HubError('conflict', {
          detail: `“${keyId}” is the active master key. Add another one and rotate first.`,
        });
      }
      const count = (await usage()).get(keyId) ?? 0;
      if (count > 0) {
        const detail = `${count} stored ${count === 1 ? 'secret still needs' : 'secrets still need'} the master key “${keyId}”. Rotate first.`;
        throw new VaultError('key_in_use', { keyId, detail });
      }
      await register.retire(keyId);
    },
    async dispose() {
      disposed = true;
      await running?.finished;
    },
  };
}
