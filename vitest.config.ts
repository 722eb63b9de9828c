import { defineConfig } from 'vitest/config';

/** They read pages by OCR, or start the processes that do: minutes of processor time. */
const reading = [
  'test/fixtures/real-findings.test.ts',
  'test/documents/scans.test.ts',
  'test/imaging/reading.test.ts',
  'test/imaging/ocr/engines.test.ts',
  'test/imaging/accuracy.test.ts',
  'test/imaging/pool.test.ts',
  'test/imaging/seal/read.test.ts',
  'test/report/exhibits-of-scans.test.ts',
  'test/reporters/personal-data.test.ts',
];

/** They look at pages in Chromium, and say in their titles when there is none. */
const browser = [
  'test/cli/browser.test.ts',
  'test/network/browser.test.ts',
  'test/reporters/html.test.ts',
  'test/reporters/inspection-html.test.ts',
];

const shared = {
  // Page reading loads a language model once a worker: generous limits, because no test asserts a time.
  testTimeout: 60_000,
  hookTimeout: 60_000,
  pool: 'forks',
  // Left to itself, vitest keeps one core free, which on two cores is half of them.
  maxWorkers: '100%',
} as const;

// `npm test` runs all, `npm run test:fast` the first. A file that needs neither OCR nor a browser is in it by itself.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'fast',
          include: ['test/**/*.test.ts'],
          exclude: [...reading, ...browser],
          // The files share what they import: loading rules and schemas anew in each cost as much as all their tests.
          isolate: false,
        },
      },
      { test: { ...shared, name: 'browser', include: browser } },
      { test: { ...shared, name: 'reading', include: reading, globalSetup: 'test/scan-cache.ts' } },
    ],
  },
});
