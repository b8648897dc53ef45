import { useEffect } from 'react'
import { idle } from '../../lib/browser/idle.ts'

/** Protects the page from what people do by accident. Nothing of it is needed for the first picture, so it loads later. */
export function useGuards(): void {
  useEffect(() => {
    let stop: (() => void)[] = []
    let gone = false
    // Without a network and a worker the page goes on without its guards.
    const load = idle().then(() => Promise.all([import('./keep-focus.ts'), import('./files.ts')]))
    load.then(
      ([{ keepFocus }, { keepPage }]) => {
        if (!gone) stop = [keepFocus(), keepPage()]
      },
      () => {},
    )
    return () => {
      gone = true
      for (const end of stop) end()
    }
  }, [])
}
