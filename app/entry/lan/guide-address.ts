import type { Browser } from '../../../lib/browser/browser.ts'
import type { LanAddress } from '../../../lib/browser/lan.ts'

const SKIPPED = 'roost-guide-skipped'

/** The person goes on over HTTP in this tab. */
export function skipGuide(): void {
  try {
    sessionStorage.setItem(SKIPPED, '1')
  } catch {
    // The browser denies storage, so the guide comes again with the next load.
  }
}

/**
 * The address to show the guide for; null when the page needs none. A browser that trusts the certificate already goes to
 * the same page over HTTPS, and this promise then stays open.
 */
export async function guideAddress(browser: Browser): Promise<LanAddress | null> {
  if (isSkipped()) return null
  const { address } = await browser.lan().catch(() => ({ address: null }))
  // Somebody may have opened it by the machine's name, for which the certificate is as good.
  if (!address || new URL(address.plain).port !== location.port) return null
  const here = { ...address, secure: `https://${location.host}` }
  return (await goOnIfTrusted(browser, here)) ? new Promise(() => {}) : here
}

/** Goes to the same page over HTTPS if that works. */
export async function goOnIfTrusted(browser: Browser, address: LanAddress): Promise<boolean> {
  const trusts = await browser.trusts(address)
  if (trusts) location.replace(`${address.secure}${location.pathname}${location.hash}`)
  return trusts
}

function isSkipped(): boolean {
  try {
    return sessionStorage.getItem(SKIPPED) !== null
  } catch {
    return false
  }
}
