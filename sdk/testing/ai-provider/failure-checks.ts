import assert from 'node:assert/strict';
import type { ErrorClass, ErrorCode, WireError } from '../../src/errors/index.ts';
import type { Check } from '../conformance/check.ts';
import { delay, systemClock } from '../../src/values/clock.ts';
import { matchesRequest, type Reply } from '../counterparty-script.ts';
import { type AiProviderSubject, offered, onStage, type Outcome, ready, type Stage, streamingOf } from './stage.ts';
import type { AiProviderVendor, AiVendorOperation } from './vendor.ts';

const page = { headers: { 'content-type': 'text/html' }, body: '<html><body>Something went wrong</body></html>' };
const retryAfterSeconds = 7;

interface Fault {
  readonly title: string;
  readonly reply: Reply | 'cut' | 'reset';
  readonly classes: readonly ErrorClass[];
  readonly code?: ErrorCode;
  /** Undefined: the vendor does not say, and nothing is made up. */
  readonly retryAfterMs?: number | undefined;
}

/** What a status means. A model that is not there and a text that is forbidden are of two classes; both are 400 somewhere. */
const statuses: readonly (readonly [number, string, readonly ErrorClass[], ErrorCode?])[] = [
  [400, 'a request that the vendor does not take', ['config', 'rejected']],
  [401, 'refused credentials', ['auth']],
  [402, 'an account without credit', ['config'], 'quota_exhausted'],
  [403, 'a missing permission', ['auth', 'rejected']],
  [404, 'a model that is not there', ['config']],
  [408, 'a vendor that ran out of time', ['unavailable']],
  [413, 'a question that is too long', ['rejected', 'config']],
  [500, 'a failure of the vendor', ['unavailable']],
  [502, 'a failure behind the vendor', ['unavailable']],
  [503, 'a vendor that is overloaded', ['unavailable', 'rate_limited']],
];

function faultsOf({ failures }: AiProviderVendor): readonly Fault[] {
  const status = (code: number, seconds?: number): Reply =>
    failures.status?.(code, seconds) ?? {
      status: code,
      headers: seconds === undefined ? {} : { 'retry-after': String(seconds) },
    };
  return [
    ...statuses.map(([code, what, classes, expected]) => ({
      title: `${what} (${code})`,
      reply: status(code),
      classes,
      ...(expected === undefined ? {} : { code: expected }),
    })),
    {
      title: 'a rate limit with a wait (429)',
      reply: status(429, retryAfterSeconds),
      classes: ['rate_limited'],
      retryAfterMs: retryAfterSeconds * 1_000,
    },
    {
      title: 'a rate limit without a wait (429)',
      reply: status(429),
      classes: ['rate_limited'],
      retryAfterMs: undefined,
    },
    { title: 'a page instead of an error (500)', reply: { status: 500, ...page }, classes: ['unavailable'] },
    { title: 'a page instead of an answer (200)', reply: page, classes: ['unavailable'] },
    { title: 'JSON that breaks off', reply: { body: '{"id":"x","choices":[{"mess' }, classes: ['unavailable'] },
    { title: 'JSON of another kind', reply: { body: '[[]]' }, classes: ['unavailable'] },
    { title: 'nothing at all', reply: { body: '' }, classes: ['unavailable'] },
    { title: 'an answer cut off', reply: 'cut', classes: ['unavailable'] },
    { title: 'a broken connection', reply: 'reset', classes: ['unavailable'] },
  ];
}

/** Failures while the model was at work, which come with status 200. */
function insideFaults({ failures }: AiProviderVendor): readonly Fault[] {
  return [
    { title: 'a failure inside an answer', reply: failures.inside(502), classes: ['unavailable'] },
    { title: 'a rate limit inside an answer', reply: failures.inside(429), classes: ['rate_limited'] },
    {
      title: 'a lack of credit inside an answer',
      reply: failures.inside(402),
      classes: ['config'],
      code: 'quota_exhausted',
    },
    {
      title: 'an answer without a choice',
      reply: failures.noChoice(),
      classes: ['unavailable'],
      code: 'answer_unreadable',
    },
  ];
}

/** What the plugin makes of a vendor that fails, hangs, refuses, or is not there. */
export function failureChecks(subject: AiProviderSubject): readonly Check[] {
  const { vendor } = subject;
  return offered(subject).flatMap((operation) => [
    ...faultsOf(vendor).map((fault) => answered(subject, operation, fault)),
    ...(operation === 'complete' || operation === 'stream'
      ? insideFaults(vendor).map((fault) => answered(subject, operation, fault))
      : []),
    ...(operation === 'stream' ? [] : [hanging(subject, operation)]),
    cancelled(subject, operation),
    refused(subject, operation),
  ]);
}

function answered(subject: AiProviderSubject, operation: AiVendorOperation, fault: Fault): Check {
  const title = `${operation}: ${fault.title} is ${fault.code ?? `class ${fault.classes.join(' or ')}`}`;
  return onStage(subject, title, async (stage) => {
    ready(stage, operation);
    const { reply: replacement } = fault;
    const match = stage.matchOf(operation);
    stage.counterparty.tamper((reply, request) => {
      if (!matchesRequest(match, request)) return reply;
      return typeof replacement === 'string' ? { ...reply, fault: replacement } : replacement;
    });
    const error = errorOf(await stage.call(operation));
    assert.ok(fault.classes.includes(error.class), `${error.code} (${error.message}) is of class ${error.class}`);
    if (fault.code !== undefined) assert.equal(error.code, fault.code);
    if ('retryAfterMs' in fault) assert.equal(error.retryAfterMs, fault.retryAfterMs, 'retryAfterMs');
    assert.equal(stage.requestsOf(operation).length, 1, 'the plugin asked again by itself');
  });
}

export function errorOf(outcome: Outcome): WireError {
  if (outcome.kind === 'error') return outcome.error;
  throw new Error(`The call answered as if nothing were wrong: ${JSON.stringify(outcome.answer)?.slice(0, 200)}`);
}

function hang(stage: Stage, operation: AiVendorOperation): void {
  ready(stage, operation);
  const match = stage.matchOf(operation);
  stage.counterparty.tamper((reply, request) => (matchesRequest(match, request) ? { fault: 'hang' } : reply));
}

function hanging(subject: AiProviderSubject, operation: AiVendorOperation): Check {
  return onStage(
    subject,
    `${operation}: no answer within the deadline is a timeout, and closes the connection to the vendor`,
    async (stage) => {
      hang(stage, operation);
      const outcome = stage.call(operation, { timeoutMs: 1_000 });
      await stage.counterparty.received(1, stage.matchOf(operation));
      await stage.clock.advance(1_000);
      assert.equal(errorOf(await outcome).code, 'timeout');
      await assertGone(stage, operation);
    },
  );
}

function cancelled(subject: AiProviderSubject, operation: AiVendorOperation): Check {
  return onStage(
    subject,
    `${operation}: a caller that gives up is cancelled, and closes the connection to the vendor`,
    async (stage) => {
      hang(stage, operation);
      const stop = new AbortController();
      const outcome = stage.call(operation, { signal: stop.signal });
      await stage.counterparty.received(1, stage.matchOf(operation));
      stop.abort();
      const error = errorOf(await outcome);
      assert.equal(error.class, 'cancelled', `the error is ${error.code}`);
      await assertGone(stage, operation);
    },
  );
}

async function assertGone(stage: Stage, operation: AiVendorOperation): Promise<void> {
  await stage.clock.settle();
  assert.equal(stage.plugin.running, 0, 'the plugin goes on: it ignores call.signal');
  await assertClosed(stage);
  assert.equal(stage.requestsOf(operation).length, 1, 'the plugin asked again by itself');
}

export async function assertClosed(stage: Stage): Promise<void> {
  await withinReason(stage.counterparty.abandoned(1), 'the connection to the vendor is still open');
}

/** Real time, because sockets and processes are real. Only a plugin that is wrong takes it. */
const patienceMs = 5_000;

/** @throws AssertionError when it does not come to pass, although nothing is left that has to happen before it */
export async function withinReason<Value>(awaited: Promise<Value>, complaint: string): Promise<Value> {
  const settled = new AbortController();
  const patience = delay(systemClock, patienceMs, settled.signal).then(() => assert.fail(complaint));
  patience.catch(() => undefined);
  return Promise.race([awaited, patience]).finally(() => settled.abort());
}

function refused(subject: AiProviderSubject, operation: AiVendorOperation): Check {
  return onStage(subject, `${operation}: a vendor that cannot be reached is unreachable`, async (stage) => {
    if (operation === 'stream') streamingOf(stage);
    await stage.counterparty.stop();
    assert.equal(errorOf(await stage.call(operation)).code, 'unreachable');
  });
}
