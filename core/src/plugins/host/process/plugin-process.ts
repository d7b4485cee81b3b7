import { type ChildProcess, spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import { type Clock, FairleadError, type Timer } from '@fairlead/sdk';
import {
  type AskMessage,
  type BeatMessage,
  type Channel,
  channelDescriptor,
  createChannel,
  FrameError,
  type FromChild,
  type LogMessage,
  type RefusedMessage,
  type ToChild,
} from '@fairlead/sdk/host';
import { fault, type PluginFault } from '../../plugin-fault.ts';
import type { PluginUsage } from '../plugin-host.ts';
import { childMessage } from './child-message.ts';
import type { DeathSignal } from './death-signal.ts';
import { exitCause, type KillReason } from './exit-cause.ts';
import { type Exchange, Exchanges } from './exchanges.ts';
import type { LaunchOptions } from './launch-options.ts';
import type { OutputTail } from './output-tail.ts';

/** What a plugin's process says of itself, apart from the answers to what it was asked. */
export interface ProcessEvents {
  readonly ready: (message: Extract<FromChild, { type: 'ready' | 'unfit' }>) => void;
  readonly asked: (message: AskMessage) => void;
  readonly logged: (message: LogMessage) => void;
  readonly timed: (message: Extract<FromChild, { type: 'timer' | 'timer-off' }>) => void;
  readonly refused: (message: RefusedMessage) => void;
  /** Told once, when the process is gone: why, unless the hub wished it. */
  readonly exited: (cause: PluginFault | undefined) => void;
}

export interface ProcessOptions {
  readonly clock: Clock;
  readonly launch: LaunchOptions;
  /** Absolute path of the program that a child runs. */
  readonly childProgram: string;
  readonly deathSignal: DeathSignal;
  readonly output: OutputTail;
  /** Told until somebody else is; see `tell`. */
  readonly events: ProcessEvents;
}

/** Milliseconds between the end of a process and the end of its pipes: a program that it started may hold them open. */
const pipesGraceMs = 2_000;

/** One child process with a plugin in it, and the pipe to it. */
export class PluginProcess {
  readonly #child: ChildProcess;
  readonly #channel: Channel<ToChild>;
  readonly #options: ProcessOptions;
  readonly #exchanges = new Exchanges();
  readonly #gone = Promise.withResolvers<void>();
  #killedFor: KillReason | undefined;
  #lastAsk = 0;
  #usage: PluginUsage | undefined;
  #beatAt: number;
  #isGone = false;
  #pipesTimer: Timer | undefined;
  #events: ProcessEvents;

  constructor(options: ProcessOptions) {
    const { clock, launch, childProgram, deathSignal, output } = options;
    this.#options = options;
    this.#events = options.events;
    this.#beatAt = clock.monotonic();
    const stdio: ('ignore' | 'pipe')[] = ['ignore', 'pipe', 'pipe'];
    stdio[channelDescriptor] = 'pipe';
    const command = deathSignal({ program: process.execPath, args: [...launch.execArgv, childProgram] });
    const child = spawn(command.program, [...command.args], {
      cwd: launch.cwd,
      env: { ...launch.env },
      stdio,
      windowsHide: true,
    });
    this.#child = child;
    if (child.stdout !== null) output.follow(child.stdout, 'stdout');
    if (child.stderr !== null) output.follow(child.stderr, 'stderr');
    child.once('error', (error) => this.#finish(fault('crashed', `Its process cannot be started: ${error.message}`)));
    child.once('exit', (code, signal) => {
      const end = () => this.#exited(code, signal);
      child.once('close', end);
      this.#pipesTimer = clock.schedule(pipesGraceMs, end);
    });
    this.#channel = createChannel<ToChild>(child.stdio[channelDescriptor] as Socket, {
      message: (message) => this.#take(childMessage(message)),
      broken: (error) => this.kill({ kind: 'protocol', detail: error.message }),
      closed: () => undefined,
    });
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** On the monotonic clock: when it was last heard of by its beat. */
  get beatAt(): number {
    return this.#beatAt;
  }

  get usage(): PluginUsage | undefined {
    return this.#usage;
  }

  /** Resolves when the process is gone. */
  get gone(): Promise<void> {
    return this.#gone.promise;
  }

  /**
   * Sends a question; its answer comes to the exchange.
   * @returns the question's id
   * @throws FairleadError `plugin_not_running` when the process is gone, `input_invalid` for what no frame holds
   */
  ask(message: (id: number) => ToChild, exchange: Exchange): number {
    const id = this.#exchanges.add(exchange);
    try {
      this.#channel.send(message(id));
    } catch (error) {
      this.#exchanges.remove(id);
      if (!(error instanceof FrameError)) throw error;
      throw new FairleadError('input_invalid', { message: error.message, cause: error });
    }
    return id;
  }

  /** From here on these are told what it does. */
  tell(events: ProcessEvents): void {
    this.#events = events;
  }

  /** Sends what is not answered. */
  send(message: ToChild): void {
    this.#channel.send(message);
  }

  /** Ends it at once, for a reason that its fault will name. Repeating it is harmless; the first reason counts. */
  kill(reason: KillReason): void {
    this.#killedFor ??= reason;
    this.#child.kill('SIGKILL');
  }

  /** Expects it to end: what it does from now on is no fault. */
  expectEnd(): void {
    this.#killedFor ??= { kind: 'shutdown' };
  }

  #take(message: FromChild): void {
    switch (message.type) {
      case 'result':
      case 'error':
      case 'item':
      case 'done':
        return this.#exchanges.answered(message);
      case 'ask':
        if (message.id <= this.#lastAsk) throw new FrameError('It asked under an id that it had used before.');
        this.#lastAsk = message.id;
        return this.#events.asked(message);
      case 'timer':
      case 'timer-off':
        return this.#events.timed(message);
      case 'log':
        return this.#events.logged(message);
      case 'refused':
        return this.#events.refused(message);
      case 'beat':
        return this.#beat(message);
      case 'ready':
      case 'unfit':
        return this.#events.ready(message);
    }
  }

  #beat({ cpuMs, rssBytes, heapUsedBytes, loopDelayMs }: BeatMessage): void {
    const { clock } = this.#options;
    const pid = this.#child.pid ?? 0;
    this.#beatAt = clock.monotonic();
    this.#usage = { pid, cpuMs, rssBytes, heapUsedBytes, loopDelayMs, sampledAt: clock.now() };
  }

  #exited(code: number | null, signal: NodeJS.Signals | null): void {
    const { output } = this.#options;
    output.end();
    const killed = this.#killedFor === undefined ? {} : { killedFor: this.#killedFor };
    this.#finish(exitCause({ code, signal, lastOutput: output.last(), ...killed }));
  }

  #finish(cause: PluginFault | undefined): void {
    if (this.#isGone) return;
    this.#isGone = true;
    this.#pipesTimer?.cancel();
    // Pipes that a program started by the plugin still holds.
    for (const stream of this.#child.stdio) stream?.destroy();
    this.#exchanges.end(
      new FairleadError('plugin_exited', cause === undefined ? {} : { details: { cause: cause.code } }),
    );
    this.#events.exited(cause);
    this.#gone.resolve();
  }
}
