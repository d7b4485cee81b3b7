import type { Body } from '@fairlead/client';
import { linesOf } from '../../components/lines-of.ts';
import type { Configuration } from './use-configurations.ts';

export type NewConfiguration = Body<'/api/ai/configurations', 'post'>;

/** A configuration as it stands in the form: texts; an empty one is the vendor’s own, or none. */
export interface ConfigurationDraft {
  readonly name: string;
  readonly connection: string;
  readonly model: string;
  readonly fallbackModels: string;
  readonly temperature: string;
  readonly maxTokens: string;
  readonly timeoutSeconds: string;
  readonly budgetUsdPerDay: string;
  readonly promptUsdPerMillion: string;
  readonly completionUsdPerMillion: string;
  readonly purposes: string;
  readonly enabled: boolean;
}

export const emptyDraft: ConfigurationDraft = {
  name: '',
  connection: '',
  model: '',
  fallbackModels: '',
  temperature: '',
  maxTokens: '',
  timeoutSeconds: '30',
  budgetUsdPerDay: '',
  promptUsdPerMillion: '',
  completionUsdPerMillion: '',
  purposes: '',
  enabled: true,
};

export function draftOf(configuration: Configuration): ConfigurationDraft {
  const { name, connection, model, enabled, temperature, maxTokens, timeoutMs } = configuration;
  return {
    name,
    connection,
    model,
    enabled,
    fallbackModels: configuration.fallbackModels.join('\n'),
    temperature: temperature?.toString() ?? '',
    maxTokens: maxTokens?.toString() ?? '',
    timeoutSeconds: (timeoutMs / 1_000).toString(),
    budgetUsdPerDay: configuration.budgetUsdPerDay ?? '',
    promptUsdPerMillion: configuration.promptUsdPerMillion ?? '',
    completionUsdPerMillion: configuration.completionUsdPerMillion ?? '',
    purposes: configuration.purposes.join('\n'),
  };
}

export function configurationOf(draft: ConfigurationDraft): NewConfiguration {
  const { name, connection, model, enabled } = draft;
  return {
    name,
    connection,
    model,
    enabled,
    fallbackModels: linesOf(draft.fallbackModels),
    temperature: numberOf(draft.temperature),
    maxTokens: numberOf(draft.maxTokens),
    timeoutMs: Math.round(Number(draft.timeoutSeconds) * 1_000),
    budgetUsdPerDay: textOf(draft.budgetUsdPerDay),
    promptUsdPerMillion: textOf(draft.promptUsdPerMillion),
    completionUsdPerMillion: textOf(draft.completionUsdPerMillion),
    purposes: linesOf(draft.purposes),
  };
}

function textOf(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}

function numberOf(text: string): number | null {
  return text.trim() === '' ? null : Number(text);
}
