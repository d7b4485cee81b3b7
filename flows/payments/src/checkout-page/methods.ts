import { hashOf } from '../collections.ts';
import { moneyOf, toStored, type StoredMoney } from '../model/stored.ts';
import { chargeFor, totalFor } from '../routing/charge.ts';
import type { Gateway } from '../routing/choose.ts';
import { openAttempt, type StageParts } from './stage.ts';

/** A way of paying, as the payer sees it. */
export interface Method {
  /** What the form sends: tells one from another, and nothing about the hub. */
  readonly key: string;
  readonly label: string;
  /** What it costs the payer on top; undefined for nothing. What it costs the merchant is not for them. */
  readonly charge: StoredMoney | undefined;
  readonly total: StoredMoney;
  /** A checkout is open there. */
  readonly begun: boolean;
}

/** @param token the payment's, so that keys of two payments have nothing in common */
export function methodKey(token: string, connectionId: string): string {
  return hashOf(token, connectionId).slice(0, 22);
}

export function methodOf(parts: StageParts, { connection, terms }: Gateway): Method {
  const { intent, checkoutToken } = parts.state;
  const amount = moneyOf(intent.amount);
  const open = openAttempt(parts, connection.id);
  // An open checkout asks for what it was opened with, whatever the rates are now.
  const paidBy = open?.chargePaidBy ?? terms.chargePaidBy;
  const charge = open?.charge ?? toStored(chargeFor(amount, terms));
  return {
    key: methodKey(checkoutToken, connection.id),
    label: terms.label ?? connection.name,
    charge: paidBy === 'customer' && charge.amountMinor !== '0' ? charge : undefined,
    total: open?.asked ?? toStored(totalFor(amount, terms)),
    begun: open !== undefined,
  };
}
