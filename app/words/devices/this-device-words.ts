import type { ConnectionView } from '../../../lib/core/device-state.ts'
import { formatCount } from '../count.ts'
import { thisDevice as thisDeviceEnglish } from '../en/devices/this-device.ts'
import { subject } from '../language/catalog.ts'

const thisDevice = subject('thisDevice', thisDeviceEnglish)

/** The line below the name of this device. `late`: something waits. */
export interface ThisDeviceWords {
  text: string
  late: boolean
}

/** `drawn`: the screen shows all that the server has. `waiting`: messages that have not gone out yet. */
export function thisDeviceWords(
  view: Exclude<ConnectionView, { state: 'following' }>,
  drawn: boolean,
  waiting: number,
): ThisDeviceWords {
  const late = (state: string) => ({
    text: waiting > 0 ? thisDevice.withWaiting(state, waiting) : state,
    late: true,
  })
  switch (view.state) {
    case 'live':
      return { text: drawn ? thisDevice.upToDate : thisDevice.fetching, late: false }
    case 'catchingUp':
      return { text: thisDevice.catchingUp(formatCount(view.done), formatCount(view.total)), late: false }
    case 'connecting':
      return { text: thisDevice.connecting, late: false }
    case 'waiting':
      return late(thisDevice.serverAway)
    case 'offline':
      return late(thisDevice.offline)
    case 'switchedOff':
      return late(thisDevice.workingOffline)
    case 'signedOut':
      return late(thisDevice.signedOut)
    case 'revoked':
      return { text: thisDevice.removed, late: true }
  }
}
