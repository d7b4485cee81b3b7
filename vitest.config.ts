import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { findOptionalParts } from './tooling/src/optional-parts.ts';
import { ReportWriter, reportVariable } from './tooling/src/test-report.ts';

const conditions = ['@fairlead/source'];
const reportPath = process.env[reportVariable];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['{sdk,core,flows,plugins,hub,bench,tooling}/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    execArgv: ['--conditions=@fairlead/source'],
    env: {
      ...findOptionalParts(process.env).environment,
      // For the many processes that tests start: half of what such a short life costs is the reading of code.
      NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.cache/fairlead-tests'),
    },
    reporters: reportPath === undefined ? ['default'] : ['default', new ReportWriter(reportPath)],
    // Half of the tests wait for processes of their own most of the time: one worker fewer than cores leaves those idle.
    maxWorkers: Math.max(2, availableParallelism()),
    // Only to end what hangs: a busy machine takes its time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
