import assert from 'node:assert/strict';
import type { ErrorClass, WireError } from '../../src/errors/index.ts';
import type { Check } from '../conformance/check.ts';
import { matchesRequest, type Reply } from '../counterparty-script.ts';
import { type ChannelSubject, offered, onStage, type Outcome, type Stage } from './stage.ts';
import type { ChannelVendorOperation } from './vendor.ts';

const page = { headers: { 'content-type': 'text/html' }, body: '<html><body>Something went wrong</body></html>' };
const retryAfterSeconds = 7;

interface Fault {
  readonly title: string;
  readonly reply: Reply | 'cut' | 'reset';
  readonly expected: ErrorClass;
  readonly retryAfterMs?: number;
  /** The vendor may have acted: of `send`, `outcome_unknown` is right as well. */
  readonly unsure?: boolean;
}

function faultsOf({ vendor: { failures = {} } }: ChannelSubject): readonly Fault[] {
  const rateLimit = { status: 429, headers: { 'retry-after': String(retryAfterSeconds) }, body: 'slow down' };
  return [
    {
      title: 'a rate limit is class rate_limited with the wait that the vendor asked for',
      reply: failures.rateLimited?.(retryAfterSeconds) ?? rateLimit,
      expected: 'rate_limited',
      retryAfterMs: retryAfterSeconds * 1_000,
    },
    {
      title: 'refused credentials are class auth',
      reply: failures.unauthorized?.() ?? { status: 401 },
      expected: 'auth',
    },
    { title: 'a missing permission is class auth', reply: failures.forbidden?.() ?? { status: 403 }, expected: 'auth' },
    {
      title: 'a failure of the vendor is class unavailable',
      reply: failures.serverError?.() ?? { status: 500, ...page },
      expected: 'unavailable',
      unsure: true,
    },
    {
      title: 'an answer in no known form is class unavailable',
      reply: failures.garbage?.() ?? { status: 200, body: '%$&/ out of order' },
      expected: 'unavailable',
      unsure: true,
    },
    { title: 'an answer cut off is class unavailable', reply: 'cut', expected: 'unavailable', unsure: true },
    { title: 'a broken connection is class unavailable', reply: 'reset', expected: 'unavailable', unsure: true },
  ];
}

/** What the plugin makes of a vendor that fails, hangs, refuses, or is not there. */
export function failureChecks(subject: ChannelSubject): readonly Check[] {
  return offered(subject).flatMap((operation) => [
    ...faultsOf(subject).map((fault) => answered(subject, operation, fault)),
    hanging(subject, operation),
    cancelled(subject, operation),
    refused(subject, operation),
  ]);
}

function answered(subject: ChannelSubject, operation: ChannelVendorOperation, fault: Fault): Check {
  const { title, reply: replacement, expected, retryAfterMs, unsure = false } = fault;
  return onStage(subject, `${operation}: ${title}`, async (stage) => {
    const cursor = await ready(stage, operation);
    const match = stage.matchOf(operation);
    const before = stage.requestsOf(operation).length;
    const missed = operation === 'fetch' ? stage.publish(1) : [];
    stage.counterparty.tamper((reply, request) => {
      if (!matchesRequest(match, request)) return reply;
      return typeof replacement === 'string' ? { ...reply, fault: replacement } : replacement;
    });
    const error = errorOf(await stage.call(operation, undefined, cursor));
    const allowed: readonly ErrorClass[] = operation === 'send' && unsure ? [expected, 'outcome_unknown'] : [expected];
    assert.ok(allowed.includes(error.class), `${error.code} (${error.message}) is of class ${error.class}`);
    if (retryAfterMs !== undefined) assert.equal(error.retryAfterMs, retryAfterMs, 'retryAfterMs');
    if (operation === 'send')
      assert.equal(stage.requestsOf('send').length - before, 1, 'the plugin sent again by itself');
    if (operation !== 'fetch') return;
    stage.counterparty.tamper(undefined);
    const { messages } = await stage.drain(cursor);
    assert.deepEqual(
      messages.map(({ text }) => text),
      missed.map(({ text }) => text),
      'what came during the failure is not given afterwards',
    );
  });
}

/** Brings the vendor to where the operation would succeed. @returns a cursor for `fetch` */
export async function ready(stage: Stage, operation: ChannelVendorOperation): Promise<string | undefined> {
  if (operation === 'send') stage.vendor.sending?.accepts(stage.counterparty, 'sent-1');
  if (operation !== 'fetch') return undefined;
  stage.publish(2);
  return (await stage.drain()).cursor;
}

function errorOf(outcome: Outcome): WireError {
  if (outcome.kind === 'error') return outcome.error;
  throw new Error(`The call answered as if nothing were wrong: ${JSON.stringify(outcome.answer)?.slice(0, 200)}`);
}

function hang(stage: Stage, operation: ChannelVendorOperation): void {
  const match = stage.matchOf(operation);
  if (operation === 'send') stage.vendor.sending?.accepts(stage.counterparty, 'sent-1');
  stage.counterparty.tamper((reply, request) => (matchesRequest(match, request) ? { fault: 'hang' } : reply));
}

function hanging(subject: ChannelSubject, operation: ChannelVendorOperation): Check {
  return onStage(
    subject,
    `${operation}: no answer within the deadline is a timeout, and the plugin stops waiting`,
    async (stage) => {
      hang(stage, operation);
      const outcome = stage.call(operation, { timeoutMs: 1_000 });
      await stage.counterparty.received(1, stage.matchOf(operation));
      await stage.clock.advance(1_000);
      const error = errorOf(await outcome);
      const allowed = operation === 'send' ? ['timeout', 'outcome_unknown'] : ['timeout'];
      assert.ok(allowed.includes(error.code), `the error is ${error.code}`);
      await stage.clock.settle();
      assert.equal(stage.plugin.running, 0, 'the plugin goes on after the deadline: it ignores call.signal');
      assert.equal(stage.requestsOf(operation).length, 1, 'the plugin asked again by itself');
    },
  );
}

function cancelled(subject: ChannelSubject, operation: ChannelVendorOperation): Check {
  return onStage(
    subject,
    `${operation}: a caller that gives up is cancelled, and the plugin stops at once`,
    async (stage) => {
      hang(stage, operation);
      const stop = new AbortController();
      const outcome = stage.call(operation, { signal: stop.signal });
      await stage.counterparty.received(1, stage.matchOf(operation));
      stop.abort();
      const error = errorOf(await outcome);
      const allowed: readonly ErrorClass[] = operation === 'send' ? ['cancelled', 'outcome_unknown'] : ['cancelled'];
      assert.ok(allowed.includes(error.class), `the error is ${error.code}`);
      await stage.clock.settle();
      assert.equal(stage.plugin.running, 0, 'the plugin goes on after the caller gave up: it ignores call.signal');
    },
  );
}

function refused(subject: ChannelSubject, operation: ChannelVendorOperation): Check {
  return onStage(subject, `${operation}: a vendor that cannot be reached is unreachable`, async (stage) => {
    await stage.counterparty.stop();
    assert.equal(errorOf(await stage.call(operation)).code, 'unreachable');
  });
}
