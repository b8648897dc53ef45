import { availableParallelism } from 'node:os'
import { configDefaults, defineConfig } from 'vitest/config'

/** They take minutes: `npm run test:kit`. */
export const longOfTheKit = ['kit/mutants/*.test.ts', 'tests/foreign/kit*.test.ts']

export default defineConfig({
  test: {
    include: ['{app,bench,cli,kit,lib,scripts,server,tests}/**/*.test.{ts,tsx}'],
    // Those that need servers besides ours have a configuration of their own.
    exclude: [...configDefaults.exclude, '.next/**', '**/*.cluster.test.ts', ...longOfTheKit],
    // Real sockets, real files and killed processes on a busy machine: long enough never to be what decides.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Tests wait more than they compute, so two cores take two files.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    expect: { poll: { timeout: 20_000 } },
  },
})
