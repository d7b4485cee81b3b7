import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiFailure } from './model.ts';

export interface ProviderRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface ProviderAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text as it is; anything else as JSON. */
  readonly body?: unknown;
}

const mostBytes = 1_048_576;

/** @throws ApiFailure 413 */
export async function readRequest(message: IncomingMessage): Promise<ProviderRequest> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message) {
    size += (chunk as Buffer).length;
    if (size > mostBytes) throw new ApiFailure(413, 'too_large', 'The body is larger than 1 MiB.');
    chunks.push(chunk as Buffer);
  }
  const { pathname, searchParams } = new URL(message.url ?? '/', 'http://provider');
  const body = Buffer.concat(chunks).toString('utf8');
  return { method: message.method ?? 'GET', path: pathname, query: searchParams, headers: message.headers, body };
}

export function sendAnswer(response: ServerResponse, { status, headers, body }: ProviderAnswer): void {
  const text = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body);
  const type = typeof body === 'string' ? 'text/html; charset=utf-8' : 'application/json';
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(text), ...headers });
  response.end(text);
}

export function failureAnswer({ status, code, message, reason }: ApiFailure): ProviderAnswer {
  return { status, body: { error: { code, message, ...(reason === undefined ? {} : { reason }) } } };
}

/** A JSON object in a body. @throws ApiFailure 400 */
export function readObject(body: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(body === '' ? '{}' : body);
  } catch {
    throw new ApiFailure(400, 'not_json', 'The body is not JSON.');
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new ApiFailure(400, 'not_an_object', 'The body is not a JSON object.');
}
