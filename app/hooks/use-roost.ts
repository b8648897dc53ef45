import { useCallback, useEffect, useState } from 'react'
import type { Browser, KnownDevice, TabDevice } from '../../lib/browser/browser.ts'
import type { LanAddress } from '../../lib/browser/lan.ts'
import { fetchWelcome } from '../entry/fetch-welcome.ts'
import { loadLanguage } from '../words/language/load-language.ts'
import { sentenceLater } from '../words/sentence-later.ts'

/** How far a tab has come on its way to being a device. */
export type Stage =
  | { at: 'opening' }
  /** `signUp`: whether the server takes new accounts; null when it did not answer. */
  | { at: 'welcome'; browser: Browser; signUp: boolean | null }
  | { at: 'code'; browser: Browser }
  /** The page came over HTTP, and could be had over HTTPS. */
  | { at: 'guide'; browser: Browser; address: LanAddress }
  | { at: 'naming'; browser: Browser }
  | { at: 'choosing'; browser: Browser; known: KnownDevice[] }
  | { at: 'device'; browser: Browser; device: TabDevice }
  | { at: 'broken'; problem: string }

export type Arrival = 'inbox' | 'code'

/** `settle` works out the stage of this tab again; `enter` makes it a device; `go` shows another stage. */
export interface Roost {
  stage: Stage
  settle: () => Promise<void>
  enter: (device: TabDevice) => void
  go: (stage: Stage) => void
}

export function useRoost(arrival: Arrival): Roost {
  const [stage, go] = useState<Stage>({ at: 'opening' })

  const settle = useCallback(async () => {
    try {
      const [browser] = await Promise.all([openedBrowser(), loadLanguage()])
      go(await whereWeStand(browser, arrival))
    } catch (error) {
      go({ at: 'broken', problem: await sentenceLater(error) })
    }
  }, [arrival])

  const enter = useCallback((device: TabDevice) => {
    if (location.pathname !== '/') history.replaceState(null, '', '/')
    openedBrowser().then(async (browser) => go(await inboxOf(browser, device)), ignore)
  }, [])

  useEffect(() => {
    void settle()
  }, [settle])

  const broken = stage.at === 'broken'
  useEffect(() => {
    if (!broken) return
    // The browser may offer its storage again by the time the person looks at the page.
    const tryAgain = () => document.visibilityState === 'visible' && void settle()
    document.addEventListener('visibilitychange', tryAgain)
    addEventListener('pageshow', tryAgain)
    return () => {
      document.removeEventListener('visibilitychange', tryAgain)
      removeEventListener('pageshow', tryAgain)
    }
  }, [broken, settle])

  return { stage, settle, enter, go }
}

let browser: Promise<Browser> | undefined

/** A page opens its browser once: the browser holds the connection. Its code loads while the splash is shown. */
function openedBrowser(): Promise<Browser> {
  browser ??= import('../../lib/browser/open-browser.ts').then(({ openBrowser }) => openBrowser())
  browser.catch(() => {
    browser = undefined
  })
  return browser
}

async function whereWeStand(browser: Browser, arrival: Arrival): Promise<Stage> {
  const byCode = arrival === 'code' && location.pathname !== '/'
  if (byCode) return (await guide(browser)) ?? { at: 'code', browser }
  const device = await browser.resume()
  if (device) return inboxOf(browser, device)
  const guided = await guide(browser)
  if (guided) return guided
  const known = await browser.knownDevices()
  if (known.length > 0) return { at: 'choosing', browser, known }
  if (await browser.hasSession()) {
    await browser.learnNames()
    return { at: 'naming', browser }
  }
  return { at: 'welcome', browser, signUp: await fetchWelcome() }
}

async function inboxOf(browser: Browser, device: TabDevice): Promise<Stage> {
  // Another app has shared something into this one.
  if (location.search.includes('share-')) {
    await import('../share/shared-text.ts').then((it) => it.takeShared(device)).catch(ignore)
  }
  // A notification has opened this window.
  if (location.search.includes('device=')) {
    await import('../notices/take-answer.ts').then((it) => it.takeAnswer(device)).catch(ignore)
  }
  return { at: 'device', browser, device }
}

async function guide(browser: Browser): Promise<Stage | null> {
  if (isSecureContext) return null
  const address = await (await import('../entry/lan/guide-address.ts')).guideAddress(browser)
  return address && { at: 'guide', browser, address }
}

// When the browser cannot be opened, settle has shown that already.
function ignore() {}
