import { isSecret } from '@fairlead/sdk';

type RedactText = (text: string) => string;

const deepest = 64;

/** See `Redactor.value`. */
export function redactValue(value: unknown, redactText: RedactText): unknown {
  return walk(value, { redactText, open: new Set() });
}

interface Walk {
  readonly redactText: RedactText;
  /** The objects around the present one. */
  readonly open: Set<object>;
}

function walk(value: unknown, state: Walk): unknown {
  switch (typeof value) {
    case 'string':
      return state.redactText(value);
    case 'number':
    case 'bigint': {
      const text = String(value);
      const redacted = state.redactText(text);
      return redacted === text ? value : redacted;
    }
    case 'object':
      return value === null ? null : walkObject(value, state);
    default:
      return value;
  }
}

function walkObject(value: object, state: Walk): unknown {
  if (isSecret(value) || value instanceof Date) return value;
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return `[${value.byteLength} bytes]`;
  if (state.open.has(value)) return '[circular]';
  if (state.open.size >= deepest) return '[too deep]';
  state.open.add(value);
  try {
    if (Array.isArray(value)) return walkList(value, state);
    if (value instanceof Error) return walkError(value, state);
    if (value instanceof Map) return unlessSame(value, Object.fromEntries<unknown>(value), walkMembers, state);
    if (value instanceof Set) return unlessSame(value, [...value], walkList, state);
    if ('toJSON' in value && typeof value.toJSON === 'function') return walkJson(value as { toJSON(): unknown }, state);
    return walkMembers(value, state);
  } finally {
    state.open.delete(value);
  }
}

function unlessSame<Plain>(
  value: object,
  plain: Plain,
  visit: (plain: Plain, state: Walk) => unknown,
  state: Walk,
): unknown {
  const redacted = visit(plain, state);
  return redacted === plain ? value : redacted;
}

function walkList(list: readonly unknown[], state: Walk): unknown {
  const copy = list.map((item) => walk(item, state));
  return copy.every((item, index) => Object.is(item, list[index])) ? list : copy;
}

function walkJson(value: { toJSON(): unknown }, state: Walk): unknown {
  const json = value.toJSON();
  const redacted = json === value ? walkMembers(value, state) : walk(json, state);
  return Object.is(redacted, json) ? value : redacted;
}

function walkMembers(value: object, state: Walk): unknown {
  const copy: Record<string, unknown> = {};
  let changed = false;
  for (const key of Object.keys(value)) {
    const member = read(value, key);
    const name = state.redactText(key);
    const redacted = walk(member, state);
    changed ||= name !== key || !Object.is(redacted, member);
    Object.defineProperty(copy, name, { value: redacted, enumerable: true, configurable: true, writable: true });
  }
  return changed ? copy : value;
}

/** Message, stack and cause are not enumerable; the copy keeps them so, and stays an instance of its class. */
function walkError(error: Error, state: Walk): unknown {
  const copy = Object.create(Object.getPrototypeOf(error) as object) as object;
  let changed = false;
  for (const key of Reflect.ownKeys(error)) {
    const member = read(error, key);
    const redacted = walk(member, state);
    changed ||= !Object.is(redacted, member);
    const enumerable = Object.prototype.propertyIsEnumerable.call(error, key);
    Object.defineProperty(copy, key, { value: redacted, enumerable, configurable: true, writable: true });
  }
  return changed ? copy : error;
}

function read(value: object, key: PropertyKey): unknown {
  try {
    return (value as Record<PropertyKey, unknown>)[key];
  } catch {
    // A getter may throw anything; what is logged must not fail for it.
    return '[unreadable]';
  }
}
