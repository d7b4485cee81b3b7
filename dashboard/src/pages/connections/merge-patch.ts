/** RFC 7396: what is gone from the form is null in the patch. Objects inside go by member as well. */
export function mergePatch(before: object, after: object): Record<string, unknown> {
  const patch: Record<string, unknown> = { ...after };
  for (const [name, value] of Object.entries(before)) {
    const next = (after as Record<string, unknown>)[name];
    if (next === undefined) patch[name] = null;
    else if (isPlain(value) && isPlain(next)) patch[name] = mergePatch(value, next);
  }
  return patch;
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
