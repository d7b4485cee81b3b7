import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createTestApp, type TestApp, type TestAppOptions } from './testing/test-app.ts';

let app: TestApp;
afterEach(async () => app.dispose());

/** Sends bytes as they are; answers all that came back until the server closed. */
async function exchange(text: string, options: TestAppOptions = {}): Promise<string> {
  app = await createTestApp(options);
  await app.server.listen({ host: '127.0.0.1', port: 0 });
  const socket = connect((app.server.server.address() as AddressInfo).port, '127.0.0.1');
  let answer = '';
  socket.setEncoding('utf8').on('data', (data: string) => {
    answer += data;
  });
  socket.write(text);
  await once(socket, 'close');
  return answer;
}

const problem = (answer: string) =>
  JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4)) as { code: string; errors: object[] };

test('headers of more than 16 KiB are answered 431 with a problem', async () => {
  const answer = await exchange(`GET /api/auth/me HTTP/1.1\r\nhost: x\r\nx-large: ${'x'.repeat(20_000)}\r\n\r\n`);
  expect(answer).toMatch(/^HTTP\/1\.1 431 /);
  expect(problem(answer)).toMatchObject({ code: 'too_large', errors: [{ path: '/headers' }] });
});

test('what is not HTTP is answered 400 with a problem', async () => {
  const answer = await exchange('\x16\x03\x01 hello\r\n\r\n');
  expect(answer).toMatch(/^HTTP\/1\.1 400 [\s\S]*application\/problem\+json/);
  expect(problem(answer)).toMatchObject({ code: 'invalid_request' });
});

test('a body that drips is answered 408 and the connection closes', async () => {
  const head =
    'POST /api/auth/sign-in HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{';
  const answer = await exchange(head, { requestTimeoutMs: 200 });
  expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  expect(problem(answer)).toMatchObject({ code: 'request_timeout' });
});

test('a length that differs from the body is no request', async () => {
  const head =
    'POST /api/auth/sign-in HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n';
  expect(await exchange(head)).toMatch(/^HTTP\/1\.1 400 /);
});
