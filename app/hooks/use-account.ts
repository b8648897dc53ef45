import { useEffect, useState } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import { useDeviceState } from './use-device-state.ts'

/** The e-mail address that this device belongs to; null until it is known. */
export function useAccount(device: TabDevice): string | null {
  const [account, setAccount] = useState<string | null>(null)
  const live = useDeviceState(device, (it) => it.connection.state === 'live')
  // biome-ignore lint/correctness/useExhaustiveDependencies: asks again when the server can be reached again
  useEffect(() => {
    if (account !== null) return
    let gone = false
    void device.email().then((it) => gone || setAccount(it))
    return () => {
      gone = true
    }
  }, [device, live, account])
  return account
}
