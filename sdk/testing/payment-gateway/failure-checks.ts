import assert from 'node:assert/strict';
import type { ErrorClass, WireError } from '../../src/errors/index.ts';
import type { Check } from '../conformance/check.ts';
import { matchesRequest, rawReply, type Reply } from '../counterparty-script.ts';
import { offered, onStage, type Outcome, type PaymentGatewaySubject, type Stage } from './stage.ts';
import type { VendorOperation } from './vendor.ts';

const html = { headers: { 'content-type': 'text/html' }, body: '<html><body>Something went wrong</body></html>' };
const retryAfterSeconds = 7;

/** What goes wrong with the request that carries an operation out, and the class that the error must have. */
interface Fault {
  readonly title: string;
  readonly reply: Reply | 'cut' | 'reset';
  readonly expected: ErrorClass;
  /** Does not apply where the vendor answers success with a bare status. */
  readonly needsBody?: boolean;
  readonly retryAfterMs?: number;
}

function faultsOf({ vendor: { failures = {} } }: PaymentGatewaySubject): readonly Fault[] {
  const rateLimit = {
    status: 429,
    headers: { 'retry-after': String(retryAfterSeconds) },
    body: { error: 'slow down' },
  };
  return [
    {
      title: 'a rate limit is class rate_limited with the wait that the vendor asked for',
      reply: failures.rateLimited?.(retryAfterSeconds) ?? rateLimit,
      expected: 'rate_limited',
      retryAfterMs: retryAfterSeconds * 1_000,
    },
    {
      title: 'refused credentials are class auth',
      reply: failures.unauthorized?.() ?? { status: 401, body: {} },
      expected: 'auth',
    },
    {
      title: 'a failure of the vendor is class unavailable',
      reply: failures.serverError?.() ?? { status: 500, ...html },
      expected: 'unavailable',
    },
    {
      title: 'a page of HTML instead of an answer is class unavailable',
      reply: { status: 200, ...html },
      expected: 'unavailable',
      needsBody: true,
    },
    {
      title: 'an empty answer is class unavailable',
      reply: { status: 200, body: '' },
      expected: 'unavailable',
      needsBody: true,
    },
    { title: 'an answer cut off is class unavailable', reply: 'cut', expected: 'unavailable' },
    { title: 'a broken connection is class unavailable', reply: 'reset', expected: 'unavailable' },
  ];
}

/** What the plugin makes of a vendor that fails, hangs, refuses, or is not there. */
export function failureChecks(subject: PaymentGatewaySubject): readonly Check[] {
  return offered(subject).flatMap((operation) => [
    ...faultsOf(subject).map((fault) => answered(subject, operation, fault)),
    hanging(subject, operation),
    cancelled(subject, operation),
    refused(subject, operation),
  ]);
}

function expectClass(error: WireError, expected: ErrorClass): void {
  assert.equal(error.class, expected, `${error.code} (${error.message}) is of class ${error.class}`);
}

function errorOf(outcome: Outcome): WireError {
  if (outcome.kind === 'error') return outcome.error;
  throw new Error(`The call answered as if nothing were wrong: ${show(outcome.answer)}`);
}

function show(value: unknown): string {
  return JSON.stringify(value, (_name, member: unknown) => (typeof member === 'bigint' ? `${member}n` : member)).slice(
    0,
    200,
  );
}

/** The request that carries the operation out gets the fault's reply, or its own with the fault. */
function answered(subject: PaymentGatewaySubject, operation: VendorOperation, fault: Fault): Check {
  const { title, reply: replacement, expected, needsBody = false, retryAfterMs } = fault;
  return onStage(subject, `${operation}: ${title}`, async (stage) => {
    const values = stage.values();
    stage.succeed(operation, values);
    const match = stage.matchOf(operation);
    let applies = true;
    stage.counterparty.tamper((reply, request) => {
      if (!matchesRequest(match, request)) return reply;
      if (needsBody && rawReply(reply).body.length === 0) applies = false;
      return typeof replacement === 'string' ? { ...reply, fault: replacement } : replacement;
    });
    const outcome = await stage.call(operation, values);
    if (!applies) return;
    expectClass(errorOf(outcome), expected);
    if (retryAfterMs !== undefined) assert.equal(errorOf(outcome).retryAfterMs, retryAfterMs, 'retryAfterMs');
  });
}

function hang(stage: Stage, operation: VendorOperation): void {
  const match = stage.matchOf(operation);
  stage.succeed(operation, stage.values());
  stage.counterparty.tamper((reply, request) => (matchesRequest(match, request) ? { fault: 'hang' } : reply));
}

function hanging(subject: PaymentGatewaySubject, operation: VendorOperation): Check {
  return onStage(
    subject,
    `${operation}: no answer within the deadline is a timeout, and the plugin stops waiting`,
    async (stage) => {
      hang(stage, operation);
      const outcome = stage.call(operation, stage.values(), { timeoutMs: 1_000 });
      await stage.counterparty.received(1, stage.matchOf(operation));
      await stage.clock.advance(1_000);
      assert.equal(errorOf(await outcome).code, 'timeout');
      await stage.clock.settle();
      assert.equal(stage.plugin.running, 0, 'the plugin goes on after the deadline: it ignores call.signal');
    },
  );
}

function cancelled(subject: PaymentGatewaySubject, operation: VendorOperation): Check {
  return onStage(
    subject,
    `${operation}: a caller that gives up is cancelled, and the plugin stops at once`,
    async (stage) => {
      hang(stage, operation);
      const stop = new AbortController();
      const outcome = stage.call(operation, stage.values(), { signal: stop.signal });
      await stage.counterparty.received(1, stage.matchOf(operation));
      stop.abort();
      assert.equal(errorOf(await outcome).class, 'cancelled');
      await stage.clock.settle();
      assert.equal(stage.plugin.running, 0, 'the plugin goes on after the caller gave up: it ignores call.signal');
    },
  );
}

function refused(subject: PaymentGatewaySubject, operation: VendorOperation): Check {
  return onStage(subject, `${operation}: a vendor that cannot be reached is unreachable`, async (stage) => {
    await stage.counterparty.stop();
    assert.equal(errorOf(await stage.call(operation, stage.values())).code, 'unreachable');
  });
}
