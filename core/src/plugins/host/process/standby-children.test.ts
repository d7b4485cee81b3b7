import { expect, test } from 'vitest';
import type { LaunchedChild } from './launch-child.ts';
import type { LaunchOptions } from './launch-options.ts';
import { createStandbyChildren } from './standby-children.ts';

const launch = (cwd: string): LaunchOptions => ({ execArgv: ['--permission'], env: {}, cwd, memoryLimitBytes: 1 });

/** Children that are no processes: each has a number. */
function children() {
  const ended: number[] = [];
  const all: { readonly child: LaunchedChild; readonly end: () => void }[] = [];
  return {
    ended,
    made: () => all.length,
    numberOf: (child: LaunchedChild | undefined) => all.findIndex((one) => one.child === child),
    crash: (number: number) => all[number]?.end(),
    another(): LaunchedChild {
      const number = all.length;
      const { promise: gone, resolve: end } = Promise.withResolvers<void>();
      const process = { gone, kill: () => void ended.push(number) };
      const child = { process, tell: () => undefined } as unknown as LaunchedChild;
      all.push({ child, end });
      return child;
    },
  };
}

test('one waits beside a plugin that runs, and the next start takes it and leaves another', () => {
  const { made, numberOf, another } = children();
  const standbys = createStandbyChildren();
  expect(standbys.take('a', launch('/a'))).toBeUndefined();
  standbys.keep('a', launch('/a'), another);
  expect(numberOf(standbys.take('a', launch('/a')))).toBe(0);
  expect(standbys.take('a', launch('/a'))).toBeUndefined();
  standbys.keep('a', launch('/a'), another);
  expect(made()).toBe(2);
});

test('one that may do something else than what is to be started is not taken, and ends', () => {
  const { ended, numberOf, another } = children();
  const standbys = createStandbyChildren();
  standbys.keep('a', launch('/a'), another);
  expect(standbys.take('a', launch('/b'))).toBeUndefined();
  standbys.keep('a', launch('/b'), another);
  expect(ended).toEqual([0]);
  expect(numberOf(standbys.take('a', launch('/b')))).toBe(1);
});

test('it ends with the last process that runs its plugin, and not before', () => {
  const { ended, made, another } = children();
  const standbys = createStandbyChildren();
  standbys.keep('a', launch('/a'), another);
  standbys.keep('a', launch('/a'), another);
  expect(made()).toBe(1);
  standbys.left('a');
  expect(ended).toEqual([]);
  standbys.left('a');
  expect(ended).toEqual([0]);
  expect(standbys.take('a', launch('/a'))).toBeUndefined();
});

test('one that ended by itself is not taken', async () => {
  const { crash, another } = children();
  const standbys = createStandbyChildren();
  standbys.keep('a', launch('/a'), another);
  crash(0);
  await Promise.resolve();
  await Promise.resolve();
  expect(standbys.take('a', launch('/a'))).toBeUndefined();
});
