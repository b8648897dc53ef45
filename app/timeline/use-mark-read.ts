import { useEffect, useRef } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'

const EVERY_MS = 1_000

/**
 * Marks as read what is on the screen, while a person can see it: in a visible tab that has the focus, at most once a
 * second. `seen` answers the newest version on the screen. Returns `look`, for when that may have changed.
 */
export function useMarkRead(device: TabDevice, seen: () => number): () => void {
  const latest = useRef(seen)
  latest.current = seen
  const look = useRef(() => {})

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    function mark() {
      timer = undefined
      if (document.visibilityState !== 'visible' || !document.hasFocus()) return
      const version = latest.current()
      // Without room on the disk the position stays where it was; the storage notice says so.
      if (version > device.getState().readUpTo) void device.markRead(version).catch(() => {})
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
