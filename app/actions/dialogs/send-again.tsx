import { Dialog } from '@base-ui/react/dialog'
import { Inbox } from 'lucide-react'
import type { DeviceState } from '../../../lib/core/device-state.ts'
import type { Entry } from '../../../lib/core/timeline/entry.ts'
import { requestOf } from '../../../lib/core/timeline/said.ts'
import { ALL } from '../../../lib/protocol/values/ids.ts'
import { DeviceTile } from '../../devices/tile/device-tile.tsx'
import { useAction } from '../../hooks/use-action.ts'
import { useDeviceState } from '../../hooks/use-device-state.ts'
import { Problem } from '../../ui/problem.tsx'
import { actions as english } from '../../words/en/inbox/actions.ts'
import { subject } from '../../words/language/catalog.ts'
import { useActions } from '../actions.ts'
import { Frame } from './frame.tsx'

const sayActions = subject('actions', english)

const pickDevices = ({ devices, deviceId }: DeviceState) => ({ devices, deviceId })

const row =
  'flex min-h-11 w-full items-center gap-3 rounded-[9px] px-2.5 py-1.5 text-start text-sm hover:bg-hover disabled:opacity-50'

/** Sends a message once more, to the device that the person chooses. */
export default function SendAgain({ entry, onClose }: { entry: Entry; onClose: () => void }) {
  const { device, say } = useActions()
  const { devices, deviceId } = useDeviceState(device, pickDevices)
  const others = devices.filter((it) => it.deviceId !== deviceId && it.access !== 'send')
  // A message that was refused is no message of its own beside the new one.
  const failed = entry.status.state === 'failed'
  const { run, busy, problem } = useAction(async (to: string, name: string | null) => {
    await device.compose({ receiverDeviceId: to, ...requestOf(entry) })
    if (failed) await device.discard(entry.id)
    onClose()
    say(name === null ? sayActions.sentAgainToAll : sayActions.sentAgain(name))
  })

  return (
    <Frame id={entry.id} title={failed ? sayActions.sendFailedTitle : sayActions.sendAgainTitle} onClose={onClose}>
      <Dialog.Description className="mt-1 text-sm text-soft">
        {failed ? sayActions.sendFailedText : sayActions.sendAgainText}
      </Dialog.Description>
      <Problem>{problem}</Problem>
      <ul className="-mx-2.5 mt-3">
        <li>
          <button type="button" disabled={busy} className={row} onClick={() => void run(ALL, null)}>
            <span className="grid size-7 place-items-center rounded-lg bg-ink text-ground">
              <Inbox className="size-4" aria-hidden="true" />
            </span>
            {sayActions.allDevices}
          </button>
        </li>
        {others.map(({ deviceId: to, name }) => (
          <li key={to}>
            <button type="button" disabled={busy} className={row} onClick={() => void run(to, name)}>
              <DeviceTile id={to} size={28} />
              <span className="min-w-0 truncate">{name}</span>
            </button>
          </li>
        ))}
      </ul>
    </Frame>
  )
}
