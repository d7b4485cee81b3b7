import { type FlowServices, isStorageError, type Repository } from '@fairlead/core/flow-api';
import type { PaymentState } from '../model/payment.ts';
import type { Gateways } from '../routing/gateways.ts';
import type { PaymentTools } from '../tools.ts';
import { dueAt } from './due.ts';
import { subscriptionDrafts } from './events.ts';
import { nothingKnown } from './known.ts';
import { standingAt } from './standing.ts';
import {
  defaultSubscriptionSettings,
  type SubscriptionIndex,
  type SubscriptionSettings,
  subscriptionSettingsId,
  type SubscriptionState,
} from './subscription.ts';

type Derived = 'status' | 'currentPeriodEnd' | 'dueAt';
/** A subscription before its standing was derived. */
export type SubscriptionChange = Omit<SubscriptionState, Derived> & Partial<Pick<SubscriptionState, Derived>>;

/** What the parts that deal with subscriptions share. */
export interface Subscriptions {
  readonly tools: PaymentTools;
  readonly gateways: Gateways;
  readonly repository: Repository<SubscriptionState, SubscriptionIndex>;
  readonly settings: Repository<SubscriptionSettings>;
  /** Provider's ids whose waiting events are being taken up in this process. */
  readonly adopting: Set<string>;
  /** Makes the subscription that a payment begins, unless it is there. @returns it; undefined when it begins none */
  ensure(paymentId: string, payment: PaymentState): Promise<SubscriptionState | undefined>;
  /**
   * Changes a subscription, derives how it stands now, and commits both with the events that tell of it. `change` may run
   * several times; what it leaves as it was is still derived anew. @returns as it is then; undefined when there is none
   */
  change(id: string, change: (state: SubscriptionState) => SubscriptionChange): Promise<SubscriptionState | undefined>;
}

export interface SubscriptionParts extends Pick<Subscriptions, 'tools' | 'gateways' | 'repository' | 'settings'> {
  readonly event: FlowServices['event'];
}

export function createSubscriptions({ event, ...parts }: SubscriptionParts): Subscriptions {
  const { tools, repository } = parts;
  const { clock, publicUrl } = tools.services;
  const derive = (
    id: string,
    before: SubscriptionState | undefined,
    after: SubscriptionChange,
    settings: SubscriptionSettings,
  ) => {
    const nowMs = clock.now();
    const standing = standingAt(after.known, after.terms, nowMs);
    const due = dueAt(id, after, standing, { settings, nowMs });
    const { status, currentPeriodEnd } = standing;
    const state: SubscriptionState = { ...after, status, currentPeriodEnd, dueAt: due };
    const view = before && { state: before, standing: standingBefore(before, nowMs) };
    const events = subscriptionDrafts(id, view, { state, standing }, publicUrl()).map(({ type, data }) =>
      event(type, id, data),
    );
    return { state, events };
  };
  return {
    ...parts,
    adopting: new Set(),
    async ensure(paymentId, payment) {
      const known = await repository.get(paymentId);
      if (known !== undefined) return known.state;
      const begun = beginningOf(payment);
      if (begun === undefined) return undefined;
      try {
        const made = derive(paymentId, undefined, begun, await readSettings(parts));
        return (await repository.commit({ id: paymentId, ...made }, 0)).state;
      } catch (error) {
        if (!isStorageError(error, 'version_conflict') && !isStorageError(error, 'duplicate_key')) throw error;
        return (await repository.get(paymentId))?.state;
      }
    },
    async change(id, change) {
      const settings = await readSettings(parts);
      const stored = await repository.update(id, (before) => {
        const after = change(before);
        const made = derive(id, before, after, settings);
        const same =
          after === before &&
          made.state.status === before.status &&
          made.state.dueAt === before.dueAt &&
          made.state.currentPeriodEnd === before.currentPeriodEnd;
        return same ? undefined : made;
      });
      return stored?.state;
    },
  };
}

/** As it was told of: what time alone has changed since is news. */
function standingBefore(before: SubscriptionState, nowMs: number) {
  return { ...standingAt(before.known, before.terms, nowMs), status: before.status };
}

export async function readSettings({ settings }: Pick<Subscriptions, 'settings'>): Promise<SubscriptionSettings> {
  return (await settings.get(subscriptionSettingsId))?.state ?? defaultSubscriptionSettings;
}

function beginningOf({ intent, createdAt }: PaymentState): SubscriptionChange | undefined {
  const { subscription, amount, reference, description, customer, returnUrl, cancelUrl, metadata, connections } =
    intent;
  if (subscription === null || subscription.of !== null) return undefined;
  const { billing, every, unit, name, graceDays } = subscription;
  return {
    terms: { billing, every, unit, name, graceDays },
    template: { amount, reference, description, customer, returnUrl, cancelUrl, metadata, connections },
    providers: [],
    known: nothingKnown,
    cancels: [],
    closed: [],
    createdAt,
  };
}
