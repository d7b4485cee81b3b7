import type { WebhookRequest } from '@fairlead/sdk';
import type { Context } from '../settings.ts';
import { verifyApiKey } from './api-key.ts';
import { verifyHmac } from './hmac-signature.ts';
import { verifyStandardWebhooks } from './standard-webhooks.ts';
import { invalid, type Verdict } from './verdict.ts';

/** Whether a request comes from somebody who has one of the secrets. Looks at the raw bytes. */
export function verifyRequest(
  { settings, clock }: Pick<Context, 'settings' | 'clock'>,
  request: WebhookRequest,
): Verdict {
  const { scheme, webhookSecrets: secrets = [], toleranceSeconds, hmac, apiKey } = settings;
  if (secrets.length === 0) return invalid('foreign', 'No secret is set for this connection.');
  // A request that had to wait for its verification is as old as it was when it came.
  const nowMs = request.receivedAt === undefined ? clock.now() : Date.parse(request.receivedAt);
  switch (scheme) {
    case 'standard-webhooks':
      return verifyStandardWebhooks(request, { secrets, toleranceSeconds, nowMs });
    case 'hmac':
      return verifyHmac(request, { secrets, hmac, toleranceSeconds, nowMs });
    case 'api-key':
      return verifyApiKey(request, { secrets, apiKey });
  }
}
