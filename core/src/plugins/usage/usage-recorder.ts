import type { Clock } from '@fairlead/sdk';
import { createMinuteWindow } from '../../health/index.ts';
import type { UsageBucket, UsageFigures } from '../../storage/index.ts';

/** All processes of one plugin version at one moment. */
export interface UsageSample {
  /** Processor time since the sample before. */
  readonly cpuMs: number;
  readonly rssBytes: number;
  readonly heapUsedBytes: number;
  readonly loopDelayMs: number;
}

export type UsageMinute = UsageFigures & { readonly minute: number };

/** Adds up what one plugin version uses, minute by minute. */
export interface UsageRecorder {
  sample(sample: UsageSample): void;
  /** @param again after a failure */
  started(again: boolean): void;
  failed(code: string): void;
  refused(kind: string, attempts: number): void;
  peek(): UsageMinute | undefined;
  /** Minutes that are over and were not given out before. */
  drain(): readonly UsageMinute[];
}

interface Sum {
  total: number;
  most: number;
}

interface Running {
  samples: number;
  cpuMs: number;
  readonly rss: Sum;
  readonly heap: Sum;
  readonly loop: Sum;
  starts: number;
  restarts: number;
  readonly failures: Record<string, number>;
  readonly refused: Record<string, number>;
  touched: boolean;
}

export function createUsageRecorder(clock: Clock): UsageRecorder {
  let running = nothing();
  const window = createMinuteWindow<UsageMinute>({
    clock,
    recentMinutes: 1,
    sum: (minute) => (running.touched ? { minute, ...figuresOf(running) } : undefined),
    clear: () => {
      running = nothing();
    },
  });
  const change = (apply: (to: Running) => void): void => {
    window.enter();
    running.touched = true;
    apply(running);
  };
  return {
    sample: ({ cpuMs, rssBytes, heapUsedBytes, loopDelayMs }) =>
      change((to) => {
        to.samples += 1;
        to.cpuMs += cpuMs;
        add(to.rss, rssBytes);
        add(to.heap, heapUsedBytes);
        add(to.loop, loopDelayMs);
      }),
    started: (again) =>
      change((to) => {
        to.starts += 1;
        if (again) to.restarts += 1;
      }),
    failed: (code) => change(({ failures }) => count(failures, code)),
    refused: (kind, attempts) => change(({ refused }) => count(refused, kind, attempts)),
    peek: window.peek,
    drain: window.drain,
  };
}

export function toBucket(plugin: string, version: string, { minute, ...figures }: UsageMinute): UsageBucket {
  return { plugin, version, minute, figures };
}

function nothing(): Running {
  const sum = () => ({ total: 0, most: 0 });
  const none = () => Object.create(null) as Record<string, number>;
  return {
    samples: 0,
    cpuMs: 0,
    rss: sum(),
    heap: sum(),
    loop: sum(),
    starts: 0,
    restarts: 0,
    failures: none(),
    refused: none(),
    touched: false,
  };
}

function figuresOf({ samples, cpuMs, rss, heap, loop, starts, restarts, failures, refused }: Running): UsageFigures {
  const shown = ({ total, most }: Sum) => ({ average: samples === 0 ? 0 : Math.round(total / samples), most });
  return {
    samples,
    cpuMs: Math.round(cpuMs),
    rssBytes: shown(rss),
    heapBytes: shown(heap),
    loopDelayMs: { average: samples === 0 ? 0 : tenths(loop.total / samples), most: tenths(loop.most) },
    starts,
    restarts,
    failures: { ...failures },
    refused: { ...refused },
  };
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}

function add(to: Sum, value: number): void {
  to.total += value;
  to.most = Math.max(to.most, value);
}

function count(counts: Record<string, number>, name: string, more = 1): void {
  counts[name] = (counts[name] ?? 0) + more;
}
