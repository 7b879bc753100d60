import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { assetsForVite } from './scripts/bundle-asset.mjs';

/** Tests that run the built command or package as a process; `test/global-setup.ts` builds it for them. */
const processTests = [
  'test/cli/**/*.test.ts',
  'test/workers/**/*.test.ts',
  'test/package/**/*.test.ts',
  'test/docs.test.ts',
];

export default defineConfig({
  plugins: [assetsForVite],
  // The documentation's examples import the package by its name.
  resolve: {
    alias: [
      { find: /^paralign$/, replacement: fileURLToPath(new URL('src/index.ts', import.meta.url)) },
      // As built: threads cannot run TypeScript.
      { find: /^paralign\/workers$/, replacement: fileURLToPath(new URL('dist/workers.js', import.meta.url)) },
      { find: /^paralign\/corpora$/, replacement: fileURLToPath(new URL('src/corpora.ts', import.meta.url)) },
    ],
  },
  test: {
    // Only to end a test that hangs: on a busy machine a law of many cases, or a cold start, takes long, and rightly.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: { name: 'library', include: ['test/**/*.test.ts'], exclude: processTests },
      },
      {
        extends: true,
        test: {
          name: 'process',
          include: processTests,
          globalSetup: 'test/global-setup.ts',
        },
      },
    ],
    coverage: { include: ['src/**/*.ts'], reporter: ['text', 'html'], reportsDirectory: 'coverage' },
  },
});
