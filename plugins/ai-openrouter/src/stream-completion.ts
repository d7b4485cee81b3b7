import type { Completion, CompletionPart, CompletionUsage, StreamAnswer } from '@fairlead/sdk';
import type { ChatApi } from './client.ts';
import {
  answerObject,
  contentText,
  finishOf,
  firstChoice,
  longestText,
  optional,
  readCompletion,
  throwFailure,
  usageOf,
} from './completion.ts';
import { createEventParser } from './event-parser.ts';
import { unreadable } from './map-errors.ts';
import { idOf, readJson, textOf } from './reading.ts';
import { createTextParts } from './text-parts.ts';

const endMarker = '[DONE]';

/**
 * The parts of an answer that comes as server-sent events (https://openrouter.ai/docs/api/reference/streaming). Only
 * `[DONE]` ends it; whatever ends without it was cut off.
 */
export async function* readStream(
  answer: StreamAnswer,
  asked: string,
  api: Pick<ChatApi, 'failure'>,
): AsyncGenerator<CompletionPart, void, void> {
  if (isWhole(answer)) {
    yield* partsOf(readCompletion(await answer.text(), asked, api));
    return;
  }
  const parser = createEventParser();
  const reading = createReading(asked, api);
  for await (const bytes of answer.body) {
    for (const event of parser.push(bytes)) {
      yield* reading.take(event);
      if (reading.ended) return;
    }
  }
  for (const event of parser.end()) yield* reading.take(event);
  if (!reading.ended) throw unreadable('was cut off: it ended without its end marker');
}

/** A server that does not stream answers whole. Events come under more names than the one that they have. */
function isWhole({ headers }: StreamAnswer): boolean {
  return /^application\/(\w+\+)?json\b/i.test(headers['content-type'] ?? '');
}

export function* partsOf({ text, ...ending }: Completion): Generator<CompletionPart, void, void> {
  const parts = createTextParts();
  yield* parts.push(text);
  yield* parts.end();
  yield { type: 'done', ...ending };
}

/** What is known of an answer while it comes. */
function createReading(asked: string, api: Pick<ChatApi, 'failure'>) {
  const parts = createTextParts();
  let ended = false;
  let chosen = false;
  let refused = false;
  let reason: unknown;
  let model: string | undefined;
  let id: string | undefined;
  let usage: CompletionUsage | undefined;
  let length = 0;

  function* end(): Generator<CompletionPart, void, void> {
    if (!chosen) throw unreadable('holds no choice');
    ended = true;
    yield* parts.end();
    const finish = finishOf(reason, refused);
    yield { type: 'done', finish, model: model ?? asked, ...optional('id', id), ...optional('usage', usage) };
  }
  function* take(event: string): Generator<CompletionPart, void, void> {
    if (ended || event === '') return;
    if (event.startsWith(endMarker)) return yield* end();
    const chunk = answerObject(readJson(event), api);
    model ??= textOf(chunk['model'], 255);
    id ??= idOf(chunk['id']);
    usage = usageOf(chunk['usage'], event) ?? usage;
    const choice = firstChoice(chunk);
    if (choice === undefined) return;
    chosen = true;
    reason = choice['finish_reason'] ?? reason;
    throwFailure(choice, reason, api);
    const delta = choice['delta'] as { readonly content?: unknown; readonly refusal?: unknown } | null | undefined;
    refused ||= textOf(delta?.refusal, 1) !== undefined;
    const text = contentText(delta?.content);
    if (text === undefined) throw unreadable('holds a piece that is no text');
    length += text.length;
    if (length > longestText) throw unreadable(`is longer than ${longestText} characters`);
    yield* parts.push(text);
  }
  return {
    take,
    get ended() {
      return ended;
    },
  };
}
