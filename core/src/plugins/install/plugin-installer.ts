import type { Page } from '../../storage/index.ts';
import type { InstalledPackage } from './installed-package.ts';
import type { Installation } from './installation.ts';

export interface InstallRequest {
  /** `name@1.2.3` of the registry, an https address of a tarball, or the absolute path of a tarball or folder. */
  readonly spec: string;
  /** Base64: of the tarball, by one of this hub's signing keys. Default: the `.sig` file beside a tarball, else none. */
  readonly signature?: string | undefined;
  /** Uses a folder where it lies, for development. Default false: it is copied. */
  readonly link?: boolean | undefined;
}

/** What a check of an installed version found. */
export interface PackageCheck {
  readonly packageName: string;
  readonly version: string;
  /** `unknown`: it was linked, so nothing is known of what its files should be. */
  readonly outcome: 'intact' | 'changed' | 'unknown';
  /** `name@version` of each package whose files are not those that were installed. */
  readonly changed: readonly string[];
}

/**
 * Brings plugins into the hub's own plugin folder and takes them away, while the hub runs. No code of a package is run.
 * What was installed is listed as `discovered`, or as another version of a plugin that is there.
 */
export interface PluginInstaller {
  /** Tidies up after a hub that was killed. Call it before plugins are looked for. Repeating it is harmless. */
  recover(): Promise<void>;
  /**
   * Begins an installation; installations take turns. Resolves when it is written down. The same request while the first
   * is under way answers with the first; what is installed already is left as it is.
   * @param by id of the actor
   * @throws HubError `invalid_request` naming `/spec`; `unavailable` when the hub stops
   */
  install(request: InstallRequest, by: string): Promise<Installation>;
  /** @throws HubError `not_found` */
  installation(id: string): Promise<Installation>;
  /** In order of their beginning. */
  installations(page: { readonly limit: number; readonly cursor?: string | undefined }): Promise<Page<Installation>>;
  /** Resolves when it has ended, well or not. @throws HubError `not_found` */
  ended(id: string): Promise<Installation>;
  /** What is remembered of the versions of a plugin that were installed here and are there. */
  versions(pluginId: string): Promise<readonly InstalledPackage[]>;
  /** Compares the files of all installed versions, or those of one plugin, with what was installed. */
  check(pluginId?: string): Promise<readonly PackageCheck[]>;
  /**
   * Takes away one version of a plugin, or all of it. Refused while it runs or a connection needs it.
   * @param by id of the actor
   * @throws HubError `not_found`, `conflict` saying who uses it, `plugin_unavailable` when it is not the hub's to remove
   */
  remove(request: { readonly plugin: string; readonly version?: string | undefined }, by: string): Promise<void>;
  /** Ends what is under way, and undoes it. */
  dispose(): Promise<void>;
}
