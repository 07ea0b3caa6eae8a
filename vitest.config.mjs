import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    pool: 'threads',
    isolate: false,
    setupFiles: ['./test/harness/seed.ts'],
    testTimeout: 60_000,
    reporters: ['default', './test/harness/count-reporter.ts'],
  },
});
