import { useEffect, useRef } from 'react'

/** Calls `refuse` when a person pastes or drops a file anywhere on the page. */
export function useRefusedFiles(refuse: () => void): void {
  const latest = useRef(refuse)
  latest.current = refuse
  useEffect(() => {
    let stop = () => {}
    let gone = false
    // Without a network and a worker a file goes unanswered.
    import('./files.ts').then(
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
