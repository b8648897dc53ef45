import { configDefaults, defineConfig } from 'vitest/config'
import { servers } from '../scripts/test/cluster-servers.mjs'

/** The tests that need PostgreSQL or Redis: `npm run test:cluster`. */
export default defineConfig({
  test: {
    include: ['{bench,scripts,server,tests}/**/*.cluster.test.ts'],
    exclude: [...configDefaults.exclude, '.next/**'],
    env: servers,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
