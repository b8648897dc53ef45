import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { BrowserContext } from 'playwright'
import { root } from '../../scripts/paths.mjs'

const zipped = (content: Buffer) => gzipSync(content).length / 1_000

/** The service worker of the last build, in kB (1,000 bytes) after gzip. */
export const workerSize = () => zipped(readFileSync(join(root, 'public/sw.js')))

/**
 * Watches from the outside what scripts a page asks for, and when its composer has been painted. To be called before a page
 * is opened, in a context without service workers: what one keeps for later is not part of a load.
 */
export async function watchLoad(context: BrowserContext): Promise<Load> {
  const scripts = new Map<string, Promise<Buffer>>()
  context.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.set(response.url(), response.body())
  })
  await context.addInitScript(() => {
    const usable = new Promise<number>((resolve) => {
      const look = () => {
        const composer = document.querySelector<HTMLTextAreaElement>('textarea[aria-label="Message"]')
        if (!composer || composer.disabled) return requestAnimationFrame(look)
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve(performance.now())
        return port2.postMessage(null)
      }
      requestAnimationFrame(look)
    })
    Object.assign(globalThis, { usable })
  })
  return {
    async sizes() {
      const [page] = context.pages()
      if (!page) throw new Error('No page was opened.')
      const before = await page.evaluate(async () => {
        const usable = await (globalThis as unknown as { usable: Promise<number> }).usable
        const asked = performance.getEntriesByType('resource').filter((it) => it.startTime < usable)
        return asked.map((it) => it.name)
      })
      const sum = async (urls: readonly string[]) => {
        const bodies = await Promise.all(urls.map((url) => scripts.get(url)))
        return bodies.reduce((total, body) => total + (body ? zipped(body) : 0), 0)
      }
      return { usable: await sum(before), connected: await sum([...scripts.keys()]) }
    },
  }
}

export interface Load {
  /** To be called when the page is live: kB of scripts asked for until the composer was painted, and until now. */
  sizes(): Promise<{ usable: number; connected: number }>
}
