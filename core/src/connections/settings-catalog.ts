/** What connections need to know of a plugin. */
export interface PluginSettings {
  /** JSON schema of settings and secrets. The same object as long as it has not changed: it is compiled once. */
  readonly settingsSchema: object;
  readonly settingsVersion: number;
  readonly capabilities: readonly string[];
  /** Of its manifest: hosts it may reach, with `{settings.name}` for the host of an address in a setting. */
  readonly egress: readonly string[];
  /** Id of the move whose settings are being written while the version before still answers. */
  readonly unsettledMove?: string;
}

/** The plugins at hand. */
export interface SettingsCatalog {
  /** Undefined for a plugin that is not installed or cannot be used. */
  get(pluginId: string): PluginSettings | undefined;
  /** Ids of the plugins that have the capability. */
  pluginsWith(capability: string): readonly string[];
}
