import type { CompletionRequest } from '@fairlead/sdk';
import { type Flavour, flavourOf, type Settings } from './settings.ts';

type AnswerSchema = NonNullable<CompletionRequest['answerSchema']>;

/** Makes the body of `POST /chat/completions` of a request. */
export type WriteRequest = (request: CompletionRequest, streamed: boolean) => string;

/**
 * https://openrouter.ai/docs/api/reference/overview, https://platform.openai.com/docs/api-reference/chat/create.
 * Members that are undefined do not appear in JSON.
 */
export function requestWriter(settings: Settings): WriteRequest {
  const flavour = flavourOf(settings);
  return (request, streamed) => {
    const { model, turns, temperature, maxTokens, answerSchema, fallbackModels } = request;
    const asked = answerSchema === undefined ? undefined : askFor(answerSchema, settings.structured);
    const routed = flavour === 'openrouter';
    return JSON.stringify({
      model,
      messages: asked?.instruction === undefined ? turns : [{ role: 'system', content: asked.instruction }, ...turns],
      temperature,
      [settings.maxTokensField]: maxTokens,
      response_format: asked?.format,
      ...(routed ? routing(fallbackModels, asked?.format !== undefined) : {}),
      ...(streamed ? streaming(flavour) : {}),
    });
  };
}

/** `models` are tried after `model`; `require_parameters` leaves out providers that would ignore the schema. */
function routing(fallbackModels: readonly string[] | undefined, enforced: boolean) {
  return {
    // https://openrouter.ai/docs/features/model-routing
    models: fallbackModels === undefined || fallbackModels.length === 0 ? undefined : fallbackModels,
    // https://openrouter.ai/docs/features/provider-routing
    provider: enforced ? { require_parameters: true } : undefined,
  };
}

/** OpenRouter always counts, and calls `include_usage` deprecated (https://openrouter.ai/docs/use-cases/usage-accounting). */
function streaming(flavour: Flavour) {
  return flavour === 'openrouter' ? { stream: true } : { stream: true, stream_options: { include_usage: true } };
}

interface Asked {
  readonly format?: object;
  /** Where the vendor is not told the schema, the model has to be. */
  readonly instruction?: string;
}

/** https://openrouter.ai/docs/features/structured-outputs, https://platform.openai.com/docs/guides/structured-outputs */
function askFor({ name, schema }: AnswerSchema, structured: Settings['structured']): Asked {
  if (structured === 'json_schema') {
    return { format: { type: 'json_schema', json_schema: { name, strict: true, schema } } };
  }
  const instruction = `Answer with one JSON value and nothing else. It must fit this JSON schema: ${JSON.stringify(schema)}`;
  return structured === 'json_object' ? { format: { type: 'json_object' }, instruction } : { instruction };
}
