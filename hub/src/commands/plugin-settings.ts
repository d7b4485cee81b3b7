import { CommandError, usageError } from './command-error.ts';
import type { HubClient } from '../client/hub-client.ts';
import { namedValue, type SecretField } from './secret-input.ts';

interface SettingSchema {
  readonly type?: string;
  readonly title?: string;
  readonly items?: object;
  readonly 'x-fairlead-secret'?: boolean;
}

/** What a plugin's settings schema says that the command line needs to know. */
export interface PluginSettings {
  readonly secrets: readonly SecretField[];
  readonly properties: Readonly<Record<string, SettingSchema>>;
}

export async function pluginSettings(hub: HubClient, plugin: string): Promise<PluginSettings> {
  const found = await hub.get<{
    settingsSchema?: { properties?: Readonly<Record<string, SettingSchema>>; required?: readonly string[] };
  }>(`/api/plugins/${encodeURIComponent(plugin)}`);
  if (found.settingsSchema === undefined) {
    throw new CommandError(
      `The plugin ${plugin} cannot be used: its settings cannot be read. See “fairlead plugins list”.`,
    );
  }
  const { properties = {}, required = [] } = found.settingsSchema;
  const secrets = Object.entries(properties).filter(([, schema]) => isSecret(schema));
  return {
    properties,
    secrets: secrets.map(([name, { title = name, type }]) => ({
      name,
      title,
      list: type === 'array',
      required: required.includes(name),
    })),
  };
}

function isSecret(schema: SettingSchema): boolean {
  return schema['x-fairlead-secret'] === true;
}

/** `name=value` of the command line as JSON of the types that the schema asks for. @throws CommandError for a secret */
export function settingsOf(given: readonly string[], { properties, secrets }: PluginSettings) {
  const settings: Record<string, unknown> = {};
  for (const text of given) {
    const { name, value } = namedValue(text, '--setting');
    if (secrets.some((secret) => secret.name === name)) {
      throw usageError(
        `“${name}” is a secret, and what stands on the command line everybody on this machine can see. Use --secret-file ${name}=<path>, and make a new ${name}: this one has been seen.`,
      );
    }
    settings[name] = properties[name]?.type === 'string' ? value : jsonOr(value);
  }
  return settings;
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Then it is the text itself that is meant; the hub says if that does not fit.
    return text;
  }
}
