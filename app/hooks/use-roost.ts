import { useCallback, useEffect, useState } from 'react'
import type { Browser, KnownDevice, TabDevice } from '../../lib/browser/browser.ts'
import { fetchWelcome } from '../entry/fetch-welcome.ts'
import { sentenceLater } from '../words/sentence-later.ts'

/** How far a tab has come on its way to being a device. */
export type Stage =
  | { at: 'opening' }
  /** `signUp`: whether the server takes new accounts; null when it did not answer. */
  | { at: 'welcome'; browser: Browser; signUp: boolean | null }
  | { at: 'code'; browser: Browser }
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
      go(await whereWeStand(await openedBrowser(), arrival))
    } catch (error) {
      go({ at: 'broken', problem: await sentenceLater(error) })
    }
  }, [arrival])

  const enter = useCallback((device: TabDevice) => {
    if (location.pathname !== '/') history.replaceState(null, '', '/')
    openedBrowser().then((browser) => go({ at: 'device', browser, device }), ignore)
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
  if (arrival === 'code' && location.pathname !== '/') return { at: 'code', browser }
  const device = await browser.resume()
  if (device) return { at: 'device', browser, device }
  const known = await browser.knownDevices()
  if (known.length > 0) return { at: 'choosing', browser, known }
  if (await browser.hasSession()) {
    await browser.learnNames()
    return { at: 'naming', browser }
  }
  return { at: 'welcome', browser, signUp: await fetchWelcome() }
}

// When the browser cannot be opened, settle has shown that already.
function ignore() {}
