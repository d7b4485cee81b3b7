interface Schema {
  readonly default?: unknown;
  readonly properties?: { readonly [name: string]: Schema };
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

/** A schema as the sender has to keep it: what has a default is filled in before it is checked, and need not be sent. */
export function asSent<Given extends object>(schema: Given): Given {
  const { properties, required, items, anyOf } = schema as Schema;
  return {
    ...schema,
    ...(properties === undefined
      ? {}
      : { properties: Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, asSent(one)])) }),
    ...(required === undefined
      ? {}
      : { required: required.filter((name) => properties?.[name]?.default === undefined) }),
    ...(items === undefined ? {} : { items: asSent(items) }),
    ...(anyOf === undefined ? {} : { anyOf: anyOf.map((one) => asSent(one)) }),
  };
}
