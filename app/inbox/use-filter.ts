import { useEffect, useRef } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import { isSameFilter } from '../../lib/core/timeline/filter.ts'
import type { View } from '../navigation/view.ts'

/** The history follows what is chosen in the navigation. */
export function useFilter(device: TabDevice, view: View): void {
  const asked = useRef<View>(null)
  useEffect(() => {
    let gone = false
    // The first read of the store would otherwise come later, and show everything again.
    void device.ready.then(() => {
      if (gone || isSameFilter(asked.current, view)) return
      asked.current = view
      void device.showOnly(view)
    })
    return () => {
      gone = true
    }
  }, [device, view])
}
