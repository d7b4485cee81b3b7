import { secretKeyword, secretNames, wireKeyword } from '@fairlead/sdk';
import type { Ajv } from 'ajv';
import { fault, type PluginFault } from '../plugin-fault.ts';

type Schema = Readonly<Record<string, unknown>>;

/**
 * Whether a file holds settings that the hub can store: an object that takes no other members, with secrets only as
 * members of its own, each a text or a list of texts. The schema is not compiled here; that is for connections.
 */
export function checkSettingsSchema(value: unknown, ajv: Ajv): readonly PluginFault[] {
  if (!isObject(value)) return [invalid('The settings schema is not an object.')];
  const { $schema: _dialect, ...schema } = value;
  if (ajv.validateSchema(schema) !== true) {
    const [error] = ajv.errors ?? [];
    return [invalid(`The settings schema is not a JSON schema: ${error?.message ?? 'invalid'}.`, error?.instancePath)];
  }
  const faults: PluginFault[] = [];
  if (schema['type'] !== 'object') faults.push(invalid('The settings must be an object.', '/type'));
  if (schema['additionalProperties'] !== false) {
    faults.push(invalid('The settings must be closed (additionalProperties: false).', '/additionalProperties'));
  }
  return [...faults, ...checkSecrets(schema)];
}

function checkSecrets(schema: Schema): readonly PluginFault[] {
  const { properties = {}, ...rest } = schema as { readonly properties?: Schema };
  const secrets = new Set(secretNames({ properties }));
  const faults = Object.entries(properties).flatMap(([name, member]) => {
    const path = `/properties/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (secrets.has(name)) {
      return isSecretForm(member) ? [] : [invalid(`The secret “${name}” must be a text or a list of texts.`, path)];
    }
    return mentionsSecret(member) ? [invalid(`The secret inside “${name}” must be a member of its own.`, path)] : [];
  });
  if (mentionsSecret(rest)) faults.push(invalid('Secrets must be members of the settings themselves.'));
  return faults;
}

function isSecretForm(member: unknown): boolean {
  const { type, items, [wireKeyword]: form } = member as Schema;
  if (type === 'string') return form === 'secret';
  return type === 'array' && isObject(items) && items['type'] === 'string' && items[wireKeyword] === 'secret';
}

/** A mark anywhere below, as a keyword or hidden in another one. */
function mentionsSecret(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(
    ([key, member]) =>
      (key === secretKeyword && member !== false) ||
      (key === wireKeyword && member === 'secret') ||
      mentionsSecret(member),
  );
}

function isObject(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function invalid(message: string, path?: string): PluginFault {
  return fault('settings_invalid', message, path === '' ? undefined : path);
}
