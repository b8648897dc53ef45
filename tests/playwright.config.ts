import { defineConfig } from 'playwright/test'
import { browserArgs, findBrowser } from '../scripts/test/browser.mjs'

const executablePath = await findBrowser()

export default defineConfig({
  testDir: '../e2e',
  testMatch: '**/*.spec.ts',
  outputDir: '../.roost-test/e2e',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  timeout: 90_000,
  expect: { timeout: 20_000 },
  use: {
    launchOptions: { args: browserArgs(), ...(executablePath ? { executablePath } : {}) },
    trace: 'retain-on-failure',
    locale: 'en-GB',
  },
  projects: [{ name: 'chromium' }],
})
