const numberForm = /^(-?)(\d{1,60})(?:\.(\d{1,60}))?(?:[eE]([+-]?\d{1,3}))?$/;
const mostDigits = 38;

/**
 * A number as it stands in JSON, times ten to the power of `shift`, as decimal text: no float, no exponent, no zeros that
 * say nothing. Undefined for what is negative, not a number, or needs more than 38 digits on either side.
 */
export function decimalOf(source: unknown, shift = 0): string | undefined {
  const [, sign, whole = '', fraction = '', exponent = '0'] =
    (typeof source === 'string' ? numberForm.exec(source) : undefined) ?? [];
  if (sign !== '') return undefined;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent) + shift;
  const before = point > 0 ? digits.slice(0, point).padEnd(Math.min(point, 2 * mostDigits), '0') : '';
  const after = point < 0 ? '0'.repeat(Math.min(-point, 2 * mostDigits)) + digits : digits.slice(point);
  const [integer, rest] = [before.replace(/^0+/, '') || '0', after.replace(/0+$/, '')];
  if (integer.length > mostDigits || rest.length > mostDigits) return undefined;
  return rest === '' ? integer : `${integer}.${rest}`;
}
