import { useCallback, useEffect, useState } from 'react'
import type { Browser, KnownDevice, TabDevice } from '../../lib/browser/browser.ts'
import { fetchWelcome } from '../entry/fetch-welcome.ts'
import { sentenceOf } from '../words/sentence.ts'

/** Where a tab stands on its way to being a device. */
export type Stage =
  | { at: 'opening' }
  /** `signUp`: whether new accounts are open; null when the server did not say. */
  | { at: 'welcome'; browser: Browser; signUp: boolean | null }
  | { at: 'code'; browser: Browser }
  | { at: 'naming'; browser: Browser }
  | { at: 'choosing'; browser: Browser; known: KnownDevice[] }
  | { at: 'device'; browser: Browser; device: TabDevice }
  | { at: 'broken'; problem: string }

export type Arrival = 'inbox' | 'code'

/** `settle` finds out anew where this tab stands; `enter` makes it a device; `go` shows another stage. */
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
      go({ at: 'broken', problem: sentenceOf(error) })
    }
  }, [arrival])

  const enter = useCallback((device: TabDevice) => {
    if (location.pathname !== '/') history.replaceState(null, '', '/')
    openedBrowser().then((browser) => go({ at: 'device', browser, device }), ignore)
  }, [])

  useEffect(() => {
    void settle()
  }, [settle])

  return { stage, settle, enter, go }
}

let browser: Promise<Browser> | undefined

/** One per page: it holds the connection. Loaded apart from the screens, which show something meanwhile. */
function openedBrowser(): Promise<Browser> {
  browser ??= import('../../lib/browser/open-browser.ts').then(({ openBrowser }) => openBrowser())
  return browser
}

async function whereWeStand(browser: Browser, arrival: Arrival): Promise<Stage> {
  if (arrival === 'code' && location.pathname !== '/') return { at: 'code', browser }
  const device = await browser.resume()
  if (device) return { at: 'device', browser, device }
  const known = await browser.knownDevices()
  if (known.length > 0) return { at: 'choosing', browser, known }
  if (await browser.hasSession()) return { at: 'naming', browser }
  return { at: 'welcome', browser, signUp: await fetchWelcome() }
}

// A browser that could not be opened has been told by settle already.
function ignore() {}
