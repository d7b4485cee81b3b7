import { defineSettings, type PluginContext, secretSetting, type SettingsOf } from '@fairlead/sdk';
import { Type } from 'typebox';

export const settings = defineSettings(
  Type.Object(
    {
      apiKey: Type.Optional(
        secretSetting({
          title: 'API key',
          description: 'OpenRouter shows it once, when it is made. A server of your own may need none.',
        }),
      ),
      apiBase: Type.String({
        title: 'Address of the API',
        description: 'What comes before /chat/completions. Other than OpenRouter’s for OpenAI, Gemini, Ollama, vLLM.',
        pattern: '^https?://[^\\s/?#@]+(/[^\\s?#]*)?$',
        maxLength: 2_048,
        default: 'https://openrouter.ai/api/v1',
      }),
      flavour: Type.Enum(['auto', 'openrouter', 'openai-compatible'], {
        title: 'What it speaks',
        description:
          'auto: openrouter when the address is on openrouter.ai. openrouter knows fallback models, costs and what a key has left.',
        default: 'auto',
      }),
      structured: Type.Enum(['json_schema', 'json_object', 'none'], {
        title: 'How answers by a schema are asked for',
        description:
          'json_schema: the vendor enforces the schema. json_object: it enforces JSON, and the schema is a part of the question. none: the question alone.',
        default: 'json_schema',
      }),
      maxTokensField: Type.Enum(['max_tokens', 'max_completion_tokens'], {
        title: 'Name of the limit on tokens',
        description: 'max_completion_tokens for OpenAI’s reasoning models, which refuse the older name.',
        default: 'max_tokens',
      }),
      referer: Type.Optional(
        Type.String({
          title: 'Address of your product',
          description: 'For OpenRouter’s rankings (HTTP-Referer). It is published there; leave it empty to stay out.',
          pattern: '^https?://[\\x21-\\x7e]+$',
          maxLength: 512,
        }),
      ),
      title: Type.Optional(
        Type.String({
          title: 'Name of your product',
          description: 'The same, for the name (X-OpenRouter-Title).',
          pattern: '^[\\x21-\\x7e]([\\x20-\\x7e]*[\\x21-\\x7e])?$',
          maxLength: 128,
        }),
      ),
    },
    { additionalProperties: false },
  ),
);

export type Settings = SettingsOf<typeof settings>;
export type Context = PluginContext<Settings>;

/** What the API at the other end is, beyond the chat API that all of them have. */
export type Flavour = 'openrouter' | 'openai-compatible';

export function flavourOf({ flavour, apiBase }: Pick<Settings, 'flavour' | 'apiBase'>): Flavour {
  if (flavour !== 'auto') return flavour;
  const host = URL.parse(apiBase)?.hostname ?? '';
  return host === 'openrouter.ai' || host.endsWith('.openrouter.ai') ? 'openrouter' : 'openai-compatible';
}
