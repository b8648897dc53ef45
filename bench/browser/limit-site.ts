import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright'

export interface LimitSite extends AsyncDisposable {
  /** Runs in a new page with a process and a profile of its own, as the app does. */
  inFreshPage<T>(run: (page: Page) => Promise<T>): Promise<T>
}

/**
 * The page of a limit: one of the `*.page.ts` beside this file, bundled, from a bare node:http server of its own that answers
 * `/0`, `/1` … with `bodies`. Tests can call what the module puts on `globalThis`.
 */
export async function openLimitSite(
  browser: Browser,
  name: string,
  bodies: readonly Buffer[] = [],
): Promise<LimitSite> {
  const entry = fileURLToPath(new URL(`${name}.page.ts`, import.meta.url))
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: 'esm', write: false, minify: true })
  const html = `<!doctype html><meta charset="utf-8"><script type="module">${outputFiles[0]?.text}</script>`
  const server = createServer((request, response) => {
    const body = bodies[Number(request.url?.slice(1) || Number.NaN)]
    response.setHeader('content-type', body ? 'application/json' : 'text/html').end(body ?? html)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  return {
    async inFreshPage(run) {
      const context = await browser.newContext()
      try {
        const page = await context.newPage()
        await page.goto(url)
        return await run(page)
      } finally {
        await context.close()
      }
    },
    async [Symbol.asyncDispose]() {
      server.close()
      server.closeAllConnections()
    },
  }
}
