import { useEffect, useState } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import { useDeviceState } from './use-device-state.ts'

/** The e-mail address that this device belongs to; null until it is known. Its code comes after the connection. */
export function useAccount(device: TabDevice): string | null {
  const [account, setAccount] = useState<string | null>(null)
  const ready = useDeviceState(device, (it) => it.connection.state !== 'connecting')
  useEffect(() => {
    if (account !== null || !ready) return
    let gone = false
    void device.email().then((it) => gone || setAccount(it))
    return () => {
      gone = true
    }
  }, [device, ready, account])
  return account
}
