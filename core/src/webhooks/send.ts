import { type Clock, FairleadError, hasCode, isFairleadError } from '@fairlead/sdk';
import { createHttpClient, type HostHttpClient, type Resolve } from '@fairlead/sdk/host';

export interface WebhookRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signal: AbortSignal;
}

export interface WebhookReply {
  readonly status: number;
  readonly retryAfter: string | undefined;
  /** The first bytes, as text. */
  readonly text: string;
}

/** Sends to one endpoint. Rejects when there was no answer. */
export interface WebhookSender {
  send(request: WebhookRequest): Promise<WebhookReply>;
  dispose(): Promise<void>;
}

export interface SenderOptions {
  readonly url: string;
  readonly allowPrivateAddresses: boolean;
  readonly clock: Clock;
  readonly resolve?: Resolve | undefined;
}

export type MakeSender = (options: SenderOptions) => WebhookSender;

export const attemptTimeoutMs = 15_000;
const replyBytes = 4_096;

/**
 * Over HTTP, with the address checked where the socket connects. Redirects are answers. The status decides: of the body
 * no more than its beginning is read, and one that is cut off, endless or slow changes nothing.
 */
export const httpSender: MakeSender = ({ url, allowPrivateAddresses, clock, resolve }) => {
  const client: HostHttpClient = createHttpClient({
    egress: ['*'],
    settings: {},
    clock,
    userAgent: 'Fairlead-Webhooks',
    maxSockets: 8,
    ...(allowPrivateAddresses ? { allowedPrivateHosts: [new URL(url).hostname] } : {}),
    ...(resolve === undefined ? {} : { resolve }),
  });
  return {
    async send({ url: to, headers, body, signal }) {
      const answer = await client.stream(to, {
        method: 'POST',
        headers,
        body,
        signal,
        timeoutMs: attemptTimeoutMs,
        silenceMs: attemptTimeoutMs,
      });
      const { status, headers: answered } = answer;
      return { status, retryAfter: answered['retry-after'], text: await beginning(answer.body) };
    },
    dispose: () => client.dispose(),
  };
};

async function beginning(body: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const piece of body) {
      pieces.push(piece);
      size += piece.length;
      if (size >= replyBytes) break;
    }
  } catch (error) {
    // The receiver has said what it had to say: the status.
    if (!isFairleadError(error)) throw error;
  }
  return new TextDecoder().decode(Buffer.concat(pieces).subarray(0, replyBytes));
}

/** In words for the delivery log; it names neither the address's path nor what a name resolved to. */
export function failureText(error: unknown): string {
  if (hasCode(error, 'timeout')) return `There was no answer within ${attemptTimeoutMs / 1_000} seconds.`;
  if (hasCode(error, 'address_forbidden'))
    return 'The address is private or leads to one that is: allow it for this endpoint, or use another.';
  return error instanceof FairleadError || error instanceof Error ? error.message : String(error);
}
