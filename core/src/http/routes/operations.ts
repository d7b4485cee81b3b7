import { type Clock, timestamp } from '@fairlead/sdk';
import { Type } from 'typebox';
import { defineRoute, type Route, reply } from '../../flow-api/index.ts';
import type { Metrics } from '../metrics.ts';

/** One thing that must hold for the hub to take requests. Rejects, or answers a reason, when it does not. */
export type ReadyCheck = () => Promise<string | undefined>;

/** One setting as `fairlead doctor` shows it: secrets are masked by the hub. */
export interface EffectiveSetting {
  readonly name: string;
  readonly value: string | number | boolean | null;
  /** `default`, `environment`, a file. */
  readonly source: string;
}

export interface OperationRouteOptions {
  readonly clock: Clock;
  readonly version: string;
  /** By name: `database`, `vault`. */
  readonly ready: { readonly [name: string]: ReadyCheck };
  readonly metrics: Metrics;
  readonly settings: () => readonly EffectiveSetting[];
  /** Counts and states of the parts, without anything secret. */
  readonly system?: () => Promise<{ readonly [name: string]: string | number | boolean | null }>;
}

const checkState = Type.Object({ name: Type.String(), ok: Type.Boolean(), reason: Type.Optional(Type.String()) });
const readiness = Type.Object({ ready: Type.Boolean(), checks: Type.Array(checkState) });
const plainValue = Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()]);

/** Whether it lives, whether it is ready, how it does, and how it is set. */
export function operationRoutes(options: OperationRouteOptions): readonly Route[] {
  const { clock, version, metrics } = options;
  const startedAt = timestamp(clock);
  const started = clock.monotonic();
  const tag = 'operations';

  return [
    defineRoute({
      method: 'GET',
      path: '/livez',
      permission: 'public',
      publicBecause: 'Whatever restarts the process asks here, and has no account.',
      tag,
      summary: 'The process answers.',
      responses: { 200: Type.Object({ alive: Type.Literal(true) }) },
      handler: () => ({ alive: true as const }),
    }),
    defineRoute({
      method: 'GET',
      path: '/readyz',
      permission: 'public',
      publicBecause: 'A load balancer asks here, and has no account.',
      tag,
      summary: 'The hub can take requests; 503 names what is missing.',
      responses: { 200: readiness, 503: readiness },
      handler: async () => {
        const checks = await Promise.all(Object.entries(options.ready).map(([name, check]) => checked(name, check)));
        const ready = checks.every(({ ok }) => ok);
        return reply({ status: ready ? 200 : 503, body: { ready, checks }, headers: { 'cache-control': 'no-store' } });
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/metrics',
      permission: 'metrics.read',
      tag,
      summary: 'Metrics in the text format of Prometheus.',
      responses: { 200: Type.String() },
      handler: async () => {
        const { contentType, text } = await metrics.text();
        return reply({ headers: { 'content-type': contentType }, body: text });
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/api/system',
      permission: 'system.read',
      tag,
      summary: 'Version, uptime, memory, and the state of the parts.',
      responses: {
        200: Type.Object({
          version: Type.String(),
          node: Type.String(),
          startedAt: Type.String(),
          uptimeMs: Type.Integer(),
          residentBytes: Type.Integer(),
          heapUsedBytes: Type.Integer(),
          parts: Type.Record(Type.String(), plainValue),
        }),
      },
      handler: async () => {
        const { rss, heapUsed } = process.memoryUsage();
        return {
          version,
          node: process.versions.node,
          startedAt,
          uptimeMs: Math.round(clock.monotonic() - started),
          residentBytes: rss,
          heapUsedBytes: heapUsed,
          parts: { ...(await options.system?.()) },
        };
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/api/settings',
      permission: 'settings.read',
      tag,
      summary: 'Every setting with its source; secrets are masked.',
      responses: {
        200: Type.Object({
          items: Type.Array(Type.Object({ name: Type.String(), value: plainValue, source: Type.String() })),
        }),
      },
      handler: () => ({ items: [...options.settings()] }),
    }),
  ];
}

/** What a check threw stays in the log of its owner; here it is only "not ready". */
async function checked(name: string, check: ReadyCheck) {
  try {
    const reason = await check();
    return reason === undefined ? { name, ok: true } : { name, ok: false, reason };
  } catch {
    return { name, ok: false, reason: 'The check failed.' };
  }
}
