/** Prices, distances and volumes are decimal texts without superfluous zeros: `4329`, `0.0354`. */
export type Decimal = string;

export type Side = 'buy' | 'sell';
/** `market` when the text says so (now, at market) or names no entry price; null when it does not say. */
export type OrderType = 'market' | 'limit' | 'stop' | null;

/** Where a member's value comes from. `inferred`: from other members, by a rule. */
export type Origin = 'stated' | 'inferred' | 'template' | 'ai' | 'edited';

/** Why a signal must not be acted on as it is. */
export type RejectCode =
  /** It names no stop loss, in whatever form. Valid as a parse; never published by itself. */
  | 'no_stop_loss'
  | 'sl_wrong_side'
  | 'tp_wrong_side'
  /** A level is so far from the entry that a digit must be missing or superfluous. */
  | 'sl_magnitude'
  | 'tp_magnitude'
  /** Take profits that neither rise nor fall throughout where the text numbers them. */
  | 'tp_order'
  /** Both ends of the entry are too far apart to be one zone. */
  | 'entry_range'
  /** Text says both buy and sell, or names more symbols than it has signals. */
  | 'ambiguous'
  /** A number that is not in the text (only of what a model read). */
  | 'number_not_in_text'
  /** A symbol that nothing in the text stands for (only of what a model read). */
  | 'symbol_not_in_text';

export interface ParsedSignal {
  /** `XAUUSD`, `US30`, `ETH/USDT`; the bare base where a crypto text gives no quote. */
  readonly symbol: string;
  readonly side: Side;
  readonly orderType: OrderType;
  /** Lowest and highest; equal for a point; null when no price is named. */
  readonly entry: readonly [Decimal, Decimal] | null;
  readonly stopLoss: Decimal | null;
  /** In the order of the text. */
  readonly takeProfits: readonly Decimal[];
  /** The last target is left open. */
  readonly runner: boolean;
  /** False when the deterministic checks refuse it; `reject` says why then. */
  readonly valid: boolean;
  readonly reject?: RejectCode;
  /** Prices are in hundred-millionths of the quote. */
  readonly unit?: 'sat';
  /** Distances from the entry, where the text gives no prices. */
  readonly stopLossPips?: Decimal;
  readonly takeProfitPips?: readonly Decimal[];
  readonly stopLossPercent?: readonly [Decimal, Decimal];
  readonly takeProfitPercent?: readonly Decimal[];
  /** Levels at which to buy (or sell) more. */
  readonly dca?: readonly Decimal[];
  readonly leverage?: readonly [Decimal, Decimal];
  /** Percent of the account. */
  readonly riskPercent?: readonly [Decimal, Decimal];
  /** `15m`, `4h`, `1d`. */
  readonly timeframe?: string;
  /** The stop counts when a candle of this timeframe closes beyond it: `4h close`. */
  readonly stopCondition?: string;
  /** Number of the target after which the stop goes to the entry. */
  readonly breakevenAfterTp?: number;
  /** Of an option: strike and expiry as written. */
  readonly option?: { readonly strike: Decimal; readonly right: 'call' | 'put'; readonly expiry?: string };
  /** Where members come from that do not simply stand in the text. */
  readonly origins: Readonly<Record<string, Origin>>;
}

/** What an update asks for, or tells. Prices as in signals; `index` is the number of a target, from 1. */
export type UpdateAction =
  | { readonly type: 'move_sl'; readonly price?: Decimal }
  | { readonly type: 'move_sl_be' }
  | { readonly type: 'close' }
  | { readonly type: 'close_part'; readonly percent?: Decimal }
  | { readonly type: 'cancel' }
  | { readonly type: 'set_levels'; readonly stopLoss?: Decimal; readonly takeProfits?: readonly Decimal[] }
  | { readonly type: 'tp_hit'; readonly index?: number }
  | { readonly type: 'sl_hit' };

/** A piece of the text that a member was read from. Offsets count UTF-16 units of the text as it was given. */
export interface Evidence {
  /** `symbol`, `side`, `entry`, `stopLoss`, `takeProfits.0`, `actions.0`, …; of several signals with `signals.1.` before. */
  readonly field: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Why it was read so, for a person. */
  readonly why: string;
}

/**
 * What a message means. `signal` has one signal, `several` more than one, `update` actions about open ones (with the
 * symbol where the text names it), `chatter` nothing.
 */
export interface ParseResult {
  readonly kind: 'signal' | 'update' | 'chatter' | 'several';
  readonly signals: readonly ParsedSignal[];
  readonly actions: readonly UpdateAction[];
  /** What an update is about; null when it does not say, and for other kinds. */
  readonly symbol: string | null;
  /** 0 to 1. Below 0.5 the rules have a reading but would not bet on it. */
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
  /** True when rules alone do not settle what this is, and a model may be asked. */
  readonly unsettled: boolean;
}

/** How one channel writes, as data: what an admin edits. All members optional; they add to what the parser knows. */
export interface ParserRules {
  /** Further names of symbols: `{"the yellow metal": "XAUUSD"}`. Matched as whole words, whatever their case. */
  readonly symbolAliases?: Readonly<Record<string, string>>;
  /** Symbol of a signal that names none (a channel that trades one thing only). */
  readonly defaultSymbol?: string;
  /** Quote of a crypto symbol that comes without one: `USDT`. */
  readonly defaultQuote?: string;
  /** Order type of a signal with an entry price that does not say: by default it stays null. */
  readonly defaultOrderType?: 'market' | 'limit';
  /** A signal with an entry, a stop and targets but without a word for its direction: read it off the levels. Default true. */
  readonly inferSide?: boolean;
  /** Further words for what the parser knows by others. */
  readonly words?: Partial<
    Readonly<Record<'buy' | 'sell' | 'entry' | 'stopLoss' | 'takeProfit' | 'market' | 'ignore', readonly string[]>>
  >;
  /** Texts that match one of these are chatter, whatever else they say: plain texts, whole lines or parts of them. */
  readonly ignoreContaining?: readonly string[];
  /** Shapes that this channel's signals have, learnt from examples; tried before the general rules. */
  readonly templates?: readonly MessageTemplate[];
}

/**
 * The shape of a channel's message: fixed words with gaps. Made from examples (`templateFrom`), editable by hand.
 * Spaces and line ends in `parts` match any of them; case does not count.
 */
export interface MessageTemplate {
  readonly name: string;
  readonly parts: readonly (
    | { readonly text: string }
    | { readonly gap: 'symbol' | 'side' | 'entry' | 'stopLoss' | 'takeProfits' | 'orderType' | 'anything' }
  )[];
  /** What the channel leaves out because it is always the same. */
  readonly fixed?: { readonly symbol?: string; readonly side?: Side; readonly orderType?: OrderType };
}
