import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { build } from 'esbuild'
import { chromium, type Page } from 'playwright'
import { browserArgs, ensureBrowser } from '../scripts/test/browser.mjs'

/** Bundles a module, runs it in a page of a real Chromium with an origin of its own, and answers what `use` makes of it. */
export async function inBrowser<T>(entry: string, use: (page: Page) => Promise<T>): Promise<T> {
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: 'esm', write: false })
  const html = `<!doctype html><meta charset="utf-8"><script type="module">${outputFiles[0]?.text}</script>`
  const server = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(html))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: browserArgs() })
  try {
    const page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    return await use(page)
  } finally {
    await browser.close()
    server.close()
  }
}
