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
    },
    { additionalProperties: false },
  ),
);

export type SandboxSettings = SettingsOf<typeof settings>;
