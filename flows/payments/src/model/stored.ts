import type { Money } from '@fairlead/sdk';

/** The same value as it is kept: bigints as decimal text. */
export type Stored<Value> = Value extends bigint
  ? string
  : Value extends object
    ? { readonly [Name in keyof Value]: Stored<Value[Name]> }
    : Value;

/** Money as it is kept, and as JSON shows it. */
export type StoredMoney = Stored<Money>;

/** Copies plain data, bigints as decimal text; members that are undefined are left out. */
export function toStored<Value>(value: Value): Stored<Value> {
  return convert(value) as Stored<Value>;
}

function convert(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (Array.isArray(value)) return value.map(convert);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.map(([name, member]) => [name, convert(member)]));
}

export function minorOf({ amountMinor }: StoredMoney): bigint {
  return BigInt(amountMinor);
}

export function moneyOf({ amountMinor, currency }: StoredMoney): Money {
  return { amountMinor: BigInt(amountMinor), currency };
}

export function storedMoney(amountMinor: bigint, currency: string): StoredMoney {
  return { amountMinor: amountMinor.toString(), currency };
}
