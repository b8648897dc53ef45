import { defineConfig } from 'vitest/config'
import unit, { longOfTheKit } from './vitest.config.ts'

/** `npm run test:kit`. */
export default defineConfig({ test: { ...unit.test, include: longOfTheKit, exclude: ['**/node_modules/**'] } })
