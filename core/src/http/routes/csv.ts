/** A line of CSV (RFC 4180), its end included. Null is an empty cell. */
export function csvLine(cells: readonly (string | null)[]): string {
  return `${cells.map((cell) => quoted(harmless(cell ?? ''))).join(',')}\r\n`;
}

/**
 * A spreadsheet runs a cell that begins so as a formula, and what is in the audit log others have written. The apostrophe
 * is what OWASP advises: https://owasp.org/www-community/attacks/CSV_Injection
 */
function harmless(cell: string): string {
  return /^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
