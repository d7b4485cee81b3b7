import { type Static, type TSchema, Type } from 'typebox';
import { closedObject, text } from '../wire/types.ts';

/** What a vendor says of the account whose credentials were tried. Wrong ones are an error of class `auth`. */
export const credentialTest = closedObject({
  account: closedObject({ id: text(255), label: Type.Optional(text(255)) }),
  /** Whether real money and real messages are meant. `unknown` where the vendor does not tell. */
  mode: Type.Enum(['live', 'test', 'unknown']),
  /** What works but should be seen to: a missing permission, a key that expires soon. */
  warnings: Type.Optional(Type.Array(text(500), { maxItems: 20 })),
});
/** What {@link credentialTest} describes. */
export type CredentialTest = Static<typeof credentialTest>;

/** The declaration of `testCredentials`, the probe of every capability that has credentials. */
export function probeOperation<Output extends TSchema>(output: Output) {
  return {
    summary: 'Asks the vendor, without changing anything, whether the credentials work.',
    kind: 'unary',
    input: closedObject({}),
    output,
    repeat: 'safe',
    timeoutMs: 15_000,
    lane: 'probe',
    required: true,
  } as const;
}
