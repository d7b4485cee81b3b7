import { type ErrorDetails, errorClasses, type FairleadError, fromWireError, type WireError } from '@fairlead/sdk';
import { type FromChild, type Question, type RefusalKind, refusalKinds } from '@fairlead/sdk/host';

/** A child sent what no child program sends. Its process is ended. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError';
}

type Parts = { readonly [name: string]: unknown };

/**
 * A message of a plugin's process, of which nothing is believed: the plugin's code can write on the pipe itself. Values
 * inside of it (answers, settings, fields of a log) are still unknown.
 * @throws ProtocolError
 */
export function childMessage(message: unknown): FromChild {
  const parts = objectOf(message);
  switch (parts['type']) {
    case 'result':
      return { type: 'result', id: count(parts, 'id'), value: parts['value'] };
    case 'item':
      return { type: 'item', id: count(parts, 'id'), value: parts['value'] };
    case 'done':
      return { type: 'done', id: count(parts, 'id') };
    case 'error':
      return { type: 'error', id: count(parts, 'id'), error: wireError(parts['error']) };
    case 'timer':
      return { ...timerOf(parts), type: 'timer', delayMs: amount(parts, 'delayMs') };
    case 'timer-off':
      return { ...timerOf(parts), type: 'timer-off' };
    case 'ask':
      return {
        type: 'ask',
        id: count(parts, 'id'),
        connection: count(parts, 'connection'),
        question: question(parts['question']),
      };
    case 'log':
      return logMessage(parts);
    case 'beat':
      return {
        type: 'beat',
        cpuMs: amount(parts, 'cpuMs'),
        rssBytes: amount(parts, 'rssBytes'),
        heapUsedBytes: amount(parts, 'heapUsedBytes'),
        loopDelayMs: amount(parts, 'loopDelayMs'),
      };
    case 'refused':
      return refusedMessage(parts);
    case 'ready':
      return { type: 'ready', protocol: count(parts, 'protocol') };
    case 'unfit':
      return unfit(parts);
    default:
      throw new ProtocolError('It sent a message of a kind that is not known.');
  }
}

/** @throws ProtocolError */
function wireError(value: unknown): WireError {
  const { class: errorClass, code, message, retryAfterMs, details } = objectOf(value);
  if (typeof errorClass !== 'string' || !(errorClasses as readonly string[]).includes(errorClass)) {
    throw new ProtocolError('It sent an error of a class that is not known.');
  }
  return {
    class: errorClass as WireError['class'],
    code: text(code, 100) as WireError['code'],
    message: text(message, 4_000),
    ...(isAmount(retryAfterMs) ? { retryAfterMs } : {}),
    ...(details === undefined ? {} : { details: errorDetails(details) }),
  };
}

/** As many flat members as an error may have, the others left out. */
function errorDetails(value: unknown): ErrorDetails {
  const entries = Object.entries(objectOf(value)).slice(0, 32);
  const kept = entries.filter(
    ([name, member]) => name.length <= 100 && (isPlain(member) || (Array.isArray(member) && member.every(isShortText))),
  );
  return Object.fromEntries(kept) as ErrorDetails;
}

function isPlain(value: unknown): boolean {
  return value === null || typeof value === 'number' || typeof value === 'boolean' || isShortText(value);
}

function isShortText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 4_000;
}

/** The error that a child answered with. */
export function childError(wire: WireError): FairleadError {
  return fromWireError(wire);
}

function question(value: unknown): Question {
  const parts = objectOf(value);
  const { about } = parts;
  switch (about) {
    case 'state.get':
    case 'state.delete':
      return { about, key: text(parts['key'], 1_000) };
    case 'state.put':
      return { about, key: text(parts['key'], 1_000), value: parts['value'] };
    case 'secrets.get':
    case 'secrets.delete':
      return { about, name: text(parts['name'], 1_000) };
    case 'secrets.put': {
      const { expiresAt } = parts;
      const expiry = expiresAt === undefined ? {} : { expiresAt: text(expiresAt, 100) };
      return { about, name: text(parts['name'], 1_000), value: text(parts['value'], 1_048_576), ...expiry };
    }
    case 'invoke':
      return {
        about,
        connectionId: text(parts['connectionId'], 200),
        capability: text(parts['capability'], 200),
        operation: text(parts['operation'], 200),
        input: parts['input'],
      };
    default:
      throw new ProtocolError('It asked for something that is not known.');
  }
}

function timerOf(parts: Parts): { readonly connection: number; readonly timer: number } {
  return { connection: count(parts, 'connection'), timer: count(parts, 'timer') };
}

function logMessage(parts: Parts): FromChild {
  const { level, fields } = parts;
  if (level !== 'debug' && level !== 'info' && level !== 'warn' && level !== 'error') {
    throw new ProtocolError('It logged at a level that is not known.');
  }
  return {
    type: 'log',
    connection: count(parts, 'connection'),
    level,
    message: text(parts['message'], 4_000),
    ...(fields === undefined ? {} : { fields: objectOf(fields) }),
  };
}

function refusedMessage(parts: Parts): FromChild {
  const kind = text(parts['kind'], 20) as RefusalKind;
  if (!refusalKinds.includes(kind)) throw new ProtocolError('It was refused something that is not known.');
  return { type: 'refused', kind, host: text(parts['host'], 253), attempts: count(parts, 'attempts') };
}

function unfit(parts: Parts): FromChild {
  const { problem, faults } = parts;
  if (problem !== 'import_failed' && problem !== 'contract_broken')
    throw new ProtocolError('It is unfit in an unknown way.');
  if (!Array.isArray(faults) || faults.length === 0) throw new ProtocolError('It is unfit without a reason.');
  return { type: 'unfit', problem, faults: faults.slice(0, 50).map((one) => text(one, 4_000)) };
}

function objectOf(value: unknown): Parts {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ProtocolError('It sent something else than an object.');
  }
  return value as Parts;
}

function count(parts: Parts, name: string): number {
  const value = parts[name];
  if (!Number.isSafeInteger(value) || (value as number) < 0)
    throw new ProtocolError(`Its “${name}” is not a number of things.`);
  return value as number;
}

function isAmount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function amount(parts: Parts, name: string): number {
  const value = parts[name];
  if (!isAmount(value)) throw new ProtocolError(`Its “${name}” is not an amount.`);
  return value;
}

/** A text, cut to a length: what is too long for its place is not worth a process. */
function text(value: unknown, longest: number): string {
  if (typeof value !== 'string') throw new ProtocolError('It sent something else where a text belongs.');
  return value.slice(0, longest);
}
