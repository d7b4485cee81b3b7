import { FairleadError } from '@fairlead/sdk';

/** A request that the Bot API did not carry out (https://core.telegram.org/bots/api#making-requests). */
export interface Refusal {
  /** `error_code`, else the HTTP status. */
  readonly status: number;
  /** For people; the wording may change. Holds no token. */
  readonly description: string;
  /** `parameters.retry_after`, else the header. */
  readonly retryAfterMs: number | undefined;
  /** `parameters.migrate_to_chat_id`: the group has become a supergroup with this id. */
  readonly migratedTo: string | undefined;
}

/** What a refusal means for the connection. */
export function refusalError(refusal: Refusal): FairleadError {
  const { status, description, retryAfterMs } = refusal;
  const details = { status };
  const said = description === '' ? `status ${status}` : description;
  if (status === 429) return new FairleadError('rate_limited', { details, retryAfterMs });
  // A path with a token that is none is answered 404.
  if (status === 401 || status === 404) {
    const message = 'Telegram does not know this bot token. Ask BotFather for it (/token) and enter it anew.';
    return new FairleadError('credentials_invalid', { message, details });
  }
  if (status === 403) {
    const message = `Telegram does not let the bot do this (${said}).`;
    return new FairleadError('permission_missing', { message, details });
  }
  if (status === 409) return conflictError(description);
  if (status >= 500) return new FairleadError('vendor_error', { details });
  if (status >= 400) {
    return new FairleadError('settings_invalid', { message: `Telegram refuses the request (${said}).`, details });
  }
  return new FairleadError('answer_unreadable', {
    message: `The answer’s status ${status} is none that the Bot API has.`,
    details,
  });
}

/** Only one program at a time gets a bot's updates (https://core.telegram.org/bots/api#getting-updates). */
function conflictError(description: string): FairleadError {
  if (isWebhookConflict(description)) return foreignWebhookError(undefined);
  const message =
    'Another program polls this bot, and only one can. Stop it, or make a bot of its own for this connection. If you do not know it: /revoke at BotFather makes a new token and locks it out.';
  return new FairleadError('settings_invalid', { message, details: { status: 409 } });
}

export function isWebhookConflict(description: string): boolean {
  return /\bwebhook is active\b/i.test(description);
}

/** @param host of the address that gets the updates now; undefined when it is not known */
export function foreignWebhookError(host: string | undefined): FairleadError {
  const where = host === undefined ? '' : ` (at ${host})`;
  const message = `Another program’s webhook${where} receives this bot’s updates, and only one can. Make a bot of its own for this connection, or remove that webhook with the method deleteWebhook; the guide shows how.`;
  return new FairleadError('settings_invalid', { message, details: { status: 409 } });
}

export function tokenFormError(): FairleadError {
  const message = 'This is no bot token. It looks like 123456789:AAF… and comes from BotFather.';
  return new FairleadError('credentials_invalid', { message });
}

export function webhookSettingError(message: string): FairleadError {
  return new FairleadError('settings_invalid', { message });
}

export function unreadable(what: string): FairleadError {
  return new FairleadError('answer_unreadable', {
    message: `Telegram’s answer to ${what} is not in its documented form.`,
  });
}
