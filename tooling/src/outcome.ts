import type { OptionalPart } from './optional-parts.ts';
import type { SkippedTest, TestReport } from './test-report.ts';

/** What a check came to: a plain one counts as one, the tests as many as they are. */
export interface Outcome {
  readonly passed: number;
  readonly failed: readonly string[];
  readonly skipped: readonly SkippedTest[];
}

/** A run that crashed, wrote no report or found no test is a failure, whatever else it says. */
export function judgeTests(exitCode: number, report: TestReport | undefined): Outcome {
  if (report === undefined) return { passed: 0, failed: ['tests (vitest wrote no report)'], skipped: [] };
  const isEmpty = report.passed + report.failed.length + report.skipped.length === 0;
  if (isEmpty) return { ...report, failed: ['tests (none found)'] };
  if (exitCode === 0 || report.failed.length > 0) return report;
  return { ...report, failed: [`tests (vitest ended with ${exitCode})`] };
}

/** The end of the output: what failed, what was skipped for want of what, and the counts alone on the last line. */
export function closingLines(outcomes: readonly Outcome[], missing: readonly OptionalPart[]): string[] {
  const failed = outcomes.flatMap((outcome) => outcome.failed);
  const skipped = outcomes.flatMap((outcome) => outcome.skipped);
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const rule = '-'.repeat(72);
  return [
    ...(failed.length > 0 ? [rule, 'Failed:', ...failed.map((name) => `  ${name}`)] : []),
    rule,
    ...skippedLines(skipped, missing),
    rule,
    `${passed} passed, ${failed.length} failed, ${skipped.length} skipped`,
  ];
}

function skippedLines(skipped: readonly SkippedTest[], missing: readonly OptionalPart[]): string[] {
  const width = Math.max(...missing.map(({ name }) => name.length), 0);
  const parts = missing.map(
    (part) => `  ${part.name.padEnd(width)}  for ${part.neededFor}; to get it: ${part.howToGet}`,
  );
  const tests = skipped.map(({ name, reason }) => `  ${name}${reason === '' ? '' : `: ${reason}`}`);
  if (tests.length === 0 && parts.length === 0) return ['Nothing was skipped.'];
  return [
    ...(tests.length > 0 ? [`Skipped (${tests.length}):`, ...tests] : ['No test was skipped.']),
    ...(parts.length > 0 ? ['Not found on this machine:', ...parts] : []),
  ];
}
