import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { HubError } from '../errors/index.ts';
import { problemDocument, problemOf, problemType } from './problem.ts';

function reasonOf(code: string | undefined): HubError {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return new HubError('request_timeout');
  if (code !== 'HPE_HEADER_OVERFLOW') {
    return new HubError('invalid_request', { detail: 'This is not HTTP as it should be.' });
  }
  return new HubError('too_large', {
    detail: 'The headers are too large.',
    errors: [{ path: '/headers', message: 'are larger than 16 KiB' }],
  });
}

/** For what never became a request: broken HTTP, headers too large, a body that drips. The socket closes after it. */
export function answerClientError(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy(error);
    return;
  }
  const parts = problemOf(reasonOf(error.code));
  const body = JSON.stringify(problemDocument(parts, randomUUID()));
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : parts.status;
  socket.end(
    `HTTP/1.1 ${status} ${status === 431 ? 'Request Header Fields Too Large' : parts.title}\r\n` +
      `Content-Type: ${problemType}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
