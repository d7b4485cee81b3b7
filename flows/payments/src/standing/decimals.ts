import { parseDecimal } from '@fairlead/sdk';

const mostDecimals = 38;

/** Compares plain decimal numbers of up to 38 decimals, exactly. @throws AmountError for anything else */
export function compareDecimals(left: string, right: string): -1 | 0 | 1 {
  const [one, other] = [parseDecimal(left, mostDecimals), parseDecimal(right, mostDecimals)];
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
