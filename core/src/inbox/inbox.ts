import type { Clock, Logger } from '@fairlead/sdk';
import type { InboxBacklog, InboxItem, InboxListOptions, InboxStore, Page } from '../storage/index.ts';
import type { VaultHandle } from '../vault/index.ts';
import { createInboxWorker, dispatch, type InboxHandler, leaseMs } from './dispatch.ts';
import { createInvalidCounts } from './invalid-counts.ts';
import { type Arrival, type InboxAnswer, type ReceiveDependencies, receive } from './receive.ts';
import { createSealedRequests } from './sealed-requests.ts';
import { verifyLater } from './verify-later.ts';

export interface InboxOptions
  extends Omit<
    ReceiveDependencies,
    'invalid' | 'sealed' | 'unverifiedQuota' | 'claimForMs' | 'stored' | 'storedUnverified' | 'store' | 'clock'
  > {
  readonly clock: Clock;
  readonly log: Logger;
  readonly store: InboxStore;
  /** What is to be done with verified events. Resolving means done for good. */
  readonly handler: InboxHandler;
  /** `vault.for('webhook')`: seals what waits for verification. */
  readonly vault: VaultHandle;
  /** Default 1,000. */
  readonly unverifiedQuota?: number;
}

/** Incoming webhooks: received, made durable, acknowledged, dispatched; every one can be read and replayed. */
export interface Inbox {
  /**
   * An answer means that all events are durable.
   * @throws HubError `not_found`, `webhook_not_believed`, `webhook_malformed`, `invalid_request`, `unavailable` (send it again)
   */
  receive(connectionId: string, arrival: Arrival): Promise<InboxAnswer>;
  /** Begins to dispatch, with what is left from before. */
  start(): Promise<void>;
  /** Something changed that may let waiting requests be verified (a key, a plugin, a connection). */
  retryUnverified(): void;
  list(options: InboxListOptions): Promise<Page<InboxItem>>;
  get(id: string): Promise<InboxItem | undefined>;
  /** Dispatches an item again, whatever became of it. False when there is nothing to dispatch (unverified, forged, unknown). */
  replay(id: string): Promise<boolean>;
  backlog(connectionId: string): Promise<InboxBacklog>;
  /** Requests not believed: within ten minutes, and since the start by reason. */
  invalid(connectionId: string): { readonly recent: number; readonly total: Readonly<Record<string, number>> };
  /** Resolves when nothing is being dispatched. */
  idle(): Promise<void>;
  dispose(): Promise<void>;
}

export function createInbox(options: InboxOptions): Inbox {
  const { clock, log, store, handler } = options;
  const invalid = createInvalidCounts(clock);
  let started = false;
  const dependencies: ReceiveDependencies = {
    ...options,
    invalid,
    sealed: createSealedRequests(options.vault),
    unverifiedQuota: options.unverifiedQuota ?? 1_000,
    claimForMs: () => (started && dispatcher.hasRoom() ? leaseMs : undefined),
    stored: (claimed) => {
      if (claimed.length > 0) dispatcher.take(claimed);
      else dispatcher.wake();
    },
    storedUnverified: () => verifier.wake(),
  };
  const dispatcher = createInboxWorker({
    clock,
    log,
    store,
    verified: true,
    work: (items) => dispatch(handler, items, () => clock.now()),
  });
  const verifier = createInboxWorker({
    clock,
    log,
    store,
    verified: false,
    work: (items) => verifyLater(dependencies, items),
  });
  return {
    receive: (connectionId, arrival) => receive(dependencies, connectionId, arrival),
    async start() {
      await store.releaseClaims(clock.now());
      started = true;
      dispatcher.wake();
      verifier.wake();
    },
    retryUnverified() {
      if (started) verifier.wake();
    },
    list: (listOptions) => store.list(listOptions),
    get: (id) => store.get(id),
    async replay(id) {
      const due = await store.requeue(id, clock.now());
      if (due) dispatcher.wake();
      return due;
    },
    backlog: (connectionId) => store.backlog(connectionId),
    invalid: (connectionId) => ({ recent: invalid.recent(connectionId), total: invalid.total(connectionId) }),
    async idle() {
      await verifier.idle();
      await dispatcher.idle();
    },
    async dispose() {
      await Promise.all([dispatcher.stop(), verifier.stop()]);
    },
  };
}
