import { Type } from 'typebox';
import type { MemoryGrowth, ProcessUsage, RefusedHost } from '../../plugins/index.ts';
import type { UsageBucket } from '../../storage/index.ts';

const bytes = Type.Object({ average: Type.Number(), most: Type.Number() });

export const processView = Type.Object({
  version: Type.String(),
  startedAt: Type.String(),
  pid: Type.Optional(Type.Integer({ description: 'Absent before its first sample, and for what runs in the hub.' })),
  cpuShare: Type.Number({ description: 'Of the last second; 1 is one core.' }),
  rssBytes: Type.Optional(Type.Number()),
  heapUsedBytes: Type.Optional(Type.Number()),
  loopDelayMs: Type.Optional(Type.Number()),
  sampledAt: Type.Optional(Type.String()),
  memoryLimitBytes: Type.Integer({ description: 'Beyond it the process is ended.' }),
  growth: Type.Optional(
    Type.Object({
      bytesPerHour: Type.Number(),
      overMs: Type.Number(),
      steady: Type.Boolean({ description: 'It rises all the time, and calls do not explain it.' }),
    }),
  ),
});

export const usageView = Type.Object({
  at: Type.String({ description: 'The minute’s begin.' }),
  version: Type.String(),
  samples: Type.Integer(),
  cpuMs: Type.Number(),
  rssBytes: bytes,
  heapBytes: bytes,
  loopDelayMs: bytes,
  starts: Type.Integer(),
  restarts: Type.Integer({ description: 'Starts after a failure.' }),
  failures: Type.Record(Type.String(), Type.Integer(), { description: 'Exits and failed starts, by cause.' }),
  refused: Type.Record(Type.String(), Type.Integer(), {
    description: 'Attempts to reach what its manifest does not name, by kind.',
  }),
});

export const refusedView = Type.Object({
  kind: Type.String({ description: 'tcp, udp, dns, …' }),
  host: Type.String(),
  attempts: Type.Integer({ description: 'Since the hub started.' }),
  lastAt: Type.String(),
});

const minuteMs = 60_000;

export function showProcess(one: ProcessUsage, growth: MemoryGrowth | undefined) {
  const { version, startedAt, latest, cpuShare, memoryLimitBytes } = one;
  return {
    version,
    startedAt: new Date(startedAt).toISOString(),
    cpuShare,
    memoryLimitBytes,
    ...(latest === undefined
      ? {}
      : {
          pid: latest.pid,
          rssBytes: latest.rssBytes,
          heapUsedBytes: latest.heapUsedBytes,
          loopDelayMs: latest.loopDelayMs,
          sampledAt: new Date(latest.sampledAt).toISOString(),
        }),
    ...(growth === undefined ? {} : { growth }),
  };
}

export function showUsage({ version, minute, figures }: UsageBucket) {
  const { failures, refused, ...rest } = figures;
  const at = new Date(minute * minuteMs).toISOString();
  return { at, version, ...rest, failures: { ...failures }, refused: { ...refused } };
}

export function showRefused({ kind, host, attempts, lastAt }: RefusedHost) {
  return { kind, host, attempts, lastAt: new Date(lastAt).toISOString() };
}
