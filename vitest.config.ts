import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{scripts,content,cms,site}/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // Much of a test is waiting for Git: a machine of two cores runs two files at once.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});
