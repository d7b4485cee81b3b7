/** One setting of a plugin, in words. */
export interface Setting {
  readonly name: string;
  readonly title: string;
  readonly description: string | undefined;
  readonly isRequired: boolean;
  readonly isSecret: boolean;
  /** “text”, “1 to 60”, “one of slow, fast”, “hello if nothing is said” */
  readonly rules: readonly string[];
  /** Of an object, or of the objects in a list. */
  readonly inside: readonly Setting[];
}

interface Schema {
  readonly type?: string | readonly string[];
  readonly title?: string;
  readonly description?: string;
  readonly properties?: { readonly [name: string]: Schema };
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly default?: unknown;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly 'x-fairlead-secret'?: boolean;
}

const types: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'yes or no',
  array: 'a list',
  object: 'several parts',
};

export function settingsOf(schema: object): readonly Setting[] {
  const { properties = {}, required = [] } = schema as Schema;
  return Object.entries(properties).map(([name, property]) => ({
    name,
    title: property.title ?? name,
    description: property.description,
    // What has a default is listed there as well, and yet need not be entered.
    isRequired: required.includes(name) && property.default === undefined,
    isSecret: property['x-fairlead-secret'] === true,
    rules: rulesOf(property),
    inside: settingsOf(property.type === 'array' ? (property.items ?? {}) : property),
  }));
}

function rulesOf(schema: Schema): readonly string[] {
  const { minimum, maximum, minLength, maxLength, minItems, maxItems, format, default: usual } = schema;
  return [
    kindOf(schema),
    format === undefined ? undefined : `as ${format}`,
    spanOf(minimum, maximum),
    spanOf(minLength, maxLength, 'characters'),
    spanOf(minItems, maxItems, 'entries'),
    isNothing(usual) ? undefined : `${textOf(usual)} if nothing is said`,
  ].filter((rule) => rule !== undefined);
}

function kindOf({ type, enum: choices, const: only, anyOf = [] }: Schema): string | undefined {
  const values = choices ?? anyOf.flatMap((one) => (one.const === undefined ? [] : [one.const]));
  if (values.length > 0) return `one of ${values.map(textOf).join(', ')}`;
  if (only !== undefined) return textOf(only);
  const names = typeof type === 'string' ? [type] : (type ?? []);
  return names.length === 0 ? undefined : names.map((name) => types[name] ?? name).join(' or ');
}

function spanOf(least: number | undefined, most: number | undefined, unit = ''): string | undefined {
  const of = unit === '' ? '' : ` ${unit}`;
  if (least !== undefined && most !== undefined) return `${least} to ${most}${of}`;
  // One character at least is what “needed” says already.
  if (least !== undefined && !(unit === 'characters' && least <= 1)) return `${least}${of} at least`;
  return most === undefined ? undefined : `${most}${of} at most`;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? `“${value}”` : JSON.stringify(value);
}

/** A default that says nothing to anybody: an empty text, list or object. */
function isNothing(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
