import { defineSettings, type PluginContext, secretSetting, type SettingsOf } from '@fairlead/sdk';
import { Type } from 'typebox';

export const settings = defineSettings(
  Type.Object(
    {
      clientId: secretSetting({
        title: 'Client ID',
        description: 'PayPal Developer Dashboard, Apps & Credentials, your app. Sandbox and Live have one each.',
      }),
      clientSecret: secretSetting({
        title: 'Secret',
        description: 'On the same page, “Secret key 1” or “Secret key 2”. Shown once it is unfolded.',
      }),
      environment: Type.Enum(['live', 'sandbox'], {
        title: 'Environment',
        description: 'Which of the two the client ID belongs to. The sandbox moves no money.',
        default: 'live',
      }),
      apiBase: Type.Optional(
        Type.String({
          title: 'Address of the API',
          description: 'Only given to talk to a local stand-in for PayPal. Otherwise the environment decides.',
          pattern: '^https?://[^\\s/?#@]+(/[^\\s?#]*)?$',
          maxLength: 2_048,
        }),
      ),
      webhookId: Type.Optional(
        Type.String({
          title: 'Webhook ID',
          description:
            'Shown beside the webhook in the app’s settings after you added it. Without it webhooks are refused.',
          pattern: '^[A-Za-z0-9]+$',
          maxLength: 50,
        }),
      ),
      verification: Type.Enum(['certificate', 'postback'], {
        title: 'How webhooks are verified',
        description:
          'By the certificate that PayPal signs with (no request for most webhooks), or by asking PayPal about each one.',
        default: 'certificate',
      }),
    },
    { additionalProperties: false },
  ),
);

/** What the plugin gets for one connection. */
export type Context = PluginContext<SettingsOf<typeof settings>>;
