import { useEffect, useState } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import type { StartNotice } from './at-start.ts'

/** Few starts have something to say. `settled`: the person has answered. */
export function useStartNotice(device: TabDevice): { notice: StartNotice; settled: () => void } {
  const [notice, set] = useState<StartNotice>(null)
  useEffect(() => {
    let gone = false
    import('./at-start.ts')
      .then((it) => it.noticesAtStart(device))
      .then(
        (now) => gone || set(now),
        () => {},
      )
    return () => {
      gone = true
    }
  }, [device])
  return { notice, settled: () => set(null) }
}
