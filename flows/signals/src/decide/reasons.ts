import type { RejectCode } from '../model/parse-result.ts';
import type { Reason } from '../model/signal.ts';

/** Every code that a decision gives, with what it says to a person. */
export const reasonTexts = {
  // Of the signal itself: it is refused.
  sl_wrong_side: 'The stop loss is on the wrong side of the entry.',
  tp_wrong_side: 'A target is on the wrong side of the entry.',
  sl_magnitude: 'The stop loss is so far from the entry that a digit must be wrong.',
  tp_magnitude: 'A target is so far from the entry that a digit must be wrong.',
  tp_order: 'The targets neither rise nor fall throughout.',
  entry_range: 'The ends of the entry are too far apart to be one zone.',
  ambiguous: 'The text can be read in more than one way.',
  number_not_in_text: 'A model named a number that does not stand in the text.',
  symbol_not_in_text: 'A model named a symbol that nothing in the text stands for.',
  no_stop_loss: 'It names no stop loss.',
  duplicate: 'The same channel gave the same signal shortly before.',
  // A person has to look.
  auto_publish_off: 'This channel publishes nothing by itself.',
  low_confidence: 'The confidence is below the channel’s threshold.',
  unsettled: 'The rules alone do not settle what this is.',
  read_by_ai: 'A model read it and the rules did not.',
  ai_differs: 'A model reads this message otherwise than the rules do.',
  ai_unavailable: 'No model answered about a message that the rules do not settle.',
  read_by_person: 'A person has changed it.',
  order_type_not_allowed: 'This type of order is not published by itself.',
  symbol_not_allowed: 'This symbol is not published by itself.',
  too_old: 'The message is too old.',
  clock_skew: 'The message claims to be from the future.',
  hourly_limit: 'As many signals as allowed were published within the hour.',
  flooded: 'It came among unusually many messages.',
  beginning_missed: 'The hub has not seen the message as it was first.',
  talks_to_model: 'The text speaks to a model rather than to traders.',
  message_edited: 'The message was edited.',
  direction_changed: 'An edit of the message changed the direction.',
  symbol_changed: 'An edit of the message changed the symbol.',
  levels_changed: 'An edit of the message changed the levels.',
  edited_away: 'An edit of the message left no signal in it.',
  message_deleted: 'The message was deleted.',
  far_from_market: 'The market is too far from the entry.',
  cancelled_by_channel: 'The channel cancelled it before it was published.',
  target_reached_before: 'The channel says that a target was reached before it was published.',
  // Told, and holding nothing up.
  market_not_checked: 'The distance from the market was not checked: no quote is known.',
  ai_agrees: 'A model reads the same.',
  threshold_reached: 'The confidence reaches the channel’s threshold.',
  // Of updates.
  target_unknown: 'The message that it replies to has not been read.',
  target_not_signal: 'The message that it replies to is no signal that is open.',
  no_open_signal: 'No signal of this channel that is open fits.',
  several_open: 'More than one open signal fits.',
  opposite_sides: 'Signals of both directions are open for this symbol.',
  updates_reviewed: 'Updates of this channel are looked at by a person.',
  update_edited: 'The message of the update was edited after it was applied.',
  edits_reviewed: 'Edits of published signals are looked at by a person.',
  stop_beyond_entry: 'The stop would be beyond the entry although no target was reached.',
  stop_beyond_target: 'The stop would be beyond a target that is still open.',
  stop_widened: 'The stop would move away from the entry.',
  stop_missing: 'It does not say where the stop is to go.',
  levels_wrong: 'The new levels do not fit the direction.',
  target_number_unknown: 'The signal has no target of this number.',
} as const;

export type ReasonCode = keyof typeof reasonTexts;

export function reason(code: ReasonCode | RejectCode, more?: string): Reason {
  const text = reasonTexts[code];
  return { code, text: more === undefined ? text : `${text} ${more}` };
}
