import type { Call, FetchAnswer } from '@fairlead/sdk';
import { type Refusal, refusalError, tokenFormError, unreadable } from './map-errors.ts';
import { idOf, isObject, objectOf, readJson, textOf, wholeOf } from './reading.ts';
import type { Context } from './settings.ts';

export type Parameters = Readonly<Record<string, unknown>>;
export type Reply = { readonly ok: true; readonly result: unknown } | { readonly ok: false; readonly refusal: Refusal };

/** The Bot API over the hub's HTTP client (https://core.telegram.org/bots/api#making-requests). */
export interface BotApi {
  /** Digits before the colon of the token: the bot's id, which everybody may know. */
  readonly botId: string;
  /** One request; nothing is repeated. @throws FairleadError of the transport, or `answer_unreadable` */
  request(method: string, parameters: Parameters, call: Call): Promise<Reply>;
  /** The same, where a refusal is an error. */
  ask(method: string, parameters: Parameters, call: Call): Promise<unknown>;
}

/** A hundred updates of the longest messages have some three. */
const mostBytes = 16 * 1_048_576;
const tokenForm = /^(\d{1,20}):[A-Za-z0-9_-]{8,200}$/;
const longestPauseMs = 86_400_000;

/** @throws FairleadError `credentials_invalid` when the token could not stand in a path */
export function createBotApi({ http, settings }: Pick<Context, 'http' | 'settings'>): BotApi {
  const botId = tokenForm.exec(settings.botToken.reveal())?.[1];
  if (botId === undefined) throw tokenFormError();
  const base = settings.apiBase.replace(/\/+$/, '');
  const request: BotApi['request'] = async (method, parameters, { signal, timeoutMs }) => {
    // The token is a part of the path. The hub's errors name the host only, and the answer's `url` is not passed on.
    const answer = await http.fetch(`${base}/bot${settings.botToken.reveal()}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(parameters),
      signal,
      timeoutMs,
      maxBytes: mostBytes,
    });
    return readReply(answer, method, (text) => text.replaceAll(settings.botToken.reveal(), '[token]'));
  };
  return {
    botId,
    request,
    async ask(method, parameters, call) {
      const reply = await request(method, parameters, call);
      if (reply.ok) return reply.result;
      throw refusalError(reply.refusal);
    },
  };
}

function readReply(answer: FetchAnswer, method: string, clean: (text: string) => string): Reply {
  const body = objectOf(readJson(answer.text()));
  if (answer.status === 200 && body?.['ok'] === true) return { ok: true, result: body['result'] };
  if (answer.status === 200 && body?.['ok'] !== false) throw unreadable(method);
  const parameters = objectOf(body?.['parameters']);
  const seconds = wholeOf(parameters?.['retry_after']) ?? secondsOf(answer.headers['retry-after']);
  return {
    ok: false,
    refusal: {
      status: answer.status === 200 ? (wholeOf(body?.['error_code']) ?? 500) : answer.status,
      description: clean(textOf(body?.['description'], 300) ?? ''),
      retryAfterMs: seconds === undefined ? undefined : Math.min(seconds * 1_000, longestPauseMs),
      migratedTo: idOf(parameters?.['migrate_to_chat_id']),
    },
  };
}

function secondsOf(header: string | undefined): number | undefined {
  return /^\d{1,9}$/.test(header ?? '') ? Number(header) : undefined;
}

/** The result of a method that answers an object. @throws FairleadError `answer_unreadable` */
export function resultObject(result: unknown, method: string): Readonly<Record<string, unknown>> {
  if (isObject(result)) return result;
  throw unreadable(method);
}
