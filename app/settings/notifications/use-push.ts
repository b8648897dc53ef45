import { useCallback, useEffect, useState } from 'react'
import type { TabDevice } from '../../../lib/browser/browser.ts'
import type { DevicePush } from '../../../lib/browser/push/device-push.ts'
import type { PushState } from '../../../lib/browser/push/push-state.ts'
import type { PushChoice } from '../../../lib/core/push/push-choice.ts'

interface Seen {
  push: DevicePush
  state: PushState
  choice: PushChoice | null
}

/** How the person of a device is told while the app is closed; null until it is known. `look` asks again. */
export function usePush(device: TabDevice): { seen: Seen | null; look: () => Promise<void> } {
  const [seen, set] = useState<Seen | null>(null)
  const look = useCallback(async () => {
    const push = await device.push()
    const [state, choice] = await Promise.all([push.state(), push.choice()])
    set({ push, state, choice })
  }, [device])
  useEffect(() => {
    const again = () => void look().catch(() => {})
    again()
    // The person may come back from the settings of the browser.
    addEventListener('focus', again)
    return () => removeEventListener('focus', again)
  }, [look])
  return { seen, look }
}
