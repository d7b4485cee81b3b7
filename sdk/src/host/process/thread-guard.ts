import { syncBuiltinESMExports } from 'node:module';
import { fileURLToPath } from 'node:url';
import workerThreads, { BroadcastChannel, getEnvironmentData, setEnvironmentData } from 'node:worker_threads';
import { type EgressRules, plainRules } from '../egress-policy.ts';
import { type EgressGuard, installEgressGuard } from './egress-guard.ts';
import type { Refusal } from './messages.ts';

/** Under this name a thread finds the rules that counted when it was started, and hears of later ones. */
const place = 'fairlead-egress';

/** What the main thread and the others say to each other. */
type Said = { readonly rules: readonly EgressRules[] } | { readonly refused: Refusal };

/** Starts a module that a thread runs first; its extension is that of this file. */
const preload = fileURLToPath(new URL(`thread-preload${import.meta.url.slice(-3)}`, import.meta.url));

/** Flags that a thread can have of its own, and needs: without them the permission model ends where a thread begins. */
const kept = /^--(permission|allow-|conditions=|disable-|no-experimental-)/;

/**
 * Holds threads to what holds the process: the permission model, which Node gives to a thread only with the flags of its
 * own, the check of egress, and what `confineProcess` takes away. Flags and `NODE_OPTIONS` that a plugin gives to a thread
 * are left out, because they can lift all of that. Code that wants to get around it can, as it can around the check of
 * egress.
 * @returns the guard of this thread, which others are told of
 */
export function guardThreads(guard: EgressGuard, first: EgressRules): EgressGuard {
  if (process.permission?.has('worker') !== true) return guard;
  holdThreads();
  const rules = new Set<EgressRules>([plainRules(first)]);
  const threads = new BroadcastChannel(place);
  threads.onmessage = ({ data }: { data: unknown }) => {
    const said = data as Said;
    if ('refused' in said) guard.refused(said.refused);
  };
  threads.unref();
  const tell = () => {
    setEnvironmentData(place, [...rules]);
    threads.postMessage({ rules: [...rules] } satisfies Said);
  };
  tell();
  return {
    ...guard,
    admit(more) {
      const takeBack = guard.admit(more);
      const plain = plainRules(more);
      rules.add(plain);
      tell();
      return () => {
        takeBack();
        if (rules.delete(plain)) tell();
      };
    },
  };
}

/** In a thread: holds it, and the threads that it starts, to the rules of the process as they are at any time. */
export function guardThisThread(): void {
  const others = new BroadcastChannel(place);
  const guard = installEgressGuard({
    egress: [],
    onRefused: (refused) => others.postMessage({ refused } satisfies Said),
  });
  let present: readonly (() => void)[] = [];
  const take = (rules: readonly EgressRules[]) => {
    const before = present;
    present = rules.map((one) => guard.admit(one));
    for (const takeBack of before) takeBack();
    setEnvironmentData(place, [...rules]);
  };
  take((getEnvironmentData(place) ?? []) as unknown as readonly EgressRules[]);
  others.onmessage = ({ data }: { data: unknown }) => {
    const said = data as Said;
    if ('rules' in said) take(said.rules);
  };
  others.unref();
  holdThreads();
}

/** Gives each new thread the flags of this one, and what it runs first. */
function holdThreads(): void {
  const execArgv = [...process.execArgv.filter((flag) => kept.test(flag)), '--require', preload];
  const { Worker } = workerThreads;
  const Held = new Proxy(Worker, {
    construct(target, [file, options]: ConstructorParameters<typeof Worker>, newTarget: new () => object) {
      const env = heldEnvironment(options?.env);
      return Reflect.construct(target, [file, { ...options, execArgv, env }], newTarget) as object;
    },
  });
  Held.prototype.constructor = Held;
  workerThreads.Worker = Held;
  syncBuiltinESMExports();
}

type Environment = NonNullable<ConstructorParameters<typeof workerThreads.Worker>[1]>['env'];

/** What a plugin gives to a thread, else nothing: the process itself has next to nothing, and options in it would count. */
function heldEnvironment(given: Environment): NodeJS.ProcessEnv {
  if (typeof given !== 'object') return {};
  const { NODE_OPTIONS: _, ...rest } = given;
  return rest;
}
