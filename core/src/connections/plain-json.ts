import type { RequestFault } from '../errors/index.ts';
import type { JsonObject, JsonValue } from '../storage/index.ts';

const deepest = 32;

/** Names a member of what `path` points to (RFC 6901). */
export function pointer(path: string, member: string | number): string {
  return `${path}/${String(member).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/**
 * A copy that is nothing but JSON, with ordinary prototypes. What is not is left out and named: functions, big integers,
 * NaN, instances of classes, cycles and other depths beyond 32, and members called `__proto__`.
 */
export function plainJson(
  value: unknown,
  path: string,
): { readonly value: JsonValue; readonly faults: readonly RequestFault[] } {
  const faults: RequestFault[] = [];
  return { value: copy(value, { path, depth: 0, faults }) ?? null, faults };
}

export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

interface Place {
  readonly path: string;
  readonly depth: number;
  readonly faults: RequestFault[];
}

function copy(value: unknown, place: Place): JsonValue | undefined {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'undefined':
      return undefined;
    case 'number':
      return Number.isFinite(value) ? value : fault(place, 'must be a finite number');
    case 'object':
      return value === null ? null : copyObject(value, place);
    default:
      return fault(place, 'must be JSON');
  }
}

function copyObject(value: object, place: Place): JsonValue | undefined {
  if (place.depth >= deepest) return fault(place, `must not be nested deeper than ${deepest} levels`);
  if (Array.isArray(value)) return value.map((item, index) => copy(item, inside(place, index)) ?? null);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return fault(place, 'must be JSON');
  const result: { [name: string]: JsonValue } = {};
  for (const [name, member] of Object.entries(value)) {
    const at = inside(place, name);
    // Assigning it would change a prototype somewhere down the line.
    if (name === '__proto__') fault(at, 'is not allowed as a name');
    else {
      const copied = copy(member, at);
      if (copied !== undefined) result[name] = copied;
    }
  }
  return result;
}

function inside({ path, depth, faults }: Place, member: string | number): Place {
  return { path: pointer(path, member), depth: depth + 1, faults };
}

function fault({ path, faults }: Place, message: string): undefined {
  faults.push({ path, message });
}
