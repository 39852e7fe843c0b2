import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{scripts,content,cms,site}/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
  },
});
