export type {
  Call,
  FetchAnswer,
  FetchOptions,
  HttpClient,
  KeyValueState,
  LogFields,
  Logger,
  PluginContext,
  StoredSecrets,
  StreamAnswer,
  StreamOptions,
} from './context.ts';
export {
  type Capabilities,
  definePlugin,
  type Handler,
  type Implementation,
  isPlugin,
  type Plugin,
  type SettingsMigration,
  type StoredSettings,
  type SubscriptionItem,
} from './define-plugin.ts';
export { type Manifest, manifestSchema, pluginIdPattern } from './manifest.ts';
export {
  defineSettings,
  type SettingsOf,
  type SettingsSchema,
  secretKeyword,
  secretListSetting,
  secretNames,
  secretSetting,
} from './settings.ts';
