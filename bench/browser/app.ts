import { type Browser, chromium } from 'playwright'
import { createMother, type Mother } from '../../e2e/fixtures/mother.ts'
import { browserArgs, ensureBrowser } from '../../scripts/browser.mjs'

/** The built server in a process of its own, with an account for everybody, and a real Chromium. */
export interface App extends AsyncDisposable {
  mother: Mother
  browser: Browser
}

export async function openApp(): Promise<App> {
  const mother = await createMother({ SIGNUP: 'open' })
  await mother.start()
  const browser = await launch()
  return {
    mother,
    browser,
    async [Symbol.asyncDispose]() {
      await browser.close()
      await mother.dispose()
    },
  }
}

export async function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: await ensureBrowser(), args: browserArgs() })
}
