import { defineConfig } from 'vitest/config'

/** The tests in WebKitGTK: `npm run test:webkit`. */
export default defineConfig({
  test: {
    include: ['e2e/webkit/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
})
