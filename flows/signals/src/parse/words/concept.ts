/**
 * What a word or phrase stands for, whatever its language. Phrases are found before their parts, so `stop loss` is
 * never a `stop`, and `short term` never a `sell`.
 */
export type Concept =
  /** Tells to do so: buy, long. */
  | 'buy'
  | 'sell'
  /** Sees it rise or fall: a side only after a label for it. */
  | 'bullish'
  | 'bearish'
  | 'limit'
  /** A stop of any kind: an order's after a side, a stop loss else. */
  | 'stop'
  | 'stopLoss'
  | 'takeProfit'
  | 'entry'
  | 'market'
  /** Further levels at which to buy more. */
  | 'dca'
  | 'more'
  | 'open'
  /** A trade that is on stays on: hold, keep. As a target, the same as open. */
  | 'hold'
  /** A level that stays what it was. */
  | 'stays'
  | 'leverage'
  | 'risk'
  | 'lot'
  | 'pips'
  /** Label before a number that identifies something and is no price. */
  | 'number'
  | 'direction'
  | 'pair'
  /** What comes after it is the bot's own setting, to the end of the line. */
  | 'trailing'
  | 'to'
  | 'between'
  /** Before the price that a level had. */
  | 'from'
  | 'at'
  | 'candle'
  | 'above'
  | 'below'
  | 'or'
  /** Of updates. */
  | 'update'
  | 'hit'
  | 'close'
  | 'closed'
  | 'move'
  | 'breakeven'
  | 'cancel'
  | 'part'
  | 'half'
  | 'all'
  /** What is left out of it: all but, except. */
  | 'except'
  | 'newLevel'
  | 'ordinal'
  /** Protects what is won, by a part taken or by the stop. */
  | 'secure'
  /** Takes a part, or half, of the trade off. */
  | 'takePart'
  | 'takeHalf'
  | 'stoppedOut'
  /** Of results: `running +50`, profit made. */
  | 'result'
  /** What is told of the past, by whoever did it. */
  | 'past'
  /** Only if something else happens: would, could, if it breaks. */
  | 'hypothetical'
  /** When, after, once: what comes with it is to be done later. */
  | 'condition'
  | 'prepare'
  | 'not'
  | 'asking'
  | 'example'
  /** Says of the whole message that it is no call: a history, an example, somebody else's trade. */
  | 'disclaimed'
  /** It went without anybody: no call any more. */
  | 'missed'
  /** Says that a call comes now: here is the next one. */
  | 'introduced'
  /** First person: what somebody does himself. */
  | 'self'
  /** Words of news, ads and teaching. */
  | 'talk'
  /** A phrase that only looks like one of the others. */
  | 'plain';

/** Words and phrases of one language by what they stand for. Written as people write them; folded when they are read. */
export type Vocabulary = { readonly [Name in Concept]?: string };
