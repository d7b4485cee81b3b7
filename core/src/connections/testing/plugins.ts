import { bigint, closedObject, defineSettings, httpUrl, secretListSetting, secretSetting } from '@fairlead/sdk';
import { Type } from 'typebox';
import type { PluginSettings } from '../index.ts';

const gatewaySettings = defineSettings(
  closedObject({
    apiBase: Type.String({ ...httpUrl(), title: 'Address', default: 'https://api.example.com' }),
    mode: Type.Optional(Type.Enum(['test', 'live'])),
    limit: Type.Optional(bigint()),
    labels: Type.Optional(Type.Record(Type.String(), Type.String())),
    retry: Type.Optional(
      closedObject({ times: Type.Integer({ minimum: 0, default: 3 }), note: Type.Optional(Type.String()) }),
    ),
    apiKey: secretSetting({ title: 'Key' }),
    password: Type.Optional(secretSetting({ title: 'Password' })),
    webhookSecrets: Type.Optional(secretListSetting({ title: 'Signing secrets', maxItems: 3 })),
  }),
);

const plugin = (
  settingsSchema: object,
  capabilities: readonly string[],
  egress: readonly string[] = [],
): PluginSettings => ({
  settingsSchema: JSON.parse(
    JSON.stringify({ $schema: 'http://json-schema.org/draft-07/schema#', $id: 'settings', ...settingsSchema }),
  ) as object,
  settingsVersion: 1,
  capabilities,
  egress,
});

/** Schemas as they are read from a plugin's file. */
export const plugins: ReadonlyMap<string, PluginSettings> = new Map([
  ['gateway-acme', plugin(gatewaySettings, ['payment-gateway'], ['api.example.com', '{settings.apiBase}'])],
  ['gateway-anywhere', plugin(gatewaySettings, ['payment-gateway'], ['*'])],
  ['channel-acme', plugin(defineSettings(closedObject({ url: httpUrl() })), ['channel'])],
  ['gateway-broken', plugin({ type: 'object', properties: { a: { type: 'nonsense' } } }, ['payment-gateway'])],
]);
