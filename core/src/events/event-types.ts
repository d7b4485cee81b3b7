/** True when `type` is one of `types`, of which each may end in `*`. No `types` means every type. */
export function matchesType(type: string, types: readonly string[] | undefined): boolean {
  if (types === undefined) return true;
  return types.some((one) => (one.endsWith('*') ? type.startsWith(one.slice(0, -1)) : one === type));
}
