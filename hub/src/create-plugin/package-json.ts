import type { PluginChoices } from './plugin-choices.ts';
import type { Surroundings } from './surroundings.ts';
import { sdkVersion } from './surroundings.ts';

type Json = Readonly<Record<string, unknown>>;

interface TemplatePackage extends Json {
  readonly fairlead: Json;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** package.json of a new plugin, made of its template's. */
export function packageJsonOf(template: Json, choices: PluginChoices, surroundings: Surroundings): Json {
  const { private: _private, scripts, ...rest } = template as TemplatePackage;
  const { id, vendor, packageName, licence } = choices;
  const text = (value: unknown) => String(value).replaceAll('Acme', vendor);
  const common = {
    ...rest,
    name: packageName,
    description: text(template['description']),
    license: licence,
    fairlead: {
      ...rest.fairlead,
      id,
      displayName: vendor,
      description: text(rest.fairlead['description']),
      sdk: `^${sdkVersion()}`,
    },
  };
  if (surroundings.kind === 'outside') {
    const dependencies = { ...rest.dependencies, '@fairlead/sdk': surroundings.sdk };
    return { ...common, scripts, dependencies };
  }
  // The workspace has the scripts, one list of versions, and the tools.
  return {
    ...common,
    dependencies: { '@fairlead/sdk': 'workspace:^', typebox: 'catalog:' },
    devDependencies: { vitest: 'catalog:' },
  };
}
