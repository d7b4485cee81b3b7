import type { WebhookRequest } from '@fairlead/sdk';
import { BodyFault } from './body-fault.ts';

/** A body, read as far as its form goes. */
export type Document =
  | { readonly kind: 'json'; readonly value: object }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'fault'; readonly fault: BodyFault };

/**
 * Reads the bytes. What they are decides, and the content type only where they are neither an object nor a list: nobody
 * signs that header, and whoever changed it must not make another message of what was signed.
 */
export function readDocument({ rawBody, headers }: Pick<WebhookRequest, 'rawBody' | 'headers'>): Document {
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') return fault('Compressed bodies are not taken.');
  const text = decode(rawBody);
  if (text === undefined) return fault('The body is not UTF-8.');
  const json = parse(text);
  if (json.kind === 'json' && typeof json.value === 'object' && json.value !== null)
    return { kind: 'json', value: json.value };
  if (json.kind === 'deep') return fault('The body is nested too deep.');
  if (/^\s*text\/plain\s*(;|$)/i.test(headers['content-type'] ?? '')) return { kind: 'text', text };
  return fault(json.kind === 'json' ? 'The body must be a JSON object.' : 'The body is not JSON.');
}

function fault(message: string): Document {
  return { kind: 'fault', fault: new BodyFault('', message) };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

type Parsed =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'deep' }
  | { readonly kind: 'none' };

function parse(text: string): Parsed {
  try {
    // Looking at each value takes three times as long as reading them.
    const value: unknown = /\d{16}/.test(text) ? JSON.parse(text, keepDigits) : JSON.parse(text);
    return { kind: 'json', value };
  } catch (error) {
    if (error instanceof RangeError) return { kind: 'deep' };
    if (error instanceof SyntaxError) return { kind: 'none' };
    throw error;
  }
}

/** Whole numbers beyond 2^53 become text with all their digits: a wrong id would be another message. */
function keepDigits(_name: string, value: unknown, context?: { readonly source?: string }): unknown {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value;
  return /^-?\d{1,40}$/.test(context?.source ?? '') ? context?.source : value;
}
