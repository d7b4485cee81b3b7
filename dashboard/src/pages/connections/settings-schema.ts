interface Property {
  readonly title?: string;
  readonly description?: string;
  readonly type?: string;
  readonly maxItems?: number;
  readonly 'x-fairlead-secret'?: boolean;
}

interface Schema {
  readonly properties?: { readonly [name: string]: Property };
  readonly required?: readonly string[];
}

/** A secret as its form shows it: top-level texts and lists of texts, by the plugin contract. */
export interface SecretField {
  readonly name: string;
  readonly title: string;
  readonly description: string | undefined;
  readonly list: boolean;
  readonly required: boolean;
}

/** The settings without their secrets. */
export function openSettings(schema: object): object {
  const { properties = {}, required = [] } = schema as Schema;
  const open = Object.entries(properties).filter(([, property]) => property['x-fairlead-secret'] !== true);
  const names = new Set(open.map(([name]) => name));
  return { ...schema, properties: Object.fromEntries(open), required: required.filter((name) => names.has(name)) };
}

export function secretFields(schema: object): readonly SecretField[] {
  const { properties = {}, required = [] } = schema as Schema;
  return Object.entries(properties)
    .filter(([, property]) => property['x-fairlead-secret'] === true)
    .map(([name, { title, description, type }]) => ({
      name,
      title: title ?? name,
      description,
      list: type === 'array',
      required: required.includes(name),
    }));
}
