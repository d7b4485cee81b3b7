import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@fairlead/sdk';
import { openStage, type Stage } from '../demo/stage.ts';
import { demoSteps } from '../demo/steps.ts';
import { CommandError } from './command-error.ts';
import type { Output } from './output.ts';

interface StepResult {
  readonly title: string;
  readonly tookMs: number;
  readonly proved: readonly string[];
}

const logLinesShown = 20;

/** The tour: every step shows something and proves it. @throws CommandError at the first that does not */
export async function demo(output: Output, { keep = false }: { readonly keep?: boolean }): Promise<void> {
  const started = systemClock.monotonic();
  const dataDir = await mkdtemp(join(tmpdir(), 'fairlead-demo-'));
  const cleanup = new AsyncDisposableStack();
  if (!keep) cleanup.defer(() => rm(dataDir, { recursive: true, force: true }));
  const interrupted = endOnSignal(cleanup);
  try {
    const stage = await openStage(dataDir);
    cleanup.defer(() => stage.close());
    const steps = await runSteps(stage, output);
    const tookMs = Math.round(systemClock.monotonic() - started);
    output.result({ ok: true, tookMs, steps });
    output.line(`All ${steps.length} steps proved what they claim, in ${seconds(tookMs)}.`);
    if (keep) {
      tellKept(stage, output);
      await interrupted.asked();
    }
  } finally {
    await cleanup.disposeAsync();
  }
}

async function runSteps(stage: Stage, output: Output): Promise<readonly StepResult[]> {
  const results: StepResult[] = [];
  for (const [index, { title, run }] of demoSteps.entries()) {
    const begun = systemClock.monotonic();
    output.line(`${index + 1}. ${title}`);
    const proved: string[] = [];
    const tell = (text: string): void => {
      proved.push(text);
      output.line(`   - ${text}`);
    };
    try {
      await run(stage, tell);
    } catch (error) {
      for (const line of stage.log().slice(-logLinesShown)) process.stderr.write(line);
      const reason = error instanceof Error ? error.message : String(error);
      throw new CommandError(`Step ${index + 1} (${title}) failed: ${reason}`);
    }
    const tookMs = Math.round(systemClock.monotonic() - begun);
    output.line(`   (${seconds(tookMs)})`);
    results.push({ title, tookMs, proved });
  }
  return results;
}

function tellKept({ hub, password, dataDir }: Stage, output: Output): void {
  output.line();
  output.line('The hub goes on running on this data, until Ctrl-C:');
  output.line(`  address   ${hub.url}`);
  output.line(`  e-mail    ${hub.owner.email}`);
  output.line(`  password  ${password}`);
  output.line(`  data      ${dataDir}`);
}

/** The first signal tidies up and ends the process, the second ends it at once. It is a failure unless it is waited for. */
function endOnSignal(cleanup: AsyncDisposableStack): { asked(): Promise<never> } {
  const exits = { SIGINT: 130, SIGTERM: 143 } as const;
  let asked = false;
  let awaited = false;
  for (const [signal, exitCode] of Object.entries(exits)) {
    process.on(signal, () => {
      if (asked) process.exit(exitCode);
      asked = true;
      cleanup.disposeAsync().then(
        () => process.exit(awaited ? 0 : exitCode),
        () => process.exit(1),
      );
    });
  }
  return {
    asked() {
      awaited = true;
      return new Promise(() => undefined);
    },
  };
}

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;
