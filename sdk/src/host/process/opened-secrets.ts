import { Secret } from '../../values/secret.ts';
import type { SecretHandles } from '../../wire/codec.ts';

/** On the pipe a secret is its text: it is nobody's but these two processes', and has to get across once. */
export const openedSecrets: SecretHandles = {
  toHandle: (secret) => secret.reveal(),
  fromHandle: (text) => new Secret(text),
};
