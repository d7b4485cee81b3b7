/** An exact decimal: `units / 10 ** scale`. */
interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

const form = /^(-?)(0|[1-9][0-9]{0,60})(?:\.([0-9]{1,60}))?$/;

/** @throws TypeError for a text that is not a decimal number */
function read(text: string): Decimal {
  const [, sign = '', whole, fraction = ''] = form.exec(text) ?? [];
  if (whole === undefined) throw new TypeError(`“${text.slice(0, 80)}” is not a decimal number.`);
  return { units: BigInt(`${sign}${whole}${fraction}`), scale: fraction.length };
}

function write({ units, scale }: Decimal): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '');
  const text = fraction === '' ? whole : `${whole}.${fraction}`;
  return units < 0n ? `-${text}` : text;
}

function unitsAt({ units, scale }: Decimal, wished: number): bigint {
  return scale === wished ? units : units * 10n ** BigInt(wished - scale);
}

/** The exact sum, without zeros at its end. */
export function addDecimals(left: string, right: string): string {
  const [a, b] = [read(left), read(right)];
  const scale = Math.max(a.scale, b.scale);
  return write({ units: unitsAt(a, scale) + unitsAt(b, scale), scale });
}

/** Below 0 when the first is smaller, above 0 when it is larger, 0 when both are the same number. */
export function compareDecimals(left: string, right: string): number {
  const [a, b] = [read(left), read(right)];
  const scale = Math.max(a.scale, b.scale);
  const difference = unitsAt(a, scale) - unitsAt(b, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** What so many tokens cost at a price for a million of them. */
export function priceOfTokens(tokens: number, usdPerMillion: string): string {
  const { units, scale } = read(usdPerMillion);
  return write({ units: units * BigInt(tokens), scale: scale + 6 });
}
