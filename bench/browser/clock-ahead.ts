import type { Page } from 'playwright'

const ROUND_TRIPS = 50

/** By how much the clock of the page is ahead of the one here, in ms; exact to half of the shortest round trip. */
export async function clockAhead(page: Page): Promise<number> {
  let best = { took: Number.POSITIVE_INFINITY, ahead: 0 }
  for (let n = 0; n < ROUND_TRIPS; n++) {
    const asked = performance.now()
    const there = await page.evaluate(() => performance.timeOrigin + performance.now())
    const took = performance.now() - asked
    if (took < best.took) best = { took, ahead: there - (performance.timeOrigin + asked + took / 2) }
  }
  return best.ahead
}
