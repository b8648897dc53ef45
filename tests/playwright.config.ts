import { defineConfig } from 'playwright/test'
import { speakToFirefox } from '../e2e/fixtures/bidi.ts'
import { browserArgs, findBrowser, playwrightsOwn } from '../scripts/test/browser.mjs'
import { chromium, firefox } from '../scripts/test/browsers.mjs'

const chromiumPath = await findBrowser(chromium)
const firefoxPath = await findBrowser(firefox)
// Playwright's own Firefox has a protocol of its own. Every other one speaks WebDriver BiDi.
const bidi = firefoxPath !== (await playwrightsOwn(firefox))
if (bidi) speakToFirefox()

/** Firefox asks the person whether to keep the data. The tests need an answer. */
const firefoxUserPrefs = { 'dom.storageManager.prompt.testing': true, 'dom.storageManager.prompt.testing.allow': true }

/**
 * The specs that exercise what engines do differently: storage, worker, locks, network, pages that come and go. See
 * docs/browsers.md. `npm test` runs the first part of them in Firefox, `npm run test:e2e` both.
 */
const inFirefox = {
  firefox: [
    ...['account', 'away', 'back-forward-cache', 'background-sync', 'cold-start', 'compose-offline', 'crash', 'files'],
    ...['persistence', 'quota', 'storage', 'timeline', 'two-tabs'],
  ],
  'firefox-more': [
    ...['browser-faults', 'content-security', 'cut-off', 'give-back', 'new-version', 'no-websocket', 'older-shape'],
    ...['one-device-two-tabs', 'pairing', 'push', 'restored-server', 'revocation', 'search', 'server-restart'],
  ],
}

/** In Chromium these take a quarter of the time. `npm test` leaves them out. */
const long = ['bench', 'chaos', 'every-text', 'long-text']

const specs = (names: readonly string[]) => names.map((it) => `**/${it}.spec.ts`)

const at = (executablePath: string | undefined) => (executablePath ? { executablePath } : {})

// No push service of Chromium's can be replaced: see push-in-chromium.spec.ts.
const inChromium = { launchOptions: { args: browserArgs(), ...at(chromiumPath) } }

export default defineConfig({
  testDir: '../e2e',
  testMatch: '**/*.spec.ts',
  outputDir: '../.roost-test/e2e',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  timeout: 90_000,
  expect: { timeout: 20_000 },
  use: { trace: { mode: 'retain-on-failure', screenshots: false }, locale: 'en-GB' },
  projects: [
    { name: 'chromium', testIgnore: specs(['push', ...long]), use: inChromium },
    { name: 'chromium-more', testMatch: specs(long), use: inChromium },
    ...Object.entries(inFirefox).map(([name, names]) => ({
      name,
      testMatch: specs(names),
      grepInvert: /@devtools|@background-sync/,
      use: {
        browserName: 'firefox' as const,
        ...(bidi ? { channel: 'moz-firefox' } : {}),
        launchOptions: { ...at(firefoxPath), firefoxUserPrefs },
        colorScheme: null,
      },
    })),
  ],
})
