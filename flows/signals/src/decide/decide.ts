import type { ParsedSignal, RejectCode } from '../model/parse-result.ts';
import type { ChannelPolicy } from '../model/parser.ts';
import type { ReadBy, Reason } from '../model/signal.ts';
import { isFarFrom } from './market.ts';
import { reason, type ReasonCode } from './reasons.ts';

/** Everything a decision rests on. Times are milliseconds since 1970. */
export interface Case {
  readonly signal: ParsedSignal;
  readonly confidence: number;
  readonly readBy: ReadBy;
  /** The rules read it, and would not bet on it. */
  readonly unsettled: boolean;
  readonly policy: ChannelPolicy;
  readonly now: number;
  /** The vendor's time, or else when it was stored. */
  readonly sentAt: number;
  readonly flooded: boolean;
  /** The channel's signal that it repeats. */
  readonly duplicateOf: string | null;
  readonly publishedLastHour: number;
  /** Where the market is; undefined where nobody knows. */
  readonly quote: string | undefined;
  /** What happened to the message, or was found out elsewhere, that a person has to look at. */
  readonly concerns: readonly ReasonCode[];
}

export interface Decision {
  readonly outcome: 'publish' | 'review' | 'reject';
  readonly reasons: readonly Reason[];
}

/** Clocks of vendors may be ahead by so much. */
const toleratedSkewMs = 120_000;

/**
 * What becomes of a signal that was read. The checks come first and no confidence outweighs them; whatever gives a
 * person reason to look does so, and only what leaves none is published. Each reason is told, not only the first.
 */
export function decide(given: Case): Decision {
  const refused = refusals(given);
  if (refused.length > 0) return { outcome: 'reject', reasons: refused };
  const doubts = [...doubtsOfReading(given), ...doubtsOfPolicy(given), ...doubtsOfTime(given)];
  const notes = given.quote === undefined ? [reason('market_not_checked')] : [];
  if (given.readBy === 'rules_and_ai') notes.push(reason('ai_agrees'));
  return doubts.length > 0
    ? { outcome: 'review', reasons: [...doubts, ...notes] }
    : { outcome: 'publish', reasons: [reason('threshold_reached'), ...notes] };
}

/** What the checks say of a signal: the reason for which nobody should trade it as it is. */
export function faultOf({ valid, reject, ...signal }: ParsedSignal): RejectCode | undefined {
  if (reject !== undefined) return reject;
  if (!valid) return 'ambiguous';
  return hasStop(signal) ? undefined : 'no_stop_loss';
}

function hasStop(signal: Omit<ParsedSignal, 'valid' | 'reject'>): boolean {
  return signal.stopLoss !== null || signal.stopLossPips !== undefined || signal.stopLossPercent !== undefined;
}

function refusals({ signal, duplicateOf }: Case): readonly Reason[] {
  const fault = faultOf(signal);
  return [
    // A signal without a stop is a signal: somebody may know where the stop belongs.
    ...(fault === undefined || fault === 'no_stop_loss' ? [] : [reason(fault)]),
    ...(duplicateOf === null ? [] : [reason('duplicate')]),
  ];
}

function doubtsOfReading({
  signal,
  readBy,
  unsettled,
  confidence,
  policy,
  concerns,
  flooded,
}: Case): readonly Reason[] {
  return [
    ...(faultOf(signal) === 'no_stop_loss' ? [reason('no_stop_loss')] : []),
    ...(readBy === 'ai' ? [reason('read_by_ai')] : []),
    ...(readBy === 'person' ? [reason('read_by_person')] : []),
    ...(unsettled ? [reason('unsettled')] : []),
    ...(confidence < policy.publish.minConfidence ? [reason('low_confidence')] : []),
    ...(flooded ? [reason('flooded')] : []),
    ...concerns.map((code) => reason(code)),
  ];
}

function doubtsOfPolicy({ signal, policy: { publish }, publishedLastHour, quote }: Case): readonly Reason[] {
  const base = signal.symbol.split('/')[0] ?? signal.symbol;
  const isAllowed = publish.symbols.length === 0 || [signal.symbol, base].some((one) => publish.symbols.includes(one));
  return [
    ...(publish.enabled ? [] : [reason('auto_publish_off')]),
    ...(publish.orderTypes.includes(signal.orderType ?? 'unstated') ? [] : [reason('order_type_not_allowed')]),
    ...(isAllowed ? [] : [reason('symbol_not_allowed')]),
    ...(publishedLastHour < publish.mostPerHour ? [] : [reason('hourly_limit')]),
    ...(quote !== undefined && isFarFrom(signal, quote) ? [reason('far_from_market')] : []),
  ];
}

function doubtsOfTime({ policy, now, sentAt }: Case): readonly Reason[] {
  if (sentAt > now + toleratedSkewMs) return [reason('clock_skew')];
  return now - sentAt > policy.publish.maxAgeSeconds * 1_000 ? [reason('too_old')] : [];
}
