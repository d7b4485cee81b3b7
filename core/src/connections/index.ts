export {
  type ConnectionIndex,
  type ConnectionState,
  type ConnectionStatus,
  connectionStatuses,
  connectionsCollection,
  type TestResult,
} from './connection.ts';
export type { Connection, CredentialLock, SecretView } from './connection-view.ts';
export { type ConnectionsOptions, type ConnectionsParts, createConnections } from './connections.ts';
export type {
  ChangeOptions,
  ConnectionChange,
  ConnectionFilter,
  ConnectionPatch,
  Connections,
  NewConnection,
} from './connections-contract.ts';
export type { Credentials, Revealed } from './credentials.ts';
export {
  createPluginStore,
  type PluginStateEntry,
  type PluginStateIndex,
  type PluginStore,
  type PluginStoreOptions,
  pluginStateCollection,
  type StoredSecretAudit,
} from './plugin-store.ts';
export type { SecretChange, SecretChanges } from './secret-changes.ts';
export type { PluginSettings, SettingsCatalog } from './settings-catalog.ts';
export { largestSettings } from './settings-rules.ts';
export type { ChangeTry, NewTry, UnsavedConnection, UnsavedConnections } from './unsaved-connections.ts';
