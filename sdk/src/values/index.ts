export { type Clock, delay, systemClock, type Timer, timestamp } from './clock.ts';
export { currencyCodes, currencyDecimals } from './currencies.ts';
export { idPattern, newId } from './ids.ts';
export {
  AmountError,
  addMoney,
  decimalsOf,
  formatDecimal,
  type Money,
  money,
  moneyFromDecimal,
  moneyToDecimal,
  parseDecimal,
} from './money.ts';
export { isSecret, Secret } from './secret.ts';
