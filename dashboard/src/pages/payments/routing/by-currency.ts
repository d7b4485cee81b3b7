import { editText, toMinor } from '../../../components/money.tsx';

/** Amounts in minor units by currency. */
export interface ByCurrency {
  readonly [currency: string]: string;
}

/** As it is edited: “USD 0.30, EUR 0.25”. */
export function byCurrencyText(amounts: ByCurrency | undefined): string {
  return Object.entries(amounts ?? {})
    .map(([currency, amountMinor]) => `${currency} ${editText({ amountMinor, currency })}`)
    .join(', ');
}

/** What was typed. @returns undefined for nothing. @throws Error that says what is wrong */
export function readByCurrency(text: string): ByCurrency | undefined {
  const parts = splitList(text);
  return parts.length === 0 ? undefined : Object.fromEntries(parts.map(readOne));
}

function readOne(part: string): readonly [string, string] {
  const [, currency = '', amount = ''] = /^([A-Za-z]{3})\s+([\d. ]+)$/.exec(part) ?? [];
  const code = currency.toUpperCase();
  const minor = toMinor(amount, code);
  if (minor === undefined) throw new Error(`“${part}” is not like “USD 0.30”, with commas between several.`);
  return [code, minor];
}

/** “USD, EUR” → both, in capital letters. @returns undefined for nothing */
export function readCodes(text: string): string[] | undefined {
  const codes = splitList(text).map((code) => code.toUpperCase());
  return codes.length === 0 ? undefined : codes;
}

function splitList(text: string): readonly string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
