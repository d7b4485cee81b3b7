import type { Call } from '@fairlead/sdk';
import type { JsonObject } from '../lossless-json.ts';
import { unreadable } from '../map-errors.ts';
import { textAt } from '../reading.ts';
import type { Context } from '../settings.ts';

/** Tokens are good for five minutes; a minute is left for clocks and requests under way. */
const keptForMs = 240_000;

export interface Session {
  /** Of a sign-in at most four minutes ago, or of a new one; undefined when no e-mail and password are entered. */
  token(call: Call): Promise<string | undefined>;
  /** The token was refused: the next call signs in anew. */
  forget(): void;
}

/** `POST /auth` answers a token for e-mail and password. It stays in memory and is never logged or stored. */
export function signIn({ settings, clock }: Context, post: (json: string, call: Call) => Promise<JsonObject>): Session {
  let kept: { readonly token: string; readonly untilMs: number } | undefined;
  return {
    async token(call) {
      const { accountEmail: email, accountPassword } = settings;
      if (email === undefined || accountPassword === undefined) return undefined;
      if (kept !== undefined && clock.monotonic() < kept.untilMs) return kept.token;
      const answer = await post(JSON.stringify({ email, password: accountPassword.reveal() }), call);
      const token = textAt(answer, 'token');
      if (token === undefined || !/^[\x21-\x7e]{1,8192}$/.test(token)) throw unreadable('token');
      kept = { token, untilMs: clock.monotonic() + keptForMs };
      return token;
    },
    forget() {
      kept = undefined;
    },
  };
}
