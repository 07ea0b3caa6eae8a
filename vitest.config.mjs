import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    pool: 'threads',
    isolate: false,
    // Vitest leaves one processor to itself, which is one of two on a small machine; tests that meet real processes wait anyway.
    maxWorkers: 2,
    setupFiles: ['./test/harness/seed.ts'],
    testTimeout: 60_000,
    reporters: ['default', './test/harness/count-reporter.ts'],
  },
});
