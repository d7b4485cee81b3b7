import { defineSettings, type PluginContext, secretSetting, type SettingsOf } from '@fairlead/sdk';
import { Type } from 'typebox';

/** Types, validation, the form in the dashboard and what is secret: all of it comes from here. */
export const settings = defineSettings(
  Type.Object(
    {
      apiBase: Type.String({
        title: 'Address of the API',
        description: 'Change it only to use the vendor’s sandbox.',
        pattern: '^https?://[^\\s]+$',
        maxLength: 2_048,
        default: 'https://api.acme.example',
      }),
      apiKey: secretSetting({ title: 'API key', description: 'From the vendor’s page “Developers”.' }),
    },
    { additionalProperties: false },
  ),
);

export type Settings = SettingsOf<typeof settings>;
export type Context = PluginContext<Settings>;
