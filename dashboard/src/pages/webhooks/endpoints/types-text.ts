/** “payment.*, signal.published and 3 more”. */
export function typesText(types: readonly string[]): string {
  if (types.length === 0 || types.includes('*')) return 'all';
  const shown = types.slice(0, 3).join(', ');
  return types.length > 3 ? `${shown} and ${types.length - 3} more` : shown;
}
