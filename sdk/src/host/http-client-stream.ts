import type { Dispatcher } from 'undici';
import type { StreamAnswer } from '../plugin/context.ts';
import type { Clock } from '../values/clock.ts';
import { tooLarge, unreadable } from './http-client-body.ts';
import {
  dispatchOptions,
  type Exchange,
  flatten,
  late,
  mapTransportError,
  reasonOf,
  type Stage,
} from './http-client-transport.ts';
import type { Sockets } from './http-client-sockets.ts';
import { createPieces } from './http-client-pieces.ts';

export interface StreamExchange extends Exchange {
  readonly clock: Clock;
  readonly silenceMs: number;
  /** Called once, when neither the vendor nor the reader has anything more to do. */
  readonly onOver: () => void;
}

/**
 * Resolves with the head of the answer; its body is still on its way then.
 * @throws FairleadError as documented at `HttpClient`, or the signal's reason
 */
export function openStream(sockets: Sockets, request: StreamExchange): Promise<StreamAnswer> {
  const { url, signal, maxBytes, clock, silenceMs } = request;
  return new Promise((resolve, reject) => {
    let stage: Stage = 'connecting';
    let controller: Dispatcher.DispatchController | undefined;
    let size = 0;
    let over = false;
    const finish = () => {
      over = true;
      signal.removeEventListener('abort', onAbort);
      silence();
      request.onOver();
    };
    const giveUp = (tell: () => void) => {
      if (over) return;
      finish();
      tell();
      controller?.abort(new Error('given up'));
    };
    const fail = (error: unknown) =>
      giveUp(() => (stage === 'answering' ? pieces.fail(error) : reject(error as Error)));
    const stop = (error: unknown) =>
      giveUp(() => (stage === 'answering' ? pieces.stop(error) : reject(error as Error)));
    const onAbort = () => stop(reasonOf(request, stage));
    const watchSilence = () => {
      const timer = clock.schedule(silenceMs, () => stop(late(stage, url)));
      return () => timer.cancel();
    };
    const pieces = createPieces({
      onFull: () => controller?.pause(),
      onRoom: () => controller?.resume(),
      onWait: watchSilence,
      onAbandoned: () => giveUp(() => undefined),
    });
    const silence = watchSilence();
    if (signal.aborted) return onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    sockets.dispatch(dispatchOptions(request), {
      onRequestStart(started) {
        if (over) return started.abort(new Error('given up'));
        stage = 'sent';
        controller = started;
      },
      onResponseStart(_controller, status, raw) {
        if (status < 200 || over) return;
        const headers = flatten(raw);
        silence();
        stage = 'answering';
        resolve({ status, headers, url: url.href, body: pieces.reader, text: () => readText(pieces.reader) });
        if (isCoded(headers['content-encoding'])) fail(unreadable('has a content coding that was not asked for'));
      },
      onResponseData(_controller, chunk) {
        size += chunk.length;
        if (size > maxBytes) fail(tooLarge(maxBytes));
        else pieces.push(chunk);
      },
      onResponseEnd() {
        if (over) return;
        finish();
        pieces.end();
      },
      onResponseError: (_controller, error) => fail(mapTransportError(error, stage, url)),
    });
  });
}

function isCoded(encoding: string | undefined): boolean {
  return encoding !== undefined && encoding.trim() !== '' && encoding.trim().toLowerCase() !== 'identity';
}

async function readText(body: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of body) text += decoder.decode(piece, { stream: true });
  return text + decoder.decode();
}
