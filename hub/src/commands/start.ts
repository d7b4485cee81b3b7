import { limitHeapGrowth } from '../heap-growth.ts';
import type { Hub } from '../hub.ts';
import { exitCodes } from './command-error.ts';
import { failureOf } from './failure.ts';
import type { Output } from './output.ts';
import { settingsOfEnvironment } from './read-settings.ts';

/** A hub that has not stopped by then will not. */
const stopWithinMs = 20_000;
const signals = { SIGINT: 130, SIGTERM: 143 } as const;

/** Runs the hub until a signal or a fault ends the process. */
export async function start(output: Output): Promise<void> {
  const ending = createEnding();
  const effective = settingsOfEnvironment();
  const { startHub } = await import('../hub.ts');
  const hub = await startHub(effective);
  // What a start leaves lives on: to collect often while it grows would only cost.
  limitHeapGrowth();
  ending.watch(hub);
  tell(hub, output);
}

function tell({ url, owner, warnings }: Hub, output: Output): void {
  for (const warning of warnings) output.note(`Warning: ${warning}`);
  output.result({ url, owner, warnings });
  if (owner.password !== undefined) {
    output.line('This is the first start. Note the password: it is shown this once.');
    output.line(`  address   ${url}`);
    output.line(`  e-mail    ${owner.email}`);
    output.line(`  password  ${owner.password}`);
  } else if (owner.created) {
    output.line(`This is the first start. The owner’s account is ${owner.email}, with the password that was set.`);
  }
  output.line(`Fairlead is ready at ${url}`);
}

/**
 * Ends the process: on the first signal gracefully, on the second at once; and on a fault that nobody caught, with the
 * database closed and the exit code of a failure.
 */
function createEnding() {
  let hub: Hub | undefined;
  let asked = false;
  const end = (exitCode: number): void => {
    const late = setTimeout(() => {
      process.stderr.write(`Fairlead did not stop within ${stopWithinMs / 1_000} seconds and is ended.\n`);
      process.exit(exitCodes.failed);
    }, stopWithinMs);
    late.unref();
    // Without a hub yet: `watch` comes back here as soon as it is up.
    hub?.stop().then(
      () => process.exit(exitCode),
      (error: unknown) => {
        hub?.log.error('The hub did not stop as it should.', { error });
        process.exit(exitCodes.failed);
      },
    );
  };
  for (const [signal, exitCode] of Object.entries(signals) as [keyof typeof signals, number][]) {
    process.on(signal, () => {
      if (asked) process.exit(exitCode);
      asked = true;
      end(0);
    });
  }
  const fault = (error: unknown): void => {
    if (hub === undefined) {
      process.stderr.write(`${failureOf(error).sentence}\n`);
      process.exit(exitCodes.failed);
    }
    hub.log.error('Something failed that nobody was waiting for; the hub ends.', { error });
    if (!asked) end(exitCodes.failed);
    asked = true;
  };
  process.on('uncaughtException', fault);
  process.on('unhandledRejection', fault);
  return {
    watch(started: Hub): void {
      hub = started;
      if (asked) end(0);
    },
  };
}
