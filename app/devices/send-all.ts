import type { TabDevice } from '../../lib/browser/browser.ts'
import type { DeviceState } from '../../lib/core/device-state.ts'
import { TransportError } from '../../lib/core/ports.ts'
import { innermost } from '../connection/innermost.ts'

/** Messages that this device alone has. */
export const waitingIn = ({ outbox }: Pick<DeviceState, 'outbox'>): number =>
  outbox.filter((it) => it.status.state === 'waiting').length

type Sender = Pick<TabDevice, 'getState' | 'subscribe' | 'switchOn' | 'checkNow'>

/** Goes online if it must, and resolves once nothing waits. @throws TransportError when the server is not reached. */
export async function sendAll(device: Sender): Promise<void> {
  if (innermost(device.getState().connection).state === 'switchedOff') device.switchOn()
  await device.checkNow()
  await new Promise<void>((resolve, reject) => {
    let stop = () => {}
    const look = () => {
      const state = device.getState()
      const isAway = away.has(innermost(state.connection).state)
      if (waitingIn(state) > 0 && !isAway) return
      stop()
      if (waitingIn(state) === 0) resolve()
      else reject(new TransportError('no_answer'))
    }
    stop = device.subscribe((it) => `${waitingIn(it)} ${innermost(it.connection).state}`, look)
    look()
  })
}

const away = new Set(['waiting', 'offline', 'signedOut', 'revoked'])
