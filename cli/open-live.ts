import type { RoostDevice } from '../lib/client/types.ts'
import { openStored } from '../lib/node/open-device.ts'
import { chosenDevice, type Place } from './chosen-device.ts'
import { say } from './say.ts'

/** The chosen device with a live connection, for a command that runs on. Says when the connection is lost, and when it is back. */
export async function openLive(place: Place): Promise<RoostDevice> {
  const { directory, device } = await chosenDevice(place)
  const live = await openStored(directory, device)
  let wasOffline = false
  live.subscribe(() => {
    const { status } = live
    if (status === 'offline' && !wasOffline) say(`no connection to ${device.server}: trying again until it is back`)
    if (status === 'live' && wasOffline) say('connected again')
    if (status === 'offline' || status === 'live') wasOffline = status === 'offline'
  })
  return live
}
