export { type CheckReport, type CheckRule, checkRules, type Finding, type RuleResult } from './check-report.ts';
export { checkPluginPackage, type PackageCheckOptions } from './check-plugin-package.ts';
export { unpackForCheck, type UnpackedTarball } from './unpack-for-check.ts';
