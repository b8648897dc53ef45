import { useMemo, useState } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import type { DeviceState } from '../../lib/core/device-state.ts'
import type { Entry } from '../../lib/core/timeline/entry.ts'
import { ALL } from '../../lib/protocol/values/ids.ts'
import { useDeviceState } from '../hooks/use-device-state.ts'
import { devices as english } from '../words/en/devices/devices.ts'
import { subject } from '../words/language/catalog.ts'
import type { TimelineContext } from './timeline-context.ts'

const say = subject('devices', english)

/** The names alone: React draws the rows again when one changes, and not whenever a device has received something. */
const namesIn = ({ devices, former }: DeviceState) =>
  Object.fromEntries([...former, ...devices].map(({ deviceId, name }) => [deviceId, name]))

export interface Shown {
  entry: Entry
  anchor: HTMLElement
}

/** The rows share the names of devices, which long texts are open, and the message whose holders are shown. */
export function useTimelineContext(device: TabDevice) {
  const names = useDeviceState(device, namesIn)
  const selfId = useDeviceState(device, (it) => it.deviceId)
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set())
  const [shown, setShown] = useState<Shown | null>(null)
  const [returned, setReturned] = useState<Entry | null>(null)

  const context = useMemo((): TimelineContext => {
    return {
      selfId,
      nameOf: (deviceId) => names[deviceId] || say.removedDevice,
      isExpanded: (messageId) => expanded.has(messageId),
      toggle: (messageId) => setExpanded((now) => toggled(now, messageId)),
      showHolders: (entry, anchor) => setShown((now) => (now?.anchor === anchor ? null : { entry, anchor })),
      retry: (messageId) => device.retry(messageId),
      async sendToAll(id, request) {
        await device.compose({ receiverDeviceId: ALL, ...request })
        await device.discard(id)
      },
      edit: setReturned,
    }
  }, [device, names, selfId, expanded])

  return { context, selfId, returned, shown, hide: () => setShown(null) }
}

function toggled(set: ReadonlySet<string>, key: string): Set<string> {
  const next = new Set(set)
  if (!next.delete(key)) next.add(key)
  return next
}
