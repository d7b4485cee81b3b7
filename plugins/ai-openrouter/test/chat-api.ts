import type { Reply, VendorCompletion } from '@fairlead/sdk/testing';

/**
 * What OpenRouter says, as JSON and as server-sent events (https://openrouter.ai/docs/api/reference/overview and
 * …/streaming). Numbers of money are written into the text digit by digit, as no float could.
 */
const finishReasons = { stop: 'stop', length: 'length', filtered: 'content_filter' } as const;
const id = 'gen-1732000000-abcdefghijklmnopqrst';

export function wholeReply({ pieces, finish, model, usage }: VendorCompletion): Reply {
  const message = { role: 'assistant', content: pieces.join(''), refusal: null, reasoning: null };
  const choice = { logprobs: null, finish_reason: finishReasons[finish], index: 0, message };
  const answer = { id, provider: 'Acme', model, object: 'chat.completion', created: 1_732_000_000, choices: [choice] };
  return json(withUsage(answer, usage));
}

/** Everything up to the last piece of text. */
export function textEvents({ pieces, model }: VendorCompletion): readonly string[] {
  const head = { id, provider: 'Acme', model, object: 'chat.completion.chunk', created: 1_732_000_000 };
  return pieces.map((content) =>
    JSON.stringify({ ...head, choices: [{ index: 0, delta: { role: 'assistant', content }, finish_reason: null }] }),
  );
}

/** The reason and what it took, which OpenRouter sends in one event and OpenAI in two. */
export function endEvents({ finish, model, usage }: VendorCompletion): readonly string[] {
  const head = { id, model, object: 'chat.completion.chunk' };
  const choice = { index: 0, delta: { role: 'assistant', content: '' }, finish_reason: finishReasons[finish] };
  const last = JSON.stringify({ ...head, choices: [choice] });
  return usage === undefined ? [last] : [last, withUsage({ ...head, choices: [] }, usage)];
}

export function failureEvent(status: number): string {
  const choices = [{ index: 0, delta: { content: '' }, finish_reason: 'error' }];
  return JSON.stringify({ id, object: 'chat.completion.chunk', error: failure(status), choices });
}

export function failure(status: number) {
  return { code: status, message: `Status ${status} as the tests have it`, metadata: { provider_name: 'Acme' } };
}

export function events(...data: readonly string[]): Reply {
  const text = data.map((each) => `data: ${each}\n\n`).join('');
  return { headers: { 'content-type': 'text/event-stream' }, body: `: OPENROUTER PROCESSING\n\n${text}` };
}

export function streamedReply(completion: VendorCompletion): Reply {
  return events(...textEvents(completion), ...endEvents(completion), '[DONE]');
}

export function json(body: string): Reply {
  return { headers: { 'content-type': 'application/json' }, body };
}

function withUsage(answer: object, usage: VendorCompletion['usage']): string {
  if (usage === undefined) return JSON.stringify(answer);
  const { promptTokens, completionTokens, costUsd } = usage;
  const cost = costUsd === undefined ? '' : `"cost":${costUsd},"cost_details":{"upstream_inference_cost":7.5},`;
  const counted = `${cost}"prompt_tokens":${promptTokens},"completion_tokens":${completionTokens}`;
  return `${JSON.stringify(answer).slice(0, -1)},"usage":{${counted},"total_tokens":${promptTokens + completionTokens}}}`;
}
