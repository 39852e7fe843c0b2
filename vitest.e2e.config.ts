import { defineConfig } from 'vitest/config';

/** Browser tests: each starts the whole of Paraf and waits much, so two run at once. */
export default defineConfig({
  test: {
    include: ['{site/e2e,cms}/**/*.e2e.ts'],
    globalSetup: ['site/e2e/office.setup.ts', 'site/e2e/portal.setup.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // What must become true is waited for, also where the machine is slow.
    expect: { poll: { timeout: 20_000 } },
    // A browser that stalls gets a second try; what is wrong fails twice.
    retry: 1,
    maxWorkers: 2,
    pool: 'forks',
  },
});
