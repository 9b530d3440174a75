import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Tests mostly wait for a server or a browser: by itself Vitest leaves the second of two cores idle.
    maxWorkers: 2,
    // Files share their worker's modules: each begins warm, and what is only read is read once.
    isolate: false,
    // On a busy machine what comes may come late.
    expect: { poll: { timeout: 15_000 } },
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], testTimeout: 60_000 } },
      { test: { name: 'content', include: ['tests/content/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 } },
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: ['tests/support/built-site.ts'],
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/support/built-site.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
