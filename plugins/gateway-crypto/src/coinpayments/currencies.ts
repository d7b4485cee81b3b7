import { type Call, type Clock, isFairleadError } from '@fairlead/sdk';
import { beforehand } from '../map-errors.ts';
import { asObject, idAt, integerAt, textAt } from '../reading.ts';
import type { CoinPaymentsClient } from './client.ts';

export interface FiatCurrency {
  /** CoinPayments’ number for it: 5057 is USD. */
  readonly id: string;
  /** Of its smallest unit, in which webhooks tell amounts. */
  readonly decimals: number;
}

const keptForMs = 86_400_000;

/**
 * CoinPayments’ numbers of currencies, by the code of ISO 4217. Asked for once a day and connection: the list is long and
 * hardly changes. Source: https://docs.coinpayments.net/#operation/listPlatformSupportedCurrencies
 */
export function fiatCurrencies(client: CoinPaymentsClient, clock: Clock) {
  let kept: { readonly bySymbol: ReadonlyMap<string, FiatCurrency>; readonly untilMs: number } | undefined;
  return async (symbol: string, call: Call): Promise<FiatCurrency | undefined> => {
    if (kept === undefined || clock.monotonic() >= kept.untilMs) {
      try {
        kept = {
          bySymbol: await beforehand(call, (asking) => load(client, asking)),
          untilMs: clock.monotonic() + keptForMs,
        };
      } catch (error) {
        // Yesterday's list is better than none.
        if (kept === undefined || !isFairleadError(error, 'unavailable', 'rate_limited')) throw error;
      }
    }
    return kept.bySymbol.get(symbol);
  };
}

async function load(client: CoinPaymentsClient, call: Call): Promise<ReadonlyMap<string, FiatCurrency>> {
  const list = await client.get('/v1/currencies?types=fiat', call);
  const found = (Array.isArray(list) ? list : []).map(asObject).flatMap((entry) => {
    const symbol = textAt(entry, 'symbol');
    const id = idAt(entry, 'id');
    const decimals = integerAt(entry, 'decimalPlaces');
    const fits = decimals !== undefined && decimals >= 0 && decimals <= 18 && textAt(entry, 'type') !== 'crypto';
    return symbol === undefined || id === undefined || !fits ? [] : [[symbol, { id, decimals }] as const];
  });
  return new Map(found);
}
