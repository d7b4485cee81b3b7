import type { JsonObject, JsonValue } from '../storage/index.ts';
import { isJsonObject } from './plain-json.ts';

/** JSON merge patch (RFC 7396): an absent member keeps, null deletes, objects merge, anything else replaces. */
export function mergePatch(target: JsonValue | undefined, patch: JsonObject): JsonObject {
  const merged = new Map<string, JsonValue>(isJsonObject(target) ? Object.entries(target) : []);
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) merged.delete(name);
    else merged.set(name, isJsonObject(value) ? mergePatch(merged.get(name), value) : value);
  }
  return Object.fromEntries(merged);
}
