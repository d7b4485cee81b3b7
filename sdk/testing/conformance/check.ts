import { describe, it } from 'vitest';

/** One thing that a plugin must do. The title says what is wrong when it fails. */
export interface Check {
  /** What a plugin must do. */
  readonly title: string;
  /** Tries it on the plugin. @throws when the plugin does otherwise */
  run(): Promise<void>;
}

/** A check that a plugin did not pass. */
export interface Failure {
  /** The check’s. */
  readonly title: string;
  /** What was found instead. */
  readonly message: string;
}

/** Runs checks one after another, without a test runner, and answers those that failed. */
export async function runChecks(checks: readonly Check[]): Promise<readonly Failure[]> {
  const failures: Failure[] = [];
  for (const { title, run } of checks) {
    try {
      await run();
    } catch (error) {
      failures.push({ title, message: error instanceof Error ? error.message : String(error) });
    }
  }
  return failures;
}

/** Registers checks as tests of vitest. */
export function registerChecks(name: string, checks: readonly Check[]): void {
  describe(`${name}`, () => {
    for (const { title, run } of checks) it(`${title}`, run);
  });
}
