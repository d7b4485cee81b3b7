import { inspect } from 'node:util';
import { isFairleadError } from '../../src/errors/index.ts';
import type { StartedPlugin } from '../start-plugin.ts';

/** @throws Error naming the place where one of these texts, or a common encoding of it, can be read */
export function assertNoSecretLeaks(
  secrets: readonly string[],
  plugin: StartedPlugin,
  errors: readonly unknown[],
): void {
  const places: Readonly<Record<string, string>> = {
    'its log': inspect(plugin.logs, { depth: 8 }) + JSON.stringify(plugin.logs),
    'an error': errors.map((error) => (isFairleadError(error) ? JSON.stringify(error) : String(error))).join('\n'),
    'its key-value state': [...plugin.state.entries.values()].join('\n'),
  };
  const all = [...secrets, ...plugin.storedSecrets.values()];
  for (const [place, text] of Object.entries(places)) {
    const seen = all.some((secret) =>
      [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64')].some((form) => text.includes(form)),
    );
    if (seen) throw new Error(`A secret can be read in ${place}.`);
  }
}
