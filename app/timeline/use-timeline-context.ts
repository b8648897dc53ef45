import { useMemo, useState } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import type { Sent } from '../../lib/core/timeline/delivery.ts'
import { useDeviceState } from '../hooks/use-device-state.ts'
import type { TimelineContext } from './timeline-context.ts'

export interface Shown {
  sent: Sent
  anchor: HTMLElement
}

/** The rows share the names of devices, which long texts are open, and the message whose holders are shown. */
export function useTimelineContext(device: TabDevice) {
  const devices = useDeviceState(device, (it) => it.devices)
  const selfId = useDeviceState(device, (it) => it.deviceId)
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set())
  const [shown, setShown] = useState<Shown | null>(null)

  const context = useMemo((): TimelineContext => {
    const names = new Map(devices.map((it) => [it.deviceId, it.name]))
    return {
      selfId,
      devices,
      nameOf: (deviceId) => names.get(deviceId) ?? 'A removed device',
      isExpanded: (messageId) => expanded.has(messageId),
      toggle: (messageId) => setExpanded((now) => toggled(now, messageId)),
      showHolders: (sent, anchor) => setShown((now) => (now?.anchor === anchor ? null : { sent, anchor })),
      retry: (messageId) => device.retry(messageId),
      discard: (messageId) => device.discard(messageId),
    }
  }, [device, devices, selfId, expanded])

  return { context, devices, selfId, shown, hide: () => setShown(null) }
}

function toggled(set: ReadonlySet<string>, key: string): Set<string> {
  const next = new Set(set)
  if (!next.delete(key)) next.add(key)
  return next
}
