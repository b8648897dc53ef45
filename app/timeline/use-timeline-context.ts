import { useMemo, useState } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import type { Sent } from '../../lib/core/timeline/delivery.ts'
import type { Entry } from '../../lib/core/timeline/entry.ts'
import { ALL } from '../../lib/protocol/values/ids.ts'
import { useDeviceState } from '../hooks/use-device-state.ts'
import { useNow } from '../hooks/use-now.ts'
import { namesOf } from '../words/devices/device-names.ts'
import { asOfWords } from '../words/devices/device-status.ts'
import type { TimelineContext } from './timeline-context.ts'
import { useDropped } from './use-dropped.ts'

export interface Shown {
  sent: Sent
  anchor: HTMLElement
}

/** The rows share the names of devices, which long texts are open, and the message whose holders are shown. */
export function useTimelineContext(device: TabDevice) {
  const devices = useDeviceState(device, (it) => it.devices)
  const former = useDeviceState(device, (it) => it.former)
  const devicesAsOf = useDeviceState(device, (it) => it.devicesAsOf)
  const asOf = asOfWords(devicesAsOf, useNow(60_000))
  const colours = useDeviceState(device, (it) => it.colours)
  const selfId = useDeviceState(device, (it) => it.deviceId)
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set())
  const [shown, setShown] = useState<Shown | null>(null)
  const [returned, setReturned] = useState<Entry | null>(null)
  const { dropped, drop, undo } = useDropped(device)

  const context = useMemo((): TimelineContext => {
    return {
      selfId,
      devices,
      colours,
      asOf,
      nameOf: namesOf({ devices, former }),
      isExpanded: (messageId) => expanded.has(messageId),
      toggle: (messageId) => setExpanded((now) => toggled(now, messageId)),
      showHolders: (sent, anchor) => setShown((now) => (now?.anchor === anchor ? null : { sent, anchor })),
      retry: (messageId) => device.retry(messageId),
      async sendToAll({ id, content, contentType }) {
        await device.compose({ receiverDeviceId: ALL, content, contentType })
        await device.discard(id)
      },
      edit: setReturned,
      drop,
    }
  }, [device, devices, former, colours, asOf, selfId, expanded, drop])

  return { context, devices, asOf, dropped, undo, selfId, returned, shown, hide: () => setShown(null) }
}

function toggled(set: ReadonlySet<string>, key: string): Set<string> {
  const next = new Set(set)
  if (!next.delete(key)) next.add(key)
  return next
}
