import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// How long a test waits for what has to come. A busy machine may need it; where time is a promise, the test says its own.
const PATIENT = { poll: { timeout: 10_000 } };

export default defineConfig({
  test: {
    // Many tests wait for other processes: with the usual one worker for two cores, the cores would wait as well.
    maxWorkers: Math.max(2, availableParallelism()),
    reporters: process.env['CI'] === undefined ? ['default'] : ['dot'],
    projects: [
      {
        test: {
          name: 'unit',
          globalSetup: 'test/engine/command-line/built.ts',
          include: ['test/{core,engine,electron,build,simulator,fuzz}/**/*.test.ts', 'test/*.test.ts'],
          testTimeout: 20_000,
          expect: PATIENT,
        },
      },
      {
        test: {
          name: 'renderer',
          include: ['test/renderer/**/*.test.{ts,tsx}'],
          setupFiles: 'test/renderer/settled.ts',
          environment: 'happy-dom',
          testTimeout: 20_000,
          expect: PATIENT,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 90_000,
          expect: PATIENT,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'prometheus',
          include: ['test/prometheus/**/*.test.ts'],
          testTimeout: 60_000,
          expect: PATIENT,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'packages',
          include: ['test/packages/**/*.test.ts'],
          testTimeout: 900_000,
          expect: PATIENT,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'real',
          include: ['test/real/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          expect: PATIENT,
        },
      },
    ],
  },
});
