import { describe, expect, it, test } from 'vitest';
import { exitCause, type ProcessExit } from './exit-cause.ts';

const byItself = (exit: Partial<ProcessExit>): ProcessExit => ({ code: null, signal: null, lastOutput: [], ...exit });
const heap = 'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory';

describe('the end of a process is told apart', () => {
  test.each<[string, Partial<ProcessExit>, string, RegExp]>([
    ['an exit of its own', { code: 0 }, 'exited', /exit code 0/],
    ['an exit with a code', { code: 3, lastOutput: ['Error: printed, and handled'] }, 'exited', /exit code 3/],
    ['an abort', { signal: 'SIGABRT' }, 'crashed', /SIGABRT/],
    ['a fault in native code', { signal: 'SIGSEGV' }, 'crashed', /SIGSEGV/],
    ['an abort, as a shell puts it', { code: 134 }, 'crashed', /134/],
    ['a heap that is full', { signal: 'SIGABRT', lastOutput: [heap, 'more'] }, 'out_of_memory', /more memory/],
    ['words about memory', { code: 1, lastOutput: [heap] }, 'exited', /exit code 1/],
    ['a signal from outside', { signal: 'SIGTERM' }, 'killed', /outside of the hub .* SIGTERM/],
    [
      'an uncaught error',
      { code: 70, lastOutput: ['TypeError: no', '  at x'] },
      'crashed',
      /nothing caught: TypeError: no/,
    ],
    ['one before the child listens', { code: 1, lastOutput: ['Error: a', 'Node.js v26.1.0'] }, 'crashed', /Error: a/],
    ['one without words', { code: 70 }, 'crashed', /nothing caught\.$/],
  ])('%s', (_name, exit, code, message) => {
    expect(exitCause(byItself(exit))).toMatchObject({ code, message: expect.stringMatching(message) });
  });

  test.each([
    [
      { kind: 'out_of_memory', rssBytes: 300 * 1_048_576, limitBytes: 256 * 1_048_576 },
      'out_of_memory',
      /300 MiB.*256/,
    ],
    [{ kind: 'hung', silentMs: 10_000 }, 'hung', /10 seconds/],
    [{ kind: 'protocol', detail: 'A frame of 4 GB.' }, 'protocol_broken', /A frame of 4 GB/],
  ] as const)('what the hub ended: %o', (killedFor, code, message) => {
    const exit = byItself({ signal: 'SIGKILL', killedFor, lastOutput: ['the end'] });
    expect(exitCause(exit)).toEqual({ code, message: expect.stringMatching(message), lastOutput: ['the end'] });
  });
});

it('an end that the hub wished for is no fault of the plugin', () => {
  const cause = exitCause(byItself({ signal: 'SIGKILL', killedFor: { kind: 'shutdown' } }));
  expect(cause).toMatchObject({ code: 'killed', message: 'The hub stopped it.' });
});
