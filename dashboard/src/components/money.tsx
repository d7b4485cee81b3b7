import { Text, TextInput } from '@mantine/core';

/** An amount as the API tells it: minor units as decimal text, which no float ever holds. */
export interface Amount {
  readonly amountMinor: string;
  readonly currency: string;
}

/** Digits after the point, by ISO 4217; none for a code that is not one of its kind. */
export function decimalsOf(currency: string): number {
  if (!/^[A-Z]{3}$/.test(currency)) return 0;
  const options = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  return options.maximumFractionDigits ?? 0;
}

/** `123456`, USD → “1 234.56”: thousands by a narrow space, so that no point or comma is read in two ways. */
export function numberText({ amountMinor, currency }: Amount): string {
  const decimals = decimalsOf(currency);
  const digits = amountMinor.replace(/^-/, '').padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, '\u202f');
  const sign = amountMinor.startsWith('-') ? '−' : '';
  return `${sign}${whole}${decimals === 0 ? '' : `.${digits.slice(-decimals)}`}`;
}

/** “1 234.56 USD”. */
export function moneyText(amount: Amount): string {
  return `${numberText(amount)}\u00a0${amount.currency}`;
}

/** The same, to be changed: “1234.56”. */
export function editText(amount: Amount): string {
  return numberText(amount).replaceAll('\u202f', '').replace('−', '-');
}

/** What somebody typed, in minor units: “12.5”, USD → `1250`. Undefined for what is no amount above zero of the currency. */
export function toMinor(text: string, currency: string): string | undefined {
  const [, whole = '', part = ''] = /^(\d+)(?:\.(\d+))?$/.exec(text.trim().replaceAll(/[\s\u202f]/g, '')) ?? [];
  const decimals = decimalsOf(currency);
  if (whole === '' || part.length > decimals) return undefined;
  const minor = BigInt(whole + part.padEnd(decimals, '0'));
  return minor > 0n ? minor.toString() : undefined;
}

export function isZero({ amountMinor }: Amount): boolean {
  return BigInt(amountMinor) === 0n;
}

/** An amount to read. */
export function Money({ of }: { readonly of: Amount }) {
  return (
    <Text span inherit className="numbers" style={{ whiteSpace: 'nowrap' }}>
      {moneyText(of)}
    </Text>
  );
}

/** An amount to enter. It is kept as it is typed; `toMinor` reads it. */
export function MoneyInput({
  label,
  currency,
  value,
  onChange,
  most,
  required = true,
}: {
  readonly label: string;
  readonly currency: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** No more than this, in minor units. */
  readonly most?: string;
  readonly required?: boolean;
}) {
  return (
    <TextInput
      label={label}
      required={required}
      inputMode="decimal"
      autoComplete="off"
      value={value}
      error={value === '' ? undefined : amountFault(value, currency, most)}
      rightSection={
        <Text size="sm" c="dimmed">
          {currency}
        </Text>
      }
      rightSectionWidth={56}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** Why a text is no amount to go on with; undefined for one that is. */
export function amountFault(text: string, currency: string, most?: string): string | undefined {
  const minor = toMinor(text, currency);
  if (minor === undefined) {
    return `Write it like ${editText({ amountMinor: '1299', currency })}, with a point and more than zero.`;
  }
  if (most !== undefined && BigInt(minor) > BigInt(most)) {
    return `At most ${moneyText({ amountMinor: most, currency })}.`;
  }
  return undefined;
}
