import { type Call, hmac } from '@fairlead/sdk';
import { type JsonObject, readJson } from '../lossless-json.ts';
import { mapStatus, needed, unreadable, vendorError } from '../map-errors.ts';
import { asObject, textAt } from '../reading.ts';
import type { Context } from '../settings.ts';
import { errorCodeOf, readErrorCodeOf } from './map-errors.ts';

const defaultAddress = 'https://www.coinpayments.net/api.php';

/** A command’s result, or why CoinPayments will not do it. Everything else is thrown. */
export type Ran =
  | { readonly result: JsonObject; readonly refused?: never }
  | { readonly result?: never; readonly refused: string };

export interface LegacyClient {
  /** Runs one command of api.php. @throws FairleadError */
  run(command: string, fields: Readonly<Record<string, string>>, call: Call): Promise<Ran>;
  /** Runs a command that only tells something: a refusal is an error as well. @throws FairleadError */
  read(command: string, fields: Readonly<Record<string, string>>, call: Call): Promise<JsonObject>;
}

/**
 * The legacy API: one address, a form signed in the header `HMAC` (hex HMAC-SHA512 of the raw body, with the private key),
 * and HTTP 200 whatever happened: only `error: "ok"` is success.
 * Source: https://www.coinpayments.net/apidoc-intro
 */
export function legacyClient({ http, settings }: Context): LegacyClient {
  const client: LegacyClient = {
    async run(command, fields, { signal, timeoutMs }) {
      const key = needed(settings.publicKey, 'publicKey');
      const privateKey = needed(settings.privateKey, 'privateKey');
      const form = new URLSearchParams({ version: '1', key, cmd: command, format: 'json', ...fields });
      const body = form.toString();
      const answer = await http.fetch(settings.apiBase ?? defaultAddress, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          accept: 'application/json',
          hmac: hmac('sha512', privateKey.reveal(), body).toString('hex'),
        },
        body,
        signal,
        timeoutMs,
      });
      const json = asObject(readJson(answer.text()));
      const error = textAt(json, 'error');
      if (answer.status < 200 || answer.status >= 300) {
        throw mapStatus(answer, error === undefined ? undefined : { message: error });
      }
      if (error === undefined) throw unreadable('member “error”');
      if (error === 'ok') return { result: asObject(json?.['result']) ?? {} };
      const code = errorCodeOf(error);
      if (code !== undefined) throw vendorError(code, { message: error }, answer);
      return { refused: error };
    },
    async read(command, fields, call) {
      const { result, refused } = await client.run(command, fields, call);
      if (refused === undefined) return result;
      throw vendorError(readErrorCodeOf(refused), { message: refused }, { status: 200, headers: {} });
    },
  };
  return client;
}
