import type { ReasonCode } from '../decide/reasons.ts';
import type { Evidence, ParsedSignal } from '../model/parse-result.ts';
import type { ReadingState } from '../model/reading.ts';
import type { ReadBy } from '../model/signal.ts';

/** What a reading says of one of its places. */
export interface SignalIn {
  readonly signal: ParsedSignal;
  readonly confidence: number;
  readonly readBy: ReadBy;
  readonly unsettled: boolean;
  /** What of the reading a person has to look at. */
  readonly concerns: readonly ReasonCode[];
  /** A model's answer may still change what becomes of it. */
  readonly isWaiting: boolean;
}

/** How much of what is missing to certainty a model that reads the same makes up for. */
const share = 0.6;

/** The signal at a place of a message, by whoever read it; undefined when there is none. */
export function signalIn(reading: ReadingState, index: number): SignalIn | undefined {
  const { parse, ai, first } = reading;
  if (parse === null) return undefined;
  const missed: readonly ReasonCode[] = [
    ...(first === 'created' ? [] : (['beginning_missed'] as const)),
    ...(reading.talksToModel ? (['talks_to_model'] as const) : []),
  ];
  const byRules = parse.signals[index];
  if (byRules !== undefined) {
    const agrees = ai?.state === 'agrees';
    const concerns: readonly ReasonCode[] =
      ai?.state === 'differs' ? ['ai_differs'] : ai?.state === 'failed' ? ['ai_unavailable'] : [];
    const { confidence } = parse;
    return {
      signal: byRules,
      confidence: agrees ? Math.round((confidence + (1 - confidence) * share) * 1_000) / 1_000 : confidence,
      readBy: agrees ? 'rules_and_ai' : 'rules',
      // What the rules would not bet on stays so, whatever a model says: it may have been talked into it.
      unsettled: parse.unsettled || confidence < 0.5,
      concerns: [...missed, ...concerns],
      isWaiting: ai?.state === 'pending',
    };
  }
  const byModel = ai?.state === 'alone' ? ai.signals[index] : undefined;
  if (byModel === undefined) return undefined;
  return { signal: byModel, confidence: 0.3, readBy: 'ai', unsettled: true, concerns: missed, isWaiting: false };
}

/** Where in the text one of several signals was read from. */
export function evidenceAt({ parse }: ReadingState, index: number): readonly Evidence[] {
  if (parse === null || parse.signals.length <= 1) return parse?.evidence ?? [];
  return parse.evidence.filter(({ field }) => field.startsWith(`signals.${index}.`));
}
