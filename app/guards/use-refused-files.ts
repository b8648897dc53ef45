import { useEffect, useRef } from 'react'
import { idle } from '../../lib/browser/idle.ts'

/** Calls `refuse` when a person pastes or drops a file anywhere on the page. */
export function useRefusedFiles(refuse: () => void): void {
  const latest = useRef(refuse)
  latest.current = refuse
  useEffect(() => {
    let stop = () => {}
    let gone = false
    // Without a network and a worker a file goes unanswered.
    const load = idle().then(() => import('./files.ts'))
    load.then(
      ({ watchFiles }) => {
        if (!gone) stop = watchFiles(() => latest.current())
      },
      () => {},
    )
    return () => {
      gone = true
      stop()
    }
  }, [])
}
