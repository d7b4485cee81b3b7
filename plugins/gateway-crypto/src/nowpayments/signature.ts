import { hmac, macEquals } from '@fairlead/sdk';
import { type JsonValue, writeJson } from '../lossless-json.ts';

/**
 * `x-nowpayments-sig`: hex HMAC-SHA512, with the trimmed IPN secret, of the notification’s JSON with members sorted by
 * name at every level. Numbers are those of the text that came: written anew from floats, long ones would differ.
 * Lists stay lists in the PHP and Python of the documentation, while its JavaScript makes objects of them; as nobody says
 * which of these signs, either is believed. Both need the secret.
 * Source: https://documenter.getpostman.com/view/7907941/2s93JusNJt#instant-payments-notifications
 */
export function isSignedBy(secret: string, notification: JsonValue, claimed: string): boolean {
  const key = secret.trim();
  if (key === '') return false;
  return [false, true].some((listsAsObjects) =>
    macEquals(hmac('sha512', key, writeJson(notification, { sorted: true, listsAsObjects })), claimed, 'hex'),
  );
}
