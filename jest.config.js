/** @type {import('jest').Config} */
export default {
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': '<rootDir>/scripts/jest-strip-types.js' },
  modulePathIgnorePatterns: ['<rootDir>/build/', '<rootDir>/dist/'],
  testTimeout: 60_000,
  // Much of a run is waiting for processes: one worker for each core, and none left out for jest itself.
  maxWorkers: '100%',
  globalSetup: '<rootDir>/scripts/own-folder.ts',
};
