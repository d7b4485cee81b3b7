import type { Call, CredentialTest } from '@fairlead/sdk';
import type { ChatApi } from './client.ts';
import { answerObject } from './completion.ts';
import { listModels } from './list-models.ts';
import { unreadable } from './map-errors.ts';
import { objectOf, readJsonDigits, textOf } from './reading.ts';
import { type Context, flavourOf } from './settings.ts';

type Parts = Pick<Context, 'settings' | 'clock'>;

/** Who the key belongs to and what it has left; of others than OpenRouter, whether their models can be listed. */
export function testKey(context: Parts, api: ChatApi, call: Call): Promise<CredentialTest> {
  return flavourOf(context.settings) === 'openrouter'
    ? testOpenRouter(context, api, call)
    : testOther(context, api, call);
}

/** https://openrouter.ai/docs/api/reference/limits. Numbers come as texts: they are money. */
async function testOpenRouter({ settings, clock }: Parts, api: ChatApi, call: Call): Promise<CredentialTest> {
  const key = objectOf(answerObject(readJsonDigits(await api.get('/key', call)), api)['data']);
  if (key === undefined) throw unreadable('does not say whose key this is');
  // OpenRouter's label shows the ends of the key, or the name that it was given.
  const label = textOf(key['label'], 255);
  const left = key['limit_remaining'];
  const expiresMs = Date.parse(textOf(key['expires_at'], 64) ?? '');
  return answer(textOf(key['creator_user_id'], 255) ?? label ?? api.host, label, 'live', [
    ...(isBelowOne(left) ? [`The key may spend ${left} US dollars more, and then answers 402.`] : []),
    ...(key['is_free_tier'] === true ? [freeWarning] : []),
    ...(expiresMs - clock.now() < soonMs ? [`The key expires on ${new Date(expiresMs).toISOString()}.`] : []),
    ...plainWarnings(settings),
  ]);
}

async function testOther({ settings }: Parts, api: ChatApi, call: Call): Promise<CredentialTest> {
  const models = await listModels(api, call);
  const warnings =
    models.length === 0 ? ['The server offers no model.', ...plainWarnings(settings)] : plainWarnings(settings);
  return answer(api.host, models.length === 1 ? '1 model' : `${models.length} models`, 'unknown', warnings);
}

function answer(
  id: string,
  label: string | undefined,
  mode: CredentialTest['mode'],
  warnings: readonly string[],
): CredentialTest {
  return {
    account: { id, ...(label === undefined ? {} : { label }) },
    mode,
    ...(warnings.length === 0 ? {} : { warnings: [...warnings] }),
  };
}

const soonMs = 14 * 86_400_000;
/** https://openrouter.ai/docs/api/reference/limits */
const freeWarning = 'The account has never bought credit: only free models answer, a few times a day.';

function isBelowOne(amount: unknown): amount is string {
  return typeof amount === 'string' && /^(-[\d.]+|0(\.\d*)?|[\d.]+[eE]-\d+)$/.test(amount);
}

function plainWarnings({ apiBase, apiKey }: Context['settings']): readonly string[] {
  const isPlain = apiKey !== undefined && apiBase.startsWith('http:');
  return isPlain
    ? ['The key goes over http, which is not encrypted. Use https unless the server is on this machine.']
    : [];
}
