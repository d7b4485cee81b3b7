import { readFileSync, writeFileSync } from 'node:fs';
import type { Reporter, TestModule, TestRunEndReason } from 'vitest/node';

/** What one run of vitest came to. Its own JSON reporter leaves out why a test was skipped and errors outside tests. */
export interface TestReport {
  readonly passed: number;
  /** Names of failed tests, and of files and suites that failed outside a test. */
  readonly failed: readonly string[];
  readonly skipped: readonly SkippedTest[];
}

export interface SkippedTest {
  readonly name: string;
  /** Empty where the skip gives none; its title should then say it. */
  readonly reason: string;
}

/** `vitest.config.ts` adds it when this variable names the file to write. */
export const reportVariable = 'FAIRLEAD_TEST_REPORT';

/** Writes a `TestReport` when the run ends. */
export class ReportWriter implements Reporter {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly { message: string }[], end: TestRunEndReason): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()].map((test) => ({ module, test })));
    const named = tests.map(({ module, test }) => ({ name: `${module.relativeModuleId} > ${test.fullName}`, test }));
    const failed = named.filter(({ test }) => test.result().state === 'failed' || test.result().state === 'pending');
    const report: TestReport = {
      passed: named.filter(({ test }) => test.result().state === 'passed').length,
      failed: [
        ...modules.flatMap(failuresOutsideTests),
        ...errors.map(({ message }) => `outside any test: ${message}`),
        ...failed.map(({ name }) => name),
        ...(end === 'interrupted' ? ['the run was interrupted'] : []),
      ],
      skipped: named.flatMap(({ name, test }) => {
        const result = test.result();
        return result.state === 'skipped' ? [{ name, reason: result.note ?? '' }] : [];
      }),
    };
    writeFileSync(this.#path, JSON.stringify(report));
  }
}

/** A file that did not load and a suite whose hook threw; the tests below those count as skipped. */
function failuresOutsideTests(module: TestModule): string[] {
  const suites = [...module.children.allSuites()].filter((suite) => suite.errors().length > 0);
  const outside = suites.map((suite) => `${module.relativeModuleId} > ${suite.fullName} (outside its tests)`);
  return module.errors().length > 0 ? [`${module.relativeModuleId} (the file itself)`, ...outside] : outside;
}

/** Undefined when vitest wrote none, which means that it crashed. */
export function readTestReport(path: string): TestReport | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as TestReport;
  } catch {
    return undefined;
  }
}
