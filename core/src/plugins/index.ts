export * from './check/index.ts';
export { createPluginRegistry, type PluginRegistryOptions } from './create-plugin-registry.ts';
export { createPluginDiscovery, type DiscoveryOptions, type PluginDiscovery } from './discovery/discover-plugins.ts';
export { type PluginPlaces } from './discovery/find-packages.ts';
export { sourceCondition } from './discovery/inspect-package.ts';
export { conditionsOf, packageEntry } from './discovery/package-entry.ts';
export { createInlineHost, type InlineHostOptions } from './host/inline-host.ts';
export type {
  ConnectionServices,
  HostedPlugin,
  PluginHost,
  PluginPermissions,
  PluginUsage,
  RunningPlugin,
  ServeSpec,
  StartablePackage,
  StartOptions,
  WatchableCall,
} from './host/plugin-host.ts';
export { createProcessHost, type ProcessHostOptions } from './host/process/process-host.ts';
export { createSecretHandles } from './host/secret-handles.ts';
export * from './install/index.ts';
export { defaultRestartPolicy, type RestartPolicy } from './lifecycle/restart-policy.ts';
export { type PluginAggregate, pluginCollection, releaseActor } from './plugin-collection.ts';
export { type PluginFault, type PluginFaultCode, PluginStartError } from './plugin-fault.ts';
export {
  type HostKind,
  type PluginAgreement,
  type PluginExit,
  type PluginIcon,
  type PluginRecord,
  type PluginSource,
  type PluginState,
  reasonOf,
} from './plugin-record.ts';
export type { PluginRegistry } from './plugin-registry.ts';
export type { PluginVersions, StartedVersion } from './plugin-versions.ts';
export * from './usage/index.ts';
export { readSdkVersion } from './sdk-version.ts';
export {
  type MovedConnection,
  type MoveOptions,
  SettingsMoveError,
  type SettingsMoves,
  type SettingsTarget,
} from './upgrade/settings-moves.ts';
export {
  isUnderWay,
  type MoveReason,
  type MoveStep,
  moveSteps,
  neededFor,
  type PluginMove,
} from './upgrade/plugin-move.ts';
export type { PluginAsks } from './upgrade/plugin-asks.ts';
export {
  createPluginUpgrades,
  type PluginUpgrades,
  type PluginUpgradesOptions,
  type UpgradeOptions,
} from './upgrade/plugin-upgrades.ts';
export type { Difference, UpgradeDifferences } from './upgrade/upgrade-differences.ts';
export type { TriedConnection, UpgradePorts } from './upgrade/upgrade-ports.ts';
export { defaultWatchPolicy, type WatchPolicy } from './upgrade/version-watch.ts';
