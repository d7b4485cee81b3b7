import { type Call, type CredentialTest, FairleadError, isFairleadError } from '@fairlead/sdk';
import type { PayPalClient } from './client.ts';
import type { Context } from './settings.ts';
import { paymentEventTypes } from './event-facts.ts';
import { type Json, objectsAt, textAt } from './reading.ts';

/**
 * Asks for a token, which names the app, and looks at the webhook as PayPal has it.
 * Source: https://developer.paypal.com/docs/api/webhooks/v1/#webhooks_get
 */
export function credentialTester({ settings, webhookUrl }: Context, client: PayPalClient) {
  return async (call: Call): Promise<CredentialTest> => {
    const { answer } = await client.tokens.request(call);
    const app = textAt(answer, 'app_id');
    if (app === undefined) throw new FairleadError('answer_unreadable');
    const warnings = await webhookWarnings(settings.webhookId, webhookUrl, client, call);
    return {
      account: { id: app.slice(0, 255) },
      mode: settings.environment === 'live' ? 'live' : 'test',
      ...(warnings.length === 0 ? {} : { warnings }),
    };
  };
}

async function webhookWarnings(
  webhookId: string | undefined,
  webhookUrl: string,
  client: PayPalClient,
  call: Call,
): Promise<string[]> {
  if (webhookId === undefined) return ['No webhook ID is entered, so webhooks are refused.'];
  let webhook: Json;
  try {
    webhook = await client.read(call, `/v1/notifications/webhooks/${webhookId}`);
  } catch (error) {
    // The credentials are good, and that is what was asked. A caller that gave up is another matter.
    if (!isFairleadError(error) || call.signal.aborted) throw error;
    return [`The webhook ${webhookId} could not be looked at: ${error.message}`.slice(0, 500)];
  }
  return [...addressWarning(webhook, webhookUrl), ...eventWarning(webhook)];
}

function addressWarning(webhook: Json, webhookUrl: string): string[] {
  const url = textAt(webhook, 'url');
  if (url === undefined || url === webhookUrl) return [];
  return ['PayPal sends the events of this webhook to another address than this connection’s.'];
}

function eventWarning(webhook: Json): string[] {
  const chosen = new Set(objectsAt(webhook, 'event_types').map((each) => textAt(each, 'name')));
  if (chosen.size === 0 || chosen.has('*')) return [];
  const missing = paymentEventTypes.filter((name) => needed.has(name) && !chosen.has(name));
  return missing.length === 0 ? [] : [`The webhook is not subscribed to ${missing.join(', ')}.`.slice(0, 500)];
}

/** Without these a payment is known later than it could be. The others depend on what is used. */
const needed: ReadonlySet<string> = new Set([
  'CHECKOUT.ORDER.APPROVED',
  'PAYMENT.AUTHORIZATION.VOIDED',
  'PAYMENT.CAPTURE.PENDING',
  'PAYMENT.CAPTURE.COMPLETED',
  'PAYMENT.CAPTURE.DENIED',
  'PAYMENT.CAPTURE.REFUNDED',
  'PAYMENT.CAPTURE.REVERSED',
  'CUSTOMER.DISPUTE.CREATED',
  'CUSTOMER.DISPUTE.UPDATED',
  'CUSTOMER.DISPUTE.RESOLVED',
]);
