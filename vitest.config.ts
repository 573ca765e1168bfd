import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,bench,test,scripts,web/src}/**/*.test.{ts,tsx,mjs}'],
    setupFiles: ['test/seed.ts'],
    // A database or a browser starts in some of them, on two cores and beside others.
    testTimeout: 20_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
  },
});
