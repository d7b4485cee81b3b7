import type { Completion, CompletionRequest } from '@fairlead/sdk';
import { throwFailure } from './map-errors.ts';
import { answer, readAs, type VendorEnding } from './vendor-objects.ts';

/** What the vendor is asked. Members that are undefined do not appear in JSON: they are left to the vendor. */
export function toQuestion(request: CompletionRequest, stream: boolean): object {
  const { model, turns, temperature, maxTokens, answerSchema } = request;
  return { model, messages: turns, temperature, max_tokens: maxTokens, json_schema: answerSchema?.schema, stream };
}

/** An answer in one piece. @throws FairleadError also for a failure inside it */
export function readAnswer(json: unknown): Completion {
  throwFailure(json);
  const { text, ...ending } = readAs(answer, json);
  return { text, ...toEnding(ending) };
}

/** `stop` is the only one with a whole answer. */
const finishes = { finished: 'stop', limit: 'length', rules: 'filtered' } as const;

/** What the vendor does not say is left out, never made up. */
export function toEnding({ id, model, ended, tokens, cost_usd: costUsd }: VendorEnding): Omit<Completion, 'text'> {
  const usage = tokens && {
    promptTokens: tokens.read,
    completionTokens: tokens.written,
    ...(costUsd === undefined ? {} : { costUsd }),
  };
  return { finish: finishes[ended], model, id, ...(usage === undefined ? {} : { usage }) };
}
