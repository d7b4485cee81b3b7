import { createHash } from 'node:crypto';
import type { Call, KeyValueState, Money, PaymentFact } from '@fairlead/sdk';
import { decimalOf } from '../decimals.ts';
import { needed, unreadable } from '../map-errors.ts';
import { declined, optional, type PayoutAnswer, type PayoutRequest } from '../provider.ts';
import { idAt, integerAt } from '../reading.ts';
import type { Context } from '../settings.ts';
import type { LegacyClient } from './client.ts';
import { declineReasonOf } from './map-errors.ts';

/** What the hub asked for; a notification of a withdrawal tells the coins alone. */
interface MadePayout {
  readonly reference: string;
  readonly amount: Money;
}

export interface PayoutMemory {
  remember(id: string, payout: MadePayout): Promise<void>;
  recall(id: string): Promise<MadePayout | undefined>;
}

const slots = 512;
const perSlot = 64;

/**
 * In a fixed number of places of state, the newest 64 in each: about 30,000 payouts, of which none is open that long. Two
 * payouts that are noted in one place at the same moment may lose one; its notifications then change nothing.
 */
export function payoutMemory(state: KeyValueState): PayoutMemory {
  const placeOf = (id: string) =>
    `payouts:${Number.parseInt(createHash('sha256').update(id).digest('hex').slice(0, 8), 16) % slots}`;
  const read = async (place: string): Promise<readonly string[][]> => {
    const kept = await state.get(place);
    return Array.isArray(kept) ? (kept as string[][]) : [];
  };
  return {
    async remember(id, { reference, amount }) {
      const kept = await read(placeOf(id));
      const entry = [id, reference, amount.amountMinor.toString(), amount.currency];
      await state.put(placeOf(id), [...kept.slice(1 - perSlot), entry]);
    },
    async recall(id) {
      const entry = (await read(placeOf(id))).findLast(([known]) => known === id);
      const [, reference, amountMinor, currency] = entry ?? [];
      if (reference === undefined || amountMinor === undefined || currency === undefined) return undefined;
      return { reference, amount: { amountMinor: BigInt(amountMinor), currency } };
    },
  };
}

/** An address, and after `?tag=` the destination tag or memo of coins that have one. */
const destinationForm = /^([A-Za-z0-9:._-]{10,200})(?:\?tag=([A-Za-z0-9]{1,64}))?$/;

/**
 * Sends coins worth an amount: `create_withdrawal` with `currency2`, which CoinPayments converts by its rate. Unless the
 * account says otherwise a person confirms each by e-mail. There is no key by which a repeat would be recognised.
 * Source: https://www.coinpayments.net/apidoc-create-withdrawal
 */
export function payoutMaker({ settings, webhookUrl, log }: Context, client: LegacyClient, memory: PayoutMemory) {
  return async (input: PayoutRequest, call: Call): Promise<PayoutAnswer> => {
    const currency = needed(settings.payoutCurrency, 'payoutCurrency');
    const { reference, amount, destination, description } = input;
    const [, address, tag] = destinationForm.exec(destination) ?? [];
    if (address === undefined) {
      return declined('invalid_method', 'destination_invalid', 'Give an address, or <address>?tag=<destination tag>.');
    }
    const decimal = decimalOf(amount);
    if (decimal === undefined || amount.amountMinor <= 0n) {
      return declined('other', 'amount_invalid', 'A payout needs an amount above zero in a currency of ISO 4217.');
    }
    const fields = {
      amount: decimal,
      currency,
      currency2: amount.currency,
      address,
      ...optional('dest_tag', tag),
      ipn_url: webhookUrl,
      note: (description === undefined ? reference : `${reference} ${description}`).slice(0, 255),
    };
    const { result, refused } = await client.run('create_withdrawal', fields as Record<string, string>, call);
    if (refused !== undefined) return declined(declineReasonOf(refused), 'create_withdrawal', refused);
    const id = idAt(result, 'id');
    if (id === undefined) throw unreadable('id');
    // The coins are on their way: what goes wrong now must not look as if they were not.
    await memory.remember(id, { reference, amount }).catch((error: unknown) => {
      log.error('A payout was made and could not be noted down; its notifications will not be recognised.', {
        id,
        reference,
        error: String(error),
      });
    });
    return { outcome: integerAt(result, 'status') === sent ? 'succeeded' : 'pending', movementRef: id, amount };
  };
}

/** 0 waits for the confirmation by e-mail, 1 is pending. */
const sent = 2;

/** Below 0 failed or cancelled, 2 sent: https://www.coinpayments.net/merchant-tools-ipn */
export function payoutFact(id: string, status: number, made: MadePayout, statusText: string | undefined): PaymentFact {
  return {
    fact: 'payout',
    payoutRef: id,
    reference: made.reference,
    amount: made.amount,
    status: status < 0 ? 'failed' : status >= sent ? 'succeeded' : 'pending',
    ...(status < 0 ? optional('reason', statusText?.slice(0, 500)) : {}),
  };
}
