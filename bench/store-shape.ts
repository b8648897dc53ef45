import { fileURLToPath } from 'node:url'
import { inBrowser } from './in-browser.ts'

/** Measures the shape of the storage on disk in a real Chromium: `node bench/store-shape.ts`. About a minute. */

const figures = await inBrowser(fileURLToPath(new URL('./store-shape.page.ts', import.meta.url)), (page) =>
  page.evaluate(() => (globalThis as unknown as { measure(): Promise<Record<string, string | number>> }).measure()),
)
for (const [what, figure] of Object.entries(figures)) {
  console.log(`${what.padEnd(64)} ${typeof figure === 'number' ? figure.toLocaleString('en') : figure}`)
}
