import { decimalsOf, formatDecimal } from '@fairlead/sdk';
import { minorOf, type StoredMoney } from '../model/stored.ts';

/** An amount for a person, exactly: 123456 minor units of EUR are “1,234.56 EUR”. */
export function amountText(money: StoredMoney): string {
  const [whole = '', fraction] = formatDecimal(minorOf(money), decimalsOf(money.currency)).split('.');
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
  return `${fraction === undefined ? grouped : `${grouped}.${fraction}`} ${money.currency}`;
}

const dateForm = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

/** A moment for a person: “22 November 2026 at 09:30 UTC”. */
export function momentText(timestamp: string): string {
  return `${dateForm.format(Date.parse(timestamp))} UTC`;
}
