import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FakeClock } from '@fairlead/sdk/testing';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { attemptTimeoutMs, failureText, httpSender, type WebhookSender } from './send.ts';

let server: Server;
let clock: FakeClock;
let listener: RequestListener;
let arrived: (() => void) | undefined;
let sender: WebhookSender | undefined;
let url: string;

beforeEach(async () => {
  clock = new FakeClock();
  listener = (_request, response) => response.end('thanks');
  server = createServer((request, response) => {
    arrived?.();
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
});
afterEach(async () => {
  await sender?.dispose();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function send(options: { readonly allowPrivateAddresses?: boolean; readonly to?: string } = {}) {
  const { allowPrivateAddresses = true, to = url } = options;
  const resolve = async () => [{ address: '127.0.0.1', family: 4 }];
  sender = httpSender({ url: to, allowPrivateAddresses, clock, resolve });
  const { signal } = new AbortController();
  return sender.send({ url: to, headers: { 'webhook-id': 'e1' }, body: '{}', signal });
}

it('sends the body as it is, and reads status, Retry-After and text', async () => {
  let body = '';
  listener = (request, response) => {
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => response.writeHead(429, { 'retry-after': '7' }).end('later'));
  };
  expect(await send()).toEqual({ status: 429, retryAfter: '7', text: 'later' });
  expect(body).toBe('{}');
});

it('reads no more than the beginning of an answer of 10 MB', async () => {
  listener = (_request, response) => response.end(Buffer.alloc(10 * 1_048_576, 'x'));
  const { status, text } = await send();
  expect([status, text.length]).toEqual([200, 4_096]);
});

it('takes the status of an answer that is cut off', async () => {
  listener = (_request, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('begun', () => response.destroy());
  };
  expect((await send()).status).toBe(200);
});

it('does not follow a redirect', async () => {
  let calls = 0;
  listener = (_request, response) => {
    calls += 1;
    response.writeHead(302, { location: '/elsewhere' }).end();
  };
  expect([(await send()).status, calls]).toEqual([302, 1]);
});

it('waits fifteen seconds for a receiver that hangs, and says so', async () => {
  listener = () => undefined;
  const reached = new Promise<void>((resolve) => (arrived = resolve));
  const failed = send().catch(failureText);
  await reached;
  await clock.advance(attemptTimeoutMs);
  expect(await failed).toBe('There was no answer within 15 seconds.');
});

it('reaches no private address unless the endpoint allows it, not by a public name either', async () => {
  let calls = 0;
  listener = (_request, response) => {
    calls += 1;
    response.end();
  };
  const named = url.replace('127.0.0.1', 'public.example.com');
  for (const to of [url, named]) {
    expect(await send({ allowPrivateAddresses: false, to }).catch(failureText)).toContain('private');
    await sender?.dispose();
  }
  expect(calls).toBe(0);
});
