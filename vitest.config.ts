import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tooling/src/longest-first.ts';
import { findOptionalParts } from './tooling/src/optional-parts.ts';
import { ReportWriter, reportVariable } from './tooling/src/test-report.ts';

const conditions = ['@fairlead/source'];
const include = ['{sdk,core,flows,plugins,hub,dashboard,bench,tooling}/**/*.test.ts'];
const exclude = ['**/node_modules/**', '**/dist/**'];
/** They measure how long others wait, so nothing may run beside them. */
const measured = ['hub/test/faults/**/*.test.ts'];
const reportPath = process.env[reportVariable];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    execArgv: ['--conditions=@fairlead/source'],
    env: {
      ...findOptionalParts(process.env).environment,
      // For the many processes that tests start: half of what such a short life costs is the reading of code.
      NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.cache/fairlead-tests'),
    },
    reporters: reportPath === undefined ? ['default'] : ['default', new ReportWriter(reportPath)],
    // Half of the tests wait for processes of their own most of the time: as many workers as cores would leave those idle.
    maxWorkers: Math.max(3, Math.ceil(availableParallelism() * 1.5)),
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: 'together', include, exclude: [...exclude, ...measured] } },
      {
        extends: true,
        test: { name: 'alone', include: measured, exclude, maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
    // Only to end what hangs: a busy machine takes its time.
    testTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
    hookTimeout: 120_000,
  },
});
