import { cryptoBases, cryptoQuotes, currencyCodes, dearBases, sureQuotes, wordBases } from './tables.ts';

export type Market = 'forex' | 'metal' | 'index' | 'energy' | 'crypto' | 'other';

/** A symbol as signals name it. `sure`: by its form alone; else something near it has to speak for it. */
export interface SymbolHit {
  readonly symbol: string;
  readonly market: Market;
  readonly sure: boolean;
}

const brokerSuffix = /^(m|c|z|r|i|x|b|e|p|s|k|t|pro|ecn|raw|std|micro|mini|cash|spot|vip|stp|zero|prime)$/;

/** Pairs of two currencies in one word, with a broker's suffix or without: `eurusd`, `xauusdm`. */
export function forexPair(word: string): SymbolHit | undefined {
  if (word.length < 6 || word.length > 11) return undefined;
  const pair = word.slice(0, 6);
  if (!isPair(pair.slice(0, 3), pair.slice(3))) return undefined;
  if (word.length > 6 && !brokerSuffix.test(word.slice(6))) return undefined;
  return fiatPair(pair.slice(0, 3), pair.slice(3));
}

export function isPair(base: string, quote: string): boolean {
  return base !== quote && currencyCodes.has(base) && currencyCodes.has(quote);
}

export function fiatPair(base: string, quote: string): SymbolHit {
  const symbol = (base + quote).toUpperCase();
  return { symbol, market: isMetal(symbol) ? 'metal' : 'forex', sure: true };
}

/** A base and its quote in one word: `kiteusdt`, `btcusd`. */
export function cryptoPair(word: string): SymbolHit | undefined {
  if (word.length < 4) return undefined;
  const whole = word.includes('usd') ? word.replace(contractForm, '') : word;
  for (const length of quoteLengths) {
    const base = whole.slice(0, -length);
    const quote = whole.slice(-length);
    if (base === '' || !quotes.has(quote)) continue;
    const isPair = sureQuotes.has(quote) || cryptoBases.has(base);
    return isPair && base.length <= 15 ? crypto(base, quote) : undefined;
  }
  return undefined;
}

/** The last three letters of everything that `cryptoPair` may take for a pair. */
export function pairEndings(): readonly string[] {
  const withContract = ['usd', 'usdt', 'usdc'].flatMap((quote) => contracts.map((contract) => quote + contract));
  return [...cryptoQuotes, ...withContract].map((ending) => ending.slice(-3));
}

const contracts = ['perp', 'swap', 'p', 'm'];
const contractForm = new RegExp(`(?<=usd[tc]?)(${contracts.join('|')})$`);
const quotes: ReadonlySet<string> = new Set(cryptoQuotes);
const quoteLengths = [5, 4, 3];

/** What traders call pairs in capitals. `EU` is a union as well, so something near it has to speak for it. */
const nicknames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    gu: 'GBPUSD',
    gj: 'GBPJPY',
    uj: 'USDJPY',
    ej: 'EURJPY',
    eu: 'EURUSD',
    uc: 'USDCAD',
    nu: 'NZDUSD',
    aj: 'AUDJPY',
    cj: 'CADJPY',
    eg: 'EURGBP',
    ga: 'GBPAUD',
    ea: 'EURAUD',
  }),
);

export function nickname(word: string): SymbolHit | undefined {
  const symbol = word.length === 2 ? nicknames.get(word) : undefined;
  return symbol === undefined ? undefined : { symbol, market: 'forex', sure: word.startsWith('g') || word === 'uj' };
}

/** A base alone. In capitals, and no word of a language, it is sure; else it depends on what is around it. */
export function cryptoBase(word: string, isUpper: boolean): SymbolHit | undefined {
  if (!cryptoBases.has(word) || (!isUpper && word !== 'btc' && word !== 'eth' && word !== 'xrp')) return undefined;
  return { symbol: word.toUpperCase(), market: 'crypto', sure: !wordBases.has(word) };
}

export function crypto(base: string, quote: string): SymbolHit {
  return { symbol: `${base.toUpperCase()}/${quote.toUpperCase()}`, market: 'crypto', sure: true };
}

/** Whether whole-numbered prices of this bare base can only be satoshi. */
export function isCheap(symbol: string): boolean {
  return !symbol.includes('/') && !dearBases.has(symbol.toLowerCase());
}

/** A symbol by its name in the tables. */
export function namedSymbol(symbol: string): SymbolHit {
  return { symbol, market: marketOf(symbol), sure: true };
}

export function marketOf(symbol: string): Market {
  if (isMetal(symbol)) return 'metal';
  if (symbol === 'USOIL' || symbol === 'UKOIL' || symbol === 'NATGAS') return 'energy';
  if (isForex(symbol)) return 'forex';
  if (symbol.includes('/') || cryptoBases.has(symbol.toLowerCase())) return 'crypto';
  return /^[A-Z]+\d+$|^(VIX|DXY)$/.test(symbol) ? 'index' : 'other';
}

function isMetal(symbol: string): boolean {
  return symbol.startsWith('X') && /^X(AU|AG|PT|PD)/.test(symbol);
}

function isForex(symbol: string): boolean {
  if (symbol.length !== 6 || symbol !== symbol.toUpperCase()) return false;
  const pair = symbol.toLowerCase();
  return isPair(pair.slice(0, 3), pair.slice(3));
}

type Prices = readonly [low: number, high: number];

const usual: ReadonlyMap<string, Prices> = new Map(
  (
    [
      ['XAUUSD', [900, 15_000]],
      ['XAGUSD', [8, 300]],
      ['US30 JP225', [10_000, 200_000]],
      ['NAS100 GER40', [5_000, 100_000]],
      ['US500 UK100 FRA40 EU50 AUS200 US2000', [1_000, 50_000]],
      ['USOIL UKOIL', [10, 250]],
    ] as const
  ).flatMap(([symbols, prices]) => symbols.split(' ').map((symbol) => [symbol, prices] as const)),
);

/** Between which prices a symbol has traded within living memory, and will for a while: settles how a number is read. */
export function usualPrices(symbol: string): Prices | undefined {
  const known = usual.get(symbol);
  if (known !== undefined) return known;
  if (symbol.startsWith('BTC') && dollarForm.test(symbol)) return [5_000, 2_000_000];
  if (symbol.startsWith('ETH') && dollarForm.test(symbol)) return [200, 100_000];
  if (symbol.endsWith('JPY') && /^[A-Z]{3}JPY$/.test(symbol)) return [50, 300];
  if (isMetal(symbol) || !isForex(symbol)) return undefined;
  return /(NOK|SEK|ZAR|MXN|TRY|CZK|HUF|RUB|THB|INR|KRW|DKK|CN[HY]|HKD|PLN|BRL|ILS)/.test(symbol) ? undefined : [0.3, 3];
}

const dollarForm = /^(BTC|ETH)\/?(USD.?|FDUSD|EUR)?$/;
