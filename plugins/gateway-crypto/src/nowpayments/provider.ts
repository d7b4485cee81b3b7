import { createHash } from 'node:crypto';
import { needed, unreadable } from '../map-errors.ts';
import type { CryptoProvider } from '../provider.ts';
import type { Context } from '../settings.ts';
import { createCheckout } from './checkout.ts';
import { nowPaymentsClient } from './client.ts';
import { ipnReceiver } from './ipn.ts';
import { getStatus } from './status.ts';

/**
 * NOWPayments: invoices on its own page, notifications, polls. Payouts are not offered: each needs a code of the account’s
 * second factor within an hour, and an address on a list that NOWPayments keeps.
 */
export function nowPaymentsProvider(context: Context): CryptoProvider {
  const client = nowPaymentsClient(context);
  return {
    createCheckout: (input, call) => createCheckout(context, client, input, call),
    getStatus: (input, call) => getStatus(context, client, input, call),
    receive: ipnReceiver(context),
    async testCredentials(call) {
      const { body, refused } = await client.get('/merchant/coins', call);
      if (refused !== undefined || (!Object.hasOwn(body, 'selectedCurrencies') && !Object.hasOwn(body, 'currencies'))) {
        throw unreadable('currencies');
      }
      const { settings } = context;
      const warnings = [
        ...(settings.ipnSecrets?.length ? [] : ['No IPN secret is entered, so notifications are refused.']),
        ...(settings.accountEmail === undefined || settings.accountPassword === undefined
          ? ['Without accountEmail and accountPassword lost notifications cannot be made up for by polls.']
          : []),
      ];
      return {
        // NOWPayments has no call that names the account. A part of the key’s hash tells two keys apart and gives none away.
        account: { id: `key-${fingerprint(needed(settings.apiKey, 'apiKey').reveal())}` },
        mode: settings.apiBase?.includes('sandbox') === true ? 'test' : 'live',
        ...(warnings.length === 0 ? {} : { warnings }),
      };
    },
  };
}

function fingerprint(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 12);
}
