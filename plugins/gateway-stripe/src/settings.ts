import { defineSettings, secretListSetting, secretSetting } from '@fairlead/sdk';
import { Type } from 'typebox';

/** The version of the API that the installed `stripe` package was made for; a test keeps the two equal. */
export const pinnedApiVersion = '2026-10-28.endive';

export const settings = defineSettings(
  Type.Object(
    {
      apiKey: secretSetting({
        title: 'Secret or restricted key',
        description:
          'Stripe Dashboard, Developers, API keys. Begins with sk_ or rk_; sk_test_ and rk_test_ move no money.',
      }),
      webhookSecrets: Type.Optional(
        secretListSetting({
          title: 'Signing secrets of the webhook endpoint',
          description:
            'Stripe Dashboard, Developers, Webhooks, your endpoint, Signing secret. Begins with whsec_. While a secret is rolled, keep both; the first is current.',
        }),
      ),
      apiBase: Type.String({
        title: 'Address of the API',
        description: 'Only changed to talk to a local stand-in for Stripe.',
        pattern: '^https?://[^\\s/?#@]+(/[^\\s?#]*)?$',
        maxLength: 2_048,
        default: 'https://api.stripe.com',
      }),
      apiVersion: Type.String({
        title: 'Version of the API',
        description: 'Sent with every request. The default is the one this plugin was tested with.',
        pattern: '^\\d{4}-\\d{2}-\\d{2}(\\.[a-z]+)?$',
        maxLength: 64,
        default: pinnedApiVersion,
      }),
    },
    { additionalProperties: false },
  ),
);
