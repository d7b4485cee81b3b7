export { createPluginInstaller, type PluginInstallerOptions } from './create-plugin-installer.ts';
export { createPackageInspector, type PackageInspectorOptions } from './inspect-for-install.ts';
export { type InstallFaultCode, installFaults } from './install-fault.ts';
export {
  type Installation,
  type InstallationState,
  type InstallProgress,
  type InstallResult,
  installationsCollection,
} from './installation.ts';
export { type InstalledPackage, installedPackagesCollection, type PackageOrigin } from './installed-package.ts';
export { defaultInstallLimits, type InstallLimits } from './limits.ts';
export type { InstallRequest, PackageCheck, PluginInstaller } from './plugin-installer.ts';
export { createPluginKeys, type PluginKey, type PluginKeys, pluginKeysCollection } from './plugin-keys.ts';
export type { RegistryOptions } from './registry-calls.ts';
export type { PluginUses } from './remove-plugin.ts';
export { requireSignatures, type RequireSignaturesOptions } from './require-signatures.ts';
export { makeSigningKey, type PackageSignature, type SigningKeyPair, signPackage } from './signature.ts';
