import type { DeviceState } from '../../lib/core/device-state.ts'
import { type Reach, reachOf } from '../../lib/core/timeline/delivery.ts'
import type { Entry } from '../../lib/core/timeline/entry.ts'
import { ALL } from '../../lib/protocol/values/ids.ts'
import { innermost } from '../connection/innermost.ts'
import { DeviceTile } from '../devices/tile/device-tile.tsx'
import type { TileState } from '../devices/tile/tile.tsx'
import { useDevice } from '../hooks/use-device.ts'
import { useDeviceState } from '../hooks/use-device-state.ts'
import { useTimeline } from '../timeline/timeline-context.ts'
import { asOfWords } from '../words/devices/device-status.ts'
import { delivery as english } from '../words/en/inbox/delivery.ts'
import { subject } from '../words/language/catalog.ts'
import { deliverySentence, type Outlook } from './delivery-sentence.ts'
import { HoldersPopoverOnDemand } from './holders-popover-on-demand.ts'

const say = subject('delivery', english)

interface DeliveryLineProps {
  entry: Entry
  /** The next message of the same group: of equal messages, only the last has a line. */
  next: Entry | null
  waiting: number
}

/** Shows how far a message of this device has come. Pressed, it lists which devices have it. */
export function DeliveryLine({ entry, next, waiting }: DeliveryLineProps) {
  const device = useDevice()
  const { nameOf, showHolders } = useTimeline()
  const reach = useDeviceState(device, (state) => {
    const own = reachIn(state, entry)
    return next && next.status.state !== 'failed' && isSame(own, reachIn(state, next)) ? null : own
  })
  const outlook = useDeviceState(device, outlookOf)
  const asOf = useDeviceState(device, (it) => asOfWords(it.devicesAsOf, Date.now()))
  if (reach === null) return null

  const { to, version } = entry
  const sentence = deliverySentence({
    ...{ reach, waiting, outlook, asOf, nameOf },
    toAll: to === ALL,
    stored: version !== null,
  })
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-label={say.showHolders(sentence)}
      disabled={version === null}
      {...HoldersPopoverOnDemand.onIntent}
      onClick={(event) => showHolders(entry, event.currentTarget)}
      className="relative mt-1.5 mb-0.5 flex min-h-5 max-w-full items-center gap-[3px] rounded-md text-start text-xs/4 text-faint transition-colors enabled:hover:text-ink pointer-coarse:after:absolute pointer-coarse:after:-inset-3"
    >
      {Object.entries(reach).map(([deviceId, one]) => (
        <DeviceTile key={deviceId} id={deviceId} size={18} state={tileStateOf(one)} />
      ))}
      <span className={Object.keys(reach).length > 0 ? 'ms-1.5 min-w-0' : 'min-w-0'}>{sentence}</span>
    </button>
  )
}

function tileStateOf(reach: Reach): TileState {
  if (typeof reach === 'number') return { has: reach / 100 }
  return ({ has: 'filled', waits: 'waits', away: 'lacks' } as const)[reach]
}

const reachIn = ({ devices, devicesAsOf }: DeviceState, entry: Entry) =>
  reachOf(entry, devices, devicesAsOf.state === 'now')

function isSame(a: Record<string, Reach>, b: Record<string, Reach>): boolean {
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key])
}

function outlookOf({ connection }: DeviceState): Outlook {
  switch (innermost(connection).state) {
    case 'live':
    case 'catchingUp':
    case 'connecting':
      return 'sends'
    case 'switchedOff':
      return 'switchedOff'
    case 'signedOut':
      return 'signedOut'
    default:
      return 'noNetwork'
  }
}
