import type { aiProvider, Call, OutputOf } from '@fairlead/sdk';
import type { ChatApi } from './client.ts';
import { answerObject, optional } from './completion.ts';
import { decimalOf } from './decimal.ts';
import { unreadable } from './map-errors.ts';
import { idOf, type JsonObject, objectOf, readJsonDigits, textOf } from './reading.ts';

type Models = OutputOf<typeof aiProvider.listModels>['models'];

const mostModels = 5_000;
/** Prices are told for one token (https://openrouter.ai/docs/overview/models). */
const perMillion = 6;

/** `GET /models`, of every flavour. */
export async function listModels(api: ChatApi, call: Call): Promise<Models> {
  const { data } = answerObject(readJsonDigits(await api.get('/models', call)), api);
  if (!Array.isArray(data)) throw unreadable('holds no list of models');
  return data.flatMap((each) => toModel(objectOf(each))).slice(0, mostModels);
}

/** One that cannot be named is left out. */
function toModel(model: JsonObject | undefined): Models {
  const id = idOf(model?.['id']);
  if (model === undefined || id === undefined) return [];
  const pricing = objectOf(model['pricing']);
  return [
    {
      id,
      ...optional('name', textOf(model['name'], 255)),
      // `max_model_len` is vLLM's name for it.
      ...optional('contextTokens', tokensOf(model['context_length']) ?? tokensOf(model['max_model_len'])),
      ...optional('promptUsdPerMillion', decimalOf(pricing?.['prompt'], perMillion)),
      ...optional('completionUsdPerMillion', decimalOf(pricing?.['completion'], perMillion)),
    },
  ];
}

function tokensOf(digits: unknown): number | undefined {
  return typeof digits === 'string' && /^[1-9]\d{0,14}$/.test(digits) ? Number(digits) : undefined;
}
