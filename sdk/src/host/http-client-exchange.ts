import type { Dispatcher } from 'undici';
import { decodeBody, tooLarge } from './http-client-body.ts';
import {
  dispatchOptions,
  type Exchange,
  flatten,
  mapTransportError,
  reasonOf,
  type Stage,
} from './http-client-transport.ts';
import type { Sockets } from './http-client-sockets.ts';

export interface ExchangeAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** @throws FairleadError as documented at `HttpClient`, or the signal's reason */
export async function exchange(sockets: Sockets, request: Exchange): Promise<ExchangeAnswer> {
  const { status, headers, body } = await receive(sockets, request);
  const empty = request.method === 'HEAD' || status === 204 || status === 304;
  const encoding = empty ? undefined : headers['content-encoding'];
  return { status, headers, body: await decodeBody(body, encoding, request.maxBytes) };
}

function receive(sockets: Sockets, request: Exchange): Promise<ExchangeAnswer> {
  const { url, signal, maxBytes } = request;
  return new Promise((resolve, reject) => {
    let stage: Stage = 'connecting';
    let controller: Dispatcher.DispatchController | undefined;
    let head = { status: 0, headers: {} as Record<string, string> };
    const chunks: Uint8Array[] = [];
    let size = 0;
    const fail = (error: unknown) => {
      signal.removeEventListener('abort', onAbort);
      reject(error as Error);
      controller?.abort(new Error('given up'));
    };
    const onAbort = () => fail(reasonOf(request, stage));
    if (signal.aborted) return onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    sockets.dispatch(dispatchOptions(request), {
      onRequestStart(started) {
        if (signal.aborted) return started.abort(new Error('given up'));
        stage = 'sent';
        controller = started;
      },
      onResponseStart(_controller, status, headers) {
        if (status < 200) return;
        stage = 'answering';
        head = { status, headers: flatten(headers) };
        if (Number(head.headers['content-length'] ?? 0) > maxBytes && request.method !== 'HEAD')
          fail(tooLarge(maxBytes));
      },
      onResponseData(_controller, chunk) {
        size += chunk.length;
        if (size > maxBytes) return fail(tooLarge(maxBytes));
        chunks.push(chunk);
      },
      onResponseEnd() {
        signal.removeEventListener('abort', onAbort);
        resolve({ ...head, body: Buffer.concat(chunks) });
      },
      onResponseError: (_controller, error) => fail(mapTransportError(error, stage, url)),
    });
  });
}
