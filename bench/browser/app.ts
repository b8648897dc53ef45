import { type Browser, chromium } from 'playwright'
import { createBuiltServer } from '../../e2e/fixtures/server.ts'
import { browserArgs, ensureBrowser } from '../../scripts/test/browser.mjs'
import type { RestartableServer } from '../../tests/kit/server/restartable-server.ts'

/** The built server in a process of its own, open for sign-up, and a real Chromium. */
export interface App extends AsyncDisposable {
  server: RestartableServer
  browser: Browser
}

export async function openApp(): Promise<App> {
  const server = await createBuiltServer({ SIGNUP: 'open' })
  await server.start()
  const browser = await launch()
  return {
    server,
    browser,
    async [Symbol.asyncDispose]() {
      await browser.close()
      await server[Symbol.asyncDispose]()
    },
  }
}

export async function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: await ensureBrowser(), args: browserArgs() })
}
