import { type Static, type TArray, type TObject, type TSchema, type TUnsafe, Type } from 'typebox';
import type { Secret } from '../values/secret.ts';
import { wireKeyword } from '../wire/types.ts';

/** Marks a setting as secret. Only top-level strings and lists of strings may carry it. */
export const secretKeyword = 'x-fairlead-secret';

interface SettingText {
  /** What the form shows as the label. */
  readonly title: string;
  /** Where the admin gets it; shown under the field. */
  readonly description?: string;
}

/** A credential: entered once, stored encrypted, never shown again. In code it is a {@link Secret}. */
export function secretSetting(options: SettingText): TUnsafe<Secret> {
  return Type.Unsafe<Secret>({
    type: 'string',
    minLength: 1,
    maxLength: 65_536,
    [wireKeyword]: 'secret',
    [secretKeyword]: true,
    ...options,
  });
}

/**
 * An ordered list of credentials of which the first is current, so that one can be added before the old one goes
 * (signing secrets of webhooks). In code it is an array of {@link Secret}.
 */
export function secretListSetting(options: SettingText & { readonly maxItems?: number }): TArray<TUnsafe<Secret>> {
  const item = Type.Unsafe<Secret>({ type: 'string', minLength: 1, maxLength: 65_536, [wireKeyword]: 'secret' });
  return Type.Array(item, { maxItems: 8, [secretKeyword]: true, ...options });
}

/** A schema of settings as `defineSettings` answers it. */
export type SettingsSchema = TObject;

/** Settings as a plugin sees them: plain values, and `Secret` or `Secret[]` for what is marked secret. */
export type SettingsOf<Schema extends TSchema> = Static<Schema>;

/**
 * Declares a plugin's settings. Types, validation, the form in the dashboard, the docs and what is secret all come from
 * this one schema. Keep it in a `const` of its own. Give each member a `title`, and a `description` that says where to
 * find the value; `default` fills the form and absent members.
 *
 * @throws TypeError when the object is not closed (`additionalProperties: false`), or a secret is not at the top level
 */
export function defineSettings<const Schema extends SettingsSchema>(schema: Schema): Schema {
  const { additionalProperties } = schema as { additionalProperties?: unknown };
  if (additionalProperties !== false) throw new TypeError('Settings need { additionalProperties: false }.');
  for (const [name, member] of Object.entries(schema.properties)) {
    const inner = isMarked(member) ? [] : [JSON.stringify(member)];
    if (inner.some((json) => json.includes(`"${secretKeyword}"`) || json.includes(`"${wireKeyword}":"secret"`))) {
      throw new TypeError(`The secret inside “${name}” must be a member of the settings themselves.`);
    }
  }
  return schema;
}

/** The names of the secret members, in the schema's order. Works on a schema read from a file as well. */
export function secretNames(schema: { readonly properties?: object }): readonly string[] {
  return Object.entries(schema.properties ?? {})
    .filter(([, member]) => isMarked(member))
    .map(([name]) => name);
}

function isMarked(member: unknown): boolean {
  return typeof member === 'object' && member !== null && (member as Record<string, unknown>)[secretKeyword] === true;
}
