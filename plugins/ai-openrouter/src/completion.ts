import type { Completion, CompletionUsage } from '@fairlead/sdk';
import type { ChatApi } from './client.ts';
import { decimalOf } from './decimal.ts';
import { unreadable } from './map-errors.ts';
import { idOf, type JsonObject, objectOf, readJson, readJsonDigits, textOf, wholeOf } from './reading.ts';

export const longestText = 2_000_000;

type Finish = Completion['finish'];

/** An answer in one piece. @throws FairleadError also for a failure inside it, and for an answer without a choice */
export function readCompletion(text: string, asked: string, api: Pick<ChatApi, 'failure'>): Completion {
  const answer = answerObject(readJson(text), api);
  const choice = firstChoice(answer);
  if (choice === undefined) throw unreadable('holds no choice');
  throwFailure(choice, choice['finish_reason'], api);
  const message = objectOf(choice['message']);
  const said = contentText(message?.['content']);
  if (message === undefined || said === undefined) throw unreadable('holds a choice without a message');
  if (said.length > longestText) throw unreadable(`is longer than ${longestText} characters`);
  const refused = textOf(message['refusal'], 1) !== undefined;
  return {
    text: said.toWellFormed(),
    finish: finishOf(choice['finish_reason'], refused),
    model: textOf(answer['model'], 255) ?? asked,
    ...optional('id', idOf(answer['id'])),
    ...optional('usage', usageOf(answer['usage'], text)),
  };
}

/** @throws FairleadError when it is not an object, or a failure */
export function answerObject(json: unknown, api: Pick<ChatApi, 'failure'>): JsonObject {
  const answer = objectOf(json);
  if (answer === undefined) throw unreadable('is not a JSON object');
  if (isFailure(answer['error'])) throw api.failure(answer);
  return answer;
}

export function firstChoice({ choices }: JsonObject): JsonObject | undefined {
  return Array.isArray(choices) ? objectOf(choices[0]) : undefined;
}

/** OpenRouter reports a provider that failed in the middle as a choice (https://openrouter.ai/docs/api/reference/streaming). */
export function throwFailure(choice: JsonObject, finishReason: unknown, api: Pick<ChatApi, 'failure'>): void {
  if (isFailure(choice['error'])) throw api.failure({ error: choice['error'] });
  if (finishReason === 'error') throw api.failure({});
}

function isFailure(error: unknown): boolean {
  return error !== undefined && error !== null && error !== false && error !== '';
}

/** Text, or a list of parts of which those of text count; null where the model only thought or called a tool. */
export function contentText(content: unknown): string | undefined {
  if (typeof content === 'string') return content;
  if (content === null || content === undefined) return '';
  if (!Array.isArray(content)) return undefined;
  return content
    .map(objectOf)
    .map((part) => (part?.['type'] === 'text' && typeof part['text'] === 'string' ? part['text'] : ''))
    .join('');
}

/** https://openrouter.ai/docs/api/reference/overview#finish-reason. A model that declines by itself counts as filtered. */
export function finishOf(reason: unknown, refused: boolean): Finish {
  if (refused || reason === 'content_filter') return 'filtered';
  return reason === 'stop' || reason === 'length' ? reason : 'other';
}

/** @param text the JSON that holds it as `usage`: the cost is read from there, digit by digit */
export function usageOf(usage: unknown, text: string): CompletionUsage | undefined {
  const counted = objectOf(usage);
  const promptTokens = wholeOf(counted?.['prompt_tokens']);
  const completionTokens = wholeOf(counted?.['completion_tokens']);
  if (promptTokens === undefined || completionTokens === undefined) return undefined;
  const cost = counted?.['cost'];
  const costUsd = typeof cost === 'number' ? costIn(text) : decimalOf(cost);
  return { promptTokens, completionTokens, ...optional('costUsd', costUsd) };
}

/**
 * In OpenRouter's credits, one of which is a US dollar (https://openrouter.ai/docs/use-cases/usage-accounting). A text that
 * has `"cost"` once has its digits right behind it; any other is read as a whole, which takes ten times as long.
 */
function costIn(text: string): string | undefined {
  const at = text.indexOf(costName);
  const alone = at > 0 && at === text.lastIndexOf(costName) && text[at - 1] !== '\\';
  const near = alone ? costForm.exec(text.slice(at + costName.length, at + longestNear)) : null;
  return decimalOf(near?.[1] ?? objectOf(objectOf(readJsonDigits(text))?.['usage'])?.['cost']);
}

const costName = '"cost"';
const costForm = /^\s*:\s*([\d.eE+-]+)\s*[,}]/;
const longestNear = 200;

export function optional<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): { readonly [Key in Name]?: Value } {
  return (value === undefined ? {} : { [name]: value }) as { readonly [Key in Name]?: Value };
}
