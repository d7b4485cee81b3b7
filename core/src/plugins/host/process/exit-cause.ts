import { uncaughtExitCode } from '@fairlead/sdk/host';
import { fault, type PluginFault } from '../../plugin-fault.ts';

/** Why the hub itself ended a process. */
export type KillReason =
  | { readonly kind: 'out_of_memory'; readonly rssBytes: number; readonly limitBytes: number }
  | { readonly kind: 'hung'; readonly silentMs: number }
  /** `detail` says what was wrong with what it sent. */
  | { readonly kind: 'protocol'; readonly detail: string }
  | { readonly kind: 'shutdown' };

export interface ProcessExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Absent when the process ended by itself. */
  readonly killedFor?: KillReason;
  /** The last lines that it printed, redacted. */
  readonly lastOutput: readonly string[];
}

/** What became of a plugin's process, as an operator reads it. */
export function exitCause(exit: ProcessExit): PluginFault {
  const cause = exit.killedFor === undefined ? ownEnd(exit) : endByHub(exit.killedFor);
  return { ...cause, lastOutput: exit.lastOutput };
}

function endByHub(reason: KillReason): PluginFault {
  switch (reason.kind) {
    case 'out_of_memory': {
      const { rssBytes, limitBytes } = reason;
      return fault('out_of_memory', `It held ${megabytes(rssBytes)} MiB; its limit is ${megabytes(limitBytes)}.`);
    }
    case 'hung':
      return fault('hung', `It did not answer for ${Math.round(reason.silentMs / 1_000)} seconds.`);
    case 'protocol':
      return fault('protocol_broken', `What its process sent cannot be understood: ${reason.detail}`);
    case 'shutdown':
      return fault('killed', 'The hub stopped it.');
  }
}

/** Signals by which a process ends because of what it did itself. */
const ownSignals: ReadonlySet<string> = new Set([
  'SIGABRT',
  'SIGSEGV',
  'SIGBUS',
  'SIGILL',
  'SIGFPE',
  'SIGTRAP',
  'SIGSYS',
]);
/** What V8 and Node print before they give up for want of memory. */
const outOfMemory = /^FATAL ERROR: .*(heap out of memory|Allocation failed)|^# Fatal .*out of memory/;
/** What Node prints below an error that nothing caught. */
const nodeVersion = /^Node\.js v\d/;

function ownEnd({ code, signal, lastOutput }: ProcessExit): PluginFault {
  const broke = signal === null ? (code ?? 0) > 128 : ownSignals.has(signal);
  if (broke && lastOutput.some((line) => outOfMemory.test(line))) {
    return fault('out_of_memory', 'Its objects took more memory than its process may use.');
  }
  if (signal !== null && !broke) return fault('killed', `Something outside of the hub ended it by ${signal}.`);
  const uncaught = code === uncaughtExitCode || lastOutput.some((line) => nodeVersion.test(line));
  if (!broke && !(uncaught && code !== 0)) {
    return fault('exited', `It ended by itself with exit code ${code ?? 'unknown'}.`);
  }
  const message = lastOutput.findLast((line) => errorLine.test(line));
  const end = broke ? `It ended by ${signal ?? `exit code ${code}`}` : 'It ended by an error that nothing caught';
  return fault('crashed', message === undefined ? `${end}.` : `${end}: ${message}`);
}

/** `TypeError: …`, above a stack. */
const errorLine = /^(Uncaught )?[\w.]*(Error|Exception)( \[\w+\])?: ./;

function megabytes(bytes: number): number {
  return Math.round(bytes / 1_048_576);
}
