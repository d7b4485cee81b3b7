import { type MessageClaim, parseMessageQuestion } from '@fairlead/flow-ai/contract';
import { messageQuestion } from '@fairlead/flow-messages/contract';
import { isFairleadError } from '@fairlead/sdk';
import { checkClaim } from '../decide/check-claim.ts';
import { isSameReading } from '../decide/levels.ts';
import type { ParseResult, ParserRules } from '../model/parse-result.ts';
import type { AiReading, ReadingState } from '../model/reading.ts';
import type { ChannelParser } from '../parsers/parsers.ts';
import type { SignalTools } from '../tools.ts';
import { textOfRevision } from './read-event.ts';
import { settle } from './take-message.ts';

export const aiAttempts = 4;

export interface AiRun {
  readonly reading: string;
  readonly revision: string;
  readonly attempt: number;
  readonly signal: AbortSignal;
}

/**
 * Has a model read a revision that the rules do not settle. Its answer counts only for the very revision that it was
 * asked about: a message that was edited meanwhile has been read anew.
 */
export async function readWithAi(tools: SignalTools, run: AiRun): Promise<void> {
  const stored = await tools.readings.get(run.reading);
  if (stored === undefined || !isAwaited(stored.state, run.revision)) return;
  const { connectionId, parse } = stored.state;
  const channel = await tools.parsers.of(connectionId);
  const answer = parse === null ? undefined : await ask(tools, channel, parse, run);
  if (answer === undefined) return;
  await tools.turns.alone(connectionId, async () => {
    const after = await tools.readings.update(run.reading, (before) =>
      isAwaited(before, run.revision) ? { state: { ...before, ai: answer } } : undefined,
    );
    if (after?.state.latest.id === run.revision) await settle(tools, run.reading, after.state, channel);
  });
}

function isAwaited({ latest, ai }: ReadingState, revision: string): boolean {
  return latest.id === revision && ai?.state === 'pending';
}

async function ask(
  tools: SignalTools,
  channel: ChannelParser,
  parse: ParseResult,
  run: AiRun,
): Promise<AiReading | undefined> {
  const { services } = tools;
  const revision = await services.ask(messageQuestion, { id: run.revision }, { signal: run.signal });
  if (revision === null) return failed('The message is not there any more.');
  const text = textOfRevision(revision);
  const { hint } = channel.ai;
  try {
    const reply = await services.ask(
      parseMessageQuestion,
      { text, ...(hint === null ? {} : { hint }) },
      { signal: run.signal },
    );
    const { model, configuration, prompt } = reply;
    return { ...judge(parse, reply.claim, text, channel.rules), by: { model, configuration, prompt }, problem: null };
  } catch (error) {
    run.signal.throwIfAborted();
    const isFinal = isFairleadError(error) && ['feature_unsupported', 'input_invalid'].includes(error.code);
    if (!isFinal && run.attempt < aiAttempts) throw error;
    return failed(isFairleadError(error) ? error.code : 'The model could not be asked.');
  }
}

function failed(problem: string): AiReading {
  return { state: 'failed', signals: [], actions: [], symbol: null, by: null, problem };
}

/** What a model's claim is worth beside what the rules read. */
export function judge(
  parse: ParseResult,
  claim: MessageClaim,
  text: string,
  rules: ParserRules,
): Pick<AiReading, 'state' | 'signals' | 'actions' | 'symbol'> {
  const { signals, actions, symbol, fault } = checkClaim(claim, text, rules);
  if (parse.signals.length > 0) {
    const isSame =
      signals.length === parse.signals.length &&
      parse.signals.every((one, index) => {
        const other = signals[index];
        return other !== undefined && isSameReading(one, other);
      });
    return { state: isSame ? 'agrees' : 'differs', signals, actions: [], symbol };
  }
  if (signals.length > 0) return { state: parse.kind === 'update' ? 'differs' : 'alone', signals, actions: [], symbol };
  if (parse.kind === 'update')
    return { state: claim.kind === 'update' ? 'agrees' : 'differs', signals: [], actions, symbol };
  if (actions.length > 0 && fault === undefined) return { state: 'alone', signals: [], actions, symbol };
  return { state: 'nothing', signals: [], actions: [], symbol: null };
}
