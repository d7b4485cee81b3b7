import { FairleadError } from '../src/errors/index.ts';
import type { SettingsSchema } from '../src/plugin/settings.ts';
import { isSecret, Secret } from '../src/values/secret.ts';
import { compileCodec } from '../src/wire/codec.ts';
import { compileCheck } from './validate.ts';

/**
 * Validates settings and gives them the form that a plugin sees: defaults filled in, secrets as `Secret`.
 * @param given secrets as plain text or as `Secret`
 * @throws FairleadError `settings_invalid` naming the paths
 */
export function decodeSettings(schema: SettingsSchema, given: Readonly<Record<string, unknown>>): unknown {
  const wire = revealed(given);
  const faults = compileCheck(schema)(wire);
  if (faults.length > 0) {
    throw new FairleadError('settings_invalid', { message: faults.join('; '), details: { paths: faults } });
  }
  const handles = { toHandle: (secret: Secret) => secret.reveal(), fromHandle: (text: string) => new Secret(text) };
  return compileCodec(schema, handles).decode(wire);
}

function revealed(value: unknown): unknown {
  if (isSecret(value)) return value.reveal();
  if (Array.isArray(value)) return value.map(revealed);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.map(([name, member]) => [name, revealed(member)]));
}
