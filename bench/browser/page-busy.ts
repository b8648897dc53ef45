import type { Browser, Page } from 'playwright'

/** How a page fared while something else went on. In ms. */
export interface Busy {
  longestTask: number
  /** Between two frames. */
  longestGap: number
}

interface TraceEvent {
  ph: string
  name: string
  pid: number
  tid: number
  dur?: number
  args: { name?: string }
}

/** Types into the composer, a key every 30 ms, until `during` has ended, and watches the page's main thread. */
export async function typeDuring(browser: Browser, page: Page, during: () => Promise<unknown>): Promise<Busy> {
  const composer = page.getByRole('textbox', { name: 'Message' })
  await composer.focus()
  await page.evaluate(() => {
    const frames = { last: performance.now(), longest: 0 }
    Object.assign(globalThis, { frames })
    const frame = (now: number) => {
      frames.longest = Math.max(frames.longest, now - frames.last)
      frames.last = now
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  })
  await browser.startTracing(page, { categories: ['-*', 'toplevel'] })
  let over = false
  const ended = during().finally(() => {
    over = true
  })
  while (!over) await composer.pressSequentially('on my way ', { delay: 30 })
  await ended
  const longestGap = await page.evaluate(
    () => (globalThis as unknown as { frames: { longest: number } }).frames.longest,
  )
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] }
  return { longestGap, longestTask: longestTask(trace.traceEvents) }
}

/** Looks at the main threads of pages; the worker has a thread of its own. */
function longestTask(events: readonly TraceEvent[]): number {
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`
  const named = events.filter((it) => it.ph === 'M' && it.name === 'thread_name' && it.args.name === 'CrRendererMain')
  const main = new Set(named.map(threadOf))
  const tasks = events.filter((it) => it.name.endsWith('RunTask') && main.has(threadOf(it)))
  return Math.max(...tasks.map((it) => (it.dur ?? 0) / 1_000))
}
