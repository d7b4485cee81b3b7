import { type Call, type CredentialTest, FairleadError, hasCode } from '@fairlead/sdk';
import type { Context, StripeClient } from './client.ts';
import { idOf, type Json, objectAt, textAt } from './reading.ts';

/**
 * Asks for the account, or, where a restricted key may not see it, for the balance. A key that may see neither is still
 * known to be good: Stripe answers 403 to a key that it recognises and 401 to one it does not.
 * Source: https://docs.stripe.com/keys
 */
export function credentialTester({ settings }: Context, client: StripeClient) {
  return async (call: Call): Promise<CredentialTest> => {
    const key = settings.apiKey.reveal();
    if (key.startsWith('pk_')) {
      throw new FairleadError('credentials_invalid', {
        message: 'This is the publishable key. Enter the secret key or a restricted one (sk_… or rk_…).',
      });
    }
    const warnings = settings.webhookSecrets?.length ? [] : ['No signing secret is entered, so webhooks are refused.'];
    const account = await permitted(client.read(call, (stripe) => stripe.accounts.retrieveCurrent()));
    if (account !== undefined) return ofAccount(account, key, warnings);
    const balance = await permitted(client.read(call, (stripe) => stripe.balance.retrieve()));
    warnings.push('The restricted key may not read the account, so its name is not known.');
    return { account: { id: 'restricted-key' }, mode: modeOf(key, balance), warnings };
  };
}

async function permitted(asking: Promise<Json>): Promise<Json | undefined> {
  try {
    return await asking;
  } catch (error) {
    if (hasCode(error, 'permission_missing')) return undefined;
    throw error;
  }
}

function ofAccount(account: Json, key: string, warnings: string[]): CredentialTest {
  const id = idOf(account);
  if (id === undefined) throw new FairleadError('answer_unreadable');
  if (account['charges_enabled'] === false) {
    warnings.push('Stripe does not let this account take payments yet; complete its details in the dashboard.');
  }
  const label =
    textAt(objectAt(objectAt(account, 'settings'), 'dashboard'), 'display_name') ??
    textAt(objectAt(account, 'business_profile'), 'name');
  return {
    account: { id, ...(label === undefined ? {} : { label: label.slice(0, 255) }) },
    mode: modeOf(key, undefined),
    ...(warnings.length === 0 ? {} : { warnings }),
  };
}

function modeOf(key: string, balance: Json | undefined): CredentialTest['mode'] {
  const livemode = balance?.['livemode'];
  if (typeof livemode === 'boolean') return livemode ? 'live' : 'test';
  if (/^[sr]k_live_/.test(key)) return 'live';
  return /^[sr]k_test_/.test(key) ? 'test' : 'unknown';
}
