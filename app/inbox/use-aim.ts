import { useEffect, useRef, useState } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import { deviceOf } from '../../lib/core/timeline/filter.ts'
import { ALL } from '../../lib/protocol/values/ids.ts'
import type { View } from '../navigation/view.ts'

/** Whom the composer shall write to. A new object asks again. */
export interface Aim {
  receiver: string
}

/** Going to a device aims the composer at it, going to all devices aims at all. A device that only sends gets nothing. */
export function useAim(device: TabDevice, view: View): Aim | null {
  const [aim, setAim] = useState<Aim | null>(null)
  const before = useRef(view)
  useEffect(() => {
    if (before.current === view) return
    before.current = view
    const target = device.getState().devices.find((it) => it.deviceId === deviceOf(view))
    setAim({ receiver: target && target.access !== 'send' ? target.deviceId : ALL })
  }, [device, view])
  return aim
}
