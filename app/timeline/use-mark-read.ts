import { useEffect, useRef } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import { innermost } from '../connection/innermost.ts'
import { isLooking } from '../hooks/use-looking.ts'

const EVERY_MS = 1_000

function isFetching(device: TabDevice): boolean {
  const { state } = innermost(device.getState().connection)
  return state === 'connecting' || state === 'catchingUp'
}

/**
 * Marks as read what is on the screen, while a person can see it: in a visible tab that has the focus, at most once a
 * second. `seen` answers the newest version on the screen; `read` hears of each that is marked. Returns `look`, for when that may have changed.
 */
export function useMarkRead(device: TabDevice, seen: () => number, read: (version: number) => void): () => void {
  const latest = useRef({ seen, read })
  latest.current = { seen, read }
  const look = useRef(() => {})

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    function mark() {
      timer = undefined
      if (!isLooking()) return
      // The device still counts what it missed. The list looks again once all of it has come.
      if (isFetching(device)) return
      const version = latest.current.seen()
      if (version <= device.getState().readUpTo) return
      latest.current.read(version)
      // Without room on the disk the position stays where it was; the storage notice says so.
      void device.markRead(version).catch(() => {})
    }
    look.current = () => {
      timer ??= setTimeout(mark, EVERY_MS)
    }
    look.current()
    window.addEventListener('focus', look.current)
    document.addEventListener('visibilitychange', look.current)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('focus', look.current)
      document.removeEventListener('visibilitychange', look.current)
    }
  }, [device])

  useEffect(() => look.current())
  return () => look.current()
}
