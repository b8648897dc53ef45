import { useEffect, useState } from 'react'
import type { TabDevice } from '../../../lib/browser/browser.ts'
import { useDeviceState } from '../../hooks/use-device-state.ts'

interface Held {
  count: number
  /** ms since the epoch, by the server's clock. */
  oldest: number | null
  goneUpTo: number
}

/** The messages that this device holds; null until they are counted. */
export function useHeld(device: TabDevice): Held | null {
  const [held, set] = useState<Held | null>(null)
  const cursor = useDeviceState(device, (it) => it.cursor)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new cursor means other messages
  useEffect(() => {
    let gone = false
    const { count, goneUpTo, history } = device.held
    Promise.all([count(), goneUpTo(), history(0, 1)]).then(
      ([all, lost, [first]]) => gone || set({ count: all, goneUpTo: lost, oldest: first?.timestamp ?? null }),
      // A lost storage has its own notice in the inbox.
      () => {},
    )
    return () => {
      gone = true
    }
  }, [device, cursor])
  return held
}
