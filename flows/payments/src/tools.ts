import { type FlowServices, isStorageError, type Repository } from '@fairlead/core/flow-api';
import type { PaymentEvent } from '@fairlead/sdk';
import { advance, type PaymentChange } from './change/advance.ts';
import { withFollowUps } from './change/follow-ups.ts';
import { createTurns } from './change/in-turn.ts';
import type { PaymentIndex, ProviderRef, UnmatchedEvent, UnmatchedIndex } from './collections.ts';
import type { PaymentState } from './model/payment.ts';
import type { PaymentsSettings } from './settings.ts';

/** What the parts of the flow share. */
export interface PaymentTools {
  readonly services: Pick<
    FlowServices,
    'guard' | 'connections' | 'jobs' | 'incidents' | 'clock' | 'log' | 'publicUrl' | 'signal'
  >;
  readonly settings: PaymentsSettings;
  readonly payments: Repository<PaymentState, PaymentIndex>;
  readonly refs: Repository<ProviderRef>;
  readonly unmatched: Repository<UnmatchedEvent, UnmatchedIndex>;
  /** Takes facts that are not of a payment (subscriptions, payouts). @returns true when nobody else is to take it */
  ownFacts(connectionId: string, event: PaymentEvent): Promise<boolean>;
  /** Takes up the events that waited for the owner of a provider's id, by {@link refId}. Repeating it is harmless. */
  adopt(refId: string): Promise<void>;
  /** Commits a new payment. @throws StorageError `duplicate_key` with `field` `requestKey` */
  create(paymentId: string, state: PaymentChange): Promise<PaymentState>;
  /**
   * Changes a payment: reads, changes, derives, commits; again when somebody else was faster. `change` may run several
   * times; undefined leaves the payment as it is. Calls that follow from it are committed with it, and made soon.
   * @returns as it is then; undefined when there is none
   */
  change(
    paymentId: string,
    change: (state: PaymentState) => PaymentChange | undefined,
  ): Promise<PaymentState | undefined>;
}

export function createTools(
  services: FlowServices,
  given: Pick<PaymentTools, 'payments' | 'refs' | 'unmatched' | 'ownFacts' | 'adopt' | 'settings'>,
): PaymentTools {
  const { clock, event, jobs } = services;
  const { payments, settings } = given;
  const { pausesMs } = settings;
  const inTurn = createTurns();
  /** Who was overtaken too often by others who change the same payment at once waits for a turn. */
  const update: typeof payments.update = async (id, change) => {
    try {
      return await payments.update(id, change);
    } catch (error) {
      if (!isStorageError(error, 'version_conflict')) throw error;
      return inTurn(id, () => payments.update(id, change));
    }
  };
  return {
    ...given,
    services,
    async create(paymentId, after) {
      const { state, events } = advance({ paymentId, before: undefined, after, now: clock.now(), pausesMs, event });
      return (await payments.commit({ id: paymentId, state, events }, 0)).state;
    },
    async change(paymentId, change) {
      let follow: readonly string[] = [];
      const stored = await update(paymentId, (before) => {
        // An earlier run of this whose commit was refused leaves nothing behind.
        follow = [];
        const changed = change(before);
        if (changed === undefined) return undefined;
        const now = clock.now();
        const after = withFollowUps(paymentId, withoutDerived(changed, before), now);
        follow = after.calls.slice(changed.calls.length).map(({ id }) => id);
        return advance({ paymentId, before, after, now, pausesMs, event });
      });
      // A stop before this is made good by the janitor, to whom these calls look interrupted.
      for (const callId of follow) {
        await jobs.enqueue({ name: callJob, key: `${paymentId}-${callId}`, payload: { paymentId, callId } });
      }
      return stored?.state;
    },
  };
}

/** The job that makes a call which follows from something else. */
export const callJob = 'call';

/** What that job carries along. */
export interface CallJob {
  readonly paymentId: string;
  readonly callId: string;
}

/** When the change did not set it itself, the next look is worked out anew. */
function withoutDerived({ watch, ...after }: PaymentChange, before: PaymentState): PaymentChange {
  return watch === undefined || watch === before.watch ? after : { ...after, watch };
}
