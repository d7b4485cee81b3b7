/** One change to a value that was right. */
export interface SingleFault {
  /** JSON pointer and what was done there. */
  readonly what: string;
  readonly value: unknown;
}

type JsonSchema = { readonly [keyword: string]: unknown };

/**
 * Values that differ from a right one in one place, by the schema: a member missing, one too many, a wrong type, a text
 * too long, outside its pattern or its list. Given the form that code sees, it answers that form.
 */
export function schemaFaults(schema: object, value: unknown): readonly SingleFault[] {
  return faultsAt(schema as JsonSchema, value, '');
}

function faultsAt(schema: JsonSchema, value: unknown, path: string): SingleFault[] {
  const faults = leafFaults(schema, value, path);
  if (schema['type'] !== 'object' || typeof value !== 'object' || value === null) return faults;
  const members = value as Record<string, unknown>;
  if (schema['additionalProperties'] === false) {
    faults.push({ what: `${path}/notInTheContract added`, value: { ...members, notInTheContract: 1 } });
  }
  for (const name of (schema['required'] ?? []) as string[]) {
    faults.push({ what: `${path}/${name} missing`, value: without(members, name) });
  }
  for (const [name, member] of Object.entries((schema['properties'] ?? {}) as Record<string, JsonSchema>)) {
    if (!(name in members)) continue;
    for (const fault of faultsAt(member, members[name], `${path}/${name}`)) {
      faults.push({ what: fault.what, value: { ...members, [name]: fault.value } });
    }
  }
  return faults;
}

function leafFaults(schema: JsonSchema, value: unknown, path: string): SingleFault[] {
  const faults: SingleFault[] = [
    { what: `${path} null`, value: null },
    { what: `${path} of another type`, value: typeof value === 'number' ? 'text' : 7 },
  ];
  const { maxLength, minLength, pattern } = schema as { maxLength?: number; minLength?: number; pattern?: string };
  if (typeof value === 'bigint') faults.push({ what: `${path} of 41 digits`, value: 10n ** 40n });
  if (typeof value !== 'string') return faults;
  if (maxLength !== undefined && maxLength < 100_000)
    faults.push({ what: `${path} too long`, value: 'x'.repeat(maxLength + 1) });
  if (minLength !== undefined && minLength > 0) faults.push({ what: `${path} empty`, value: '' });
  if (pattern !== undefined || 'enum' in schema) faults.push({ what: `${path} of another form`, value: '\u0000?' });
  return faults;
}

/**
 * JSON that differs from what a vendor answered in one place: a member gone, null, or of another type. A plugin may
 * refuse it or make do, and must not stumble.
 */
export function jsonFaults(json: unknown): readonly SingleFault[] {
  return jsonFaultsAt(json, '');
}

function jsonFaultsAt(json: unknown, path: string): SingleFault[] {
  const faults: SingleFault[] = [
    { what: `${path} null`, value: null },
    { what: `${path} another type`, value: typeof json === 'string' ? { unexpected: true } : 'unexpected' },
    { what: `${path} a huge text`, value: 'x'.repeat(5_000) },
  ];
  if (Array.isArray(json)) {
    const items = json as readonly unknown[];
    faults.push({ what: `${path} empty`, value: [] });
    const first = items.length === 0 ? [] : jsonFaultsAt(items[0], `${path}/0`);
    return [...faults, ...first.map(({ what, value }) => ({ what, value: [value, ...items.slice(1)] }))];
  }
  if (typeof json !== 'object' || json === null) return faults;
  const members = json as Record<string, unknown>;
  for (const [name, member] of Object.entries(members)) {
    faults.push({ what: `${path}/${name} missing`, value: without(members, name) });
    for (const fault of jsonFaultsAt(member, `${path}/${name}`)) {
      faults.push({ what: fault.what, value: { ...members, [name]: fault.value } });
    }
  }
  return faults;
}

function without(members: Readonly<Record<string, unknown>>, name: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members).filter(([key]) => key !== name));
}

/** At most `most` of them, spread evenly over all. */
export function spread<Item>(items: readonly Item[], most: number): readonly Item[] {
  if (items.length <= most) return items;
  return Array.from({ length: most }, (_, index) => items[Math.floor((index * items.length) / most)] as Item);
}
