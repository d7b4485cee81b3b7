import { defineSettings, secretListSetting, secretSetting, type SettingsOf } from '@fairlead/sdk';
import { Type } from 'typebox';

export const settings = defineSettings(
  Type.Object(
    {
      apiBase: Type.String({
        title: 'Address of the provider',
        description: 'The `url` that the sandbox provider prints when it is ready.',
        pattern: '^https?://[^\\s]+$',
        maxLength: 2_048,
        default: 'http://127.0.0.1:4010',
      }),
      apiKey: secretSetting({
        title: 'API key',
        description: 'The `apiKey` that the sandbox provider prints when it is ready.',
      }),
      webhookSecrets: secretListSetting({
        title: 'Signing secrets of webhooks',
        description: 'The `webhookSecrets` that the provider prints. The first is current; any of them verifies.',
      }),
      confirmation: Type.Enum(['automatic', 'required'], {
        title: 'Confirmation',
        description:
          '`required`: what the customer presses “Pay” for is only approved, and charged when the hub confirms it, as at PayPal. `automatic`: it is charged at once.',
        default: 'automatic',
      }),
    },
    { additionalProperties: false },
  ),
);

export type SandboxSettings = SettingsOf<typeof settings>;
