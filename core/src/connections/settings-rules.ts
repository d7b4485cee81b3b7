import { compileCodec, secretKeyword, secretNames, wireKeyword } from '@fairlead/sdk';
import type { ErrorObject, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { HubError, type RequestFault } from '../errors/index.ts';
import type { JsonObject } from '../storage/index.ts';
import { isJsonObject, plainJson, pointer } from './plain-json.ts';

/** Bytes of all settings of a connection as JSON. */
export const largestSettings = 262_144;

const mostFaults = 50;

/** The rules of one plugin's settings schema, compiled. */
export interface SettingsRules {
  /** In the schema's order. */
  readonly secrets: ReadonlyMap<string, SecretRule>;
  /** Plain settings with defaults filled in, or what is wrong, by paths that begin with `/settings`. */
  check(settings: unknown): { readonly settings: JsonObject; readonly faults: readonly RequestFault[] };
  /** Checked settings in the form that code sees. */
  decode(settings: JsonObject): { readonly [name: string]: unknown };
}

export interface SecretRule {
  readonly list: boolean;
  readonly required: boolean;
  /** Of a list; default 1,000. */
  readonly maxItems: number;
  readonly minItems: number;
  /** Checks the value (of a list: all of its values); paths begin with `path`. */
  check(value: unknown, path: string): readonly RequestFault[];
  /** Checks one value of a list. */
  checkItem(value: unknown, path: string): readonly RequestFault[];
}

type Schema = { readonly [keyword: string]: unknown };

/** @throws HubError `plugin_unavailable` for a schema that cannot be compiled */
export function compileSettings(pluginId: string, schema: object): SettingsRules {
  try {
    return compile(schema as Schema);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new HubError('plugin_unavailable', {
      detail: `The settings schema of “${pluginId}” cannot be used: ${reason}.`,
      cause,
    });
  }
}

function compile(schema: Schema): SettingsRules {
  const ajv = new Ajv2020({
    allErrors: true,
    useDefaults: true,
    strict: true,
    allowUnionTypes: true,
    strictRequired: false,
  });
  addFormats.default(ajv);
  ajv.addVocabulary([wireKeyword, secretKeyword]);
  const names = secretNames(schema);
  const plain = withoutSecrets(schema, names);
  const validate = ajv.compile(plain);
  const codec = compileCodec(plain, noHandles);
  const secrets = new Map(names.map((name) => [name, secretRule(ajv, schema, name)]));
  return {
    secrets,
    check: (settings) => checkSettings(settings, secrets, validate),
    decode: (settings) => codec.decode(settings) as { [name: string]: unknown },
  };
}

/** Secrets are top-level members and checked apart, so that settings can change while secrets cannot be opened. */
function withoutSecrets({ $schema: _dialect, $id: _id, ...schema }: Schema, names: readonly string[]): Schema {
  const required = Array.isArray(schema['required']) ? (schema['required'] as unknown[]) : [];
  const properties = Object.entries((schema['properties'] ?? {}) as Schema).filter(([name]) => !names.includes(name));
  return {
    ...schema,
    properties: Object.fromEntries(properties),
    required: required.filter((name) => !names.includes(name as string)),
  };
}

const noHandles = {
  toHandle: () => refuse(),
  fromHandle: () => refuse(),
};

function refuse(): never {
  throw new TypeError('Secrets are not part of plain settings.');
}

function secretRule(ajv: Ajv2020, schema: Schema, name: string): SecretRule {
  const member = (schema['properties'] as Schema)[name] as Schema;
  const list = member['type'] === 'array';
  const validate = ajv.compile(member);
  const validateItem = list ? ajv.compile(member['items'] as object) : validate;
  const check = (validator: ValidateFunction) => (value: unknown, path: string) =>
    validator(value) ? [] : faultsOf(validator.errors ?? [], path);
  return {
    list,
    required: Array.isArray(schema['required']) && schema['required'].includes(name),
    maxItems: typeof member['maxItems'] === 'number' ? member['maxItems'] : 1_000,
    minItems: typeof member['minItems'] === 'number' ? member['minItems'] : 0,
    check: check(validate),
    checkItem: check(validateItem),
  };
}

function checkSettings(input: unknown, secrets: ReadonlyMap<string, SecretRule>, validate: ValidateFunction) {
  const { value, faults } = plainJson(input, '/settings');
  if (faults.length > 0) return { settings: {}, faults: faults.slice(0, mostFaults) };
  if (!isJsonObject(value)) return { settings: {}, faults: [{ path: '/settings', message: 'must be an object' }] };
  if (Buffer.byteLength(JSON.stringify(value)) > largestSettings) {
    return {
      settings: {},
      faults: [{ path: '/settings', message: `must not have more than ${largestSettings} bytes` }],
    };
  }
  const misplaced = misplacedSecrets(value, secrets);
  const settings = Object.fromEntries(Object.entries(value).filter(([name]) => !secrets.has(name)));
  const found = validate(settings) ? [] : faultsOf(validate.errors ?? [], '/settings');
  return { settings, faults: [...misplaced, ...found] };
}

/** Secrets given as settings would be stored as they are. */
export function misplacedSecrets(settings: JsonObject, secrets: ReadonlyMap<string, SecretRule>): RequestFault[] {
  return Object.keys(settings)
    .filter((name) => secrets.has(name))
    .map((name) => ({ path: pointer('/settings', name), message: 'is a secret: give it in “secrets”' }));
}

function faultsOf(errors: readonly ErrorObject[], path: string): RequestFault[] {
  return errors.slice(0, mostFaults).map((error) => faultOf(error, `${path}${error.instancePath}`));
}

/** Ajv's messages name limits and types, never the value. */
function faultOf({ keyword, params, message = 'is not valid' }: ErrorObject, path: string): RequestFault {
  const given = params as { [name: string]: unknown };
  switch (keyword) {
    case 'required':
      return { path: pointer(path, String(given['missingProperty'])), message: 'is required' };
    case 'additionalProperties':
      return { path: pointer(path, String(given['additionalProperty'])), message: 'is not known' };
    case 'enum':
      return { path, message: `must be one of ${JSON.stringify(given['allowedValues'])}` };
    case 'const':
      return { path, message: `must be ${JSON.stringify(given['allowedValue'])}` };
    default:
      return { path, message };
  }
}
