import { type Capability, type Manifest, manifestSchema } from '@fairlead/sdk';
import { checkCapabilities } from '@fairlead/sdk/host';
import { Ajv, type ErrorObject } from 'ajv';
import { satisfies, validRange } from 'semver';
import { fault, type PluginFault } from '../plugin-fault.ts';
import { checkSettingsSchema } from './check-settings-schema.ts';

export interface ManifestChecker {
  /** Every fault of a `fairlead` member that can be told without touching another file. `manifest` when it is well formed. */
  checkManifest(value: unknown): { readonly faults: readonly PluginFault[]; readonly manifest?: Manifest };
  checkSettings(schema: unknown): readonly PluginFault[];
}

export interface ManifestCheckerOptions {
  /** Version of the SDK that this hub runs. */
  readonly sdkVersion: string;
  readonly capabilities: readonly Capability[];
}

const mostFaults = 20;

/** Compiles the manifest's schema once; a check then takes microseconds. */
export function createManifestChecker({ sdkVersion, capabilities }: ManifestCheckerOptions): ManifestChecker {
  const ajv = new Ajv({ allErrors: true, strict: false, logger: false });
  const validate = ajv.compile<Manifest>(manifestSchema);
  return {
    checkManifest(value) {
      if (!validate(value)) return { faults: describe(validate.errors ?? []) };
      const faults = [
        ...checkSdkRange(value.sdk, sdkVersion),
        ...checkCapabilities(value, capabilities).map((message) =>
          fault('capability_unknown', message, '/fairlead/capabilities'),
        ),
      ];
      return { manifest: value, faults: faults.slice(0, mostFaults) };
    },
    checkSettings: (schema) => checkSettingsSchema(schema, ajv).slice(0, mostFaults),
  };
}

function checkSdkRange(range: string, version: string): readonly PluginFault[] {
  const path = '/fairlead/sdk';
  if (validRange(range) === null) return [fault('manifest_invalid', `“${range}” is not a range of versions.`, path)];
  if (satisfies(version, range, { includePrerelease: true })) return [];
  return [fault('sdk_mismatch', `It is made for version ${range} of the SDK; this hub runs ${version}.`, path)];
}

/** Errors of the same place (the variants of a union) are told once. */
function describe(errors: readonly ErrorObject[]): readonly PluginFault[] {
  const byPath = new Map<string, PluginFault>();
  for (const { instancePath, message, params, keyword } of errors) {
    const { additionalProperty, allowedValues } = params as {
      readonly additionalProperty?: string;
      readonly allowedValues?: readonly string[];
    };
    const path = `/fairlead${instancePath}${additionalProperty === undefined ? '' : `/${additionalProperty}`}`;
    const problem =
      additionalProperty !== undefined
        ? 'is not a member of the manifest'
        : keyword === 'enum' && allowedValues !== undefined
          ? `must be one of ${allowedValues.join(', ')}`
          : (message ?? 'is not valid');
    if (!byPath.has(path)) byPath.set(path, fault('manifest_invalid', `${path} ${problem}.`, path));
    if (byPath.size === mostFaults) break;
  }
  return [...byPath.values()];
}
