import type { TabDevice } from '../../lib/browser/browser.ts'
import type { DeviceState } from '../../lib/core/device-state.ts'
import { useDeviceState } from '../hooks/use-device-state.ts'
import { later } from '../ui/later.tsx'
import { EmptyTimeline } from './empty-timeline.tsx'

export const MessageList = later(() => import('./message-list.tsx'), <p className="sr-only">Fetching your messages</p>)

const holdsNothing = ({ timeline, outbox }: DeviceState) =>
  timeline.entries.length === 0 && timeline.goneUpTo === 0 && outbox.length === 0

interface TimelineProps {
  device: TabDevice
  /** Counts the messages that the person has sent from this tab. */
  sends: number
}

/** The list of messages, or what there is to say while there is none. */
export function Timeline(props: TimelineProps) {
  const empty = useDeviceState(props.device, holdsNothing)
  return empty ? <EmptyTimeline device={props.device} /> : <MessageList {...props} />
}
