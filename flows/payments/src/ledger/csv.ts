import type { LedgerRow } from './ledger-rows.ts';

const head = ['entry', 'at', 'payment', 'booking', 'account', 'amount_minor', 'currency'] as const;

/** The first line, with its end. */
export const csvHead = line(head);

/** An entry as lines of CSV (RFC 4180), one for each of its lines. */
export function csvOf({ entry, paymentId }: Pick<LedgerRow, 'entry' | 'paymentId'>): string {
  return entry.lines
    .map(({ account, amountMinor, currency }) =>
      line([entry.id, entry.at, paymentId, entry.key, account, amountMinor, currency]),
    )
    .join('');
}

function line(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

/**
 * A cell that no spreadsheet takes for a formula: those read `=`, `+`, `-`, `@`, tab and carriage return at the start as
 * one. Whole numbers stay as they are, so that amounts can be summed.
 * Source: https://owasp.org/www-community/attacks/CSV_Injection
 */
export function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) && !/^-?\d+$/.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(harmless) || /^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
