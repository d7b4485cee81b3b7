import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Files that take a minute or more, the longest first, and then those that start hubs. A clean clone has no durations of
 * an earlier run, and vitest would go by the size of files: some of the longest are among the smallest, and would begin
 * when the other worker has nothing left to do.
 */
export const longest: readonly string[] = [
  'hub/test/conformance-in-processes.test.ts',
  'hub/test/payments/kill-during-payments.test.ts',
  'hub/test/kill-during-load.test.ts',
  'hub/test/cli.test.ts',
  'hub/test/upgrade/',
  'plugins/gateway-sandbox/test/wrong-plugins.test.ts',
  'flows/payments/test/follow-crashes.test.ts',
  'hub/test/',
  'core/src/plugins/',
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const groupOf = ({ project }: TestSpecification) => project.config.sequence.groupOrder;
    return sorted.toSorted(
      (one, other) => groupOf(one) - groupOf(other) || placeOf(one.moduleId) - placeOf(other.moduleId),
    );
  }
}

/** Before others when lower. */
export function placeOf(path: string): number {
  const place = longest.findIndex((part) => path.includes(`/${part}`));
  return place === -1 ? longest.length : place;
}
