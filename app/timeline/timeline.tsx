import type { TabDevice } from '../../lib/browser/browser.ts'
import type { DeviceState } from '../../lib/core/device-state.ts'
import { deviceOf, fits } from '../../lib/core/timeline/filter.ts'
import { useDeviceState } from '../hooks/use-device-state.ts'
import { later } from '../ui/later.tsx'
import { opening as english } from '../words/en/start/opening.ts'
import { subject } from '../words/language/catalog.ts'
import { useVisits } from './back/use-visit.ts'

const say = subject('opening', english)

const Fetching = () => <p className="sr-only">{say.fetching}</p>

export const MessageList = later(() => import('./message-list.tsx'), <Fetching />)
export const NothingHere = later(() => import('./empty-timeline.tsx'), <Fetching />)

const holdsNothing = ({ timeline, outbox }: DeviceState) =>
  timeline.entries.length === 0 && timeline.goneUpTo === 0 && !outbox.some((it) => fits(timeline.filter, it))

interface TimelineProps {
  device: TabDevice
  /** Counts the messages that the person has sent from this tab. */
  sends: number
}

/** The list of messages, or what there is to say while there is none. */
export function Timeline(props: TimelineProps) {
  const empty = useDeviceState(props.device, holdsNothing)
  // Another part of the history is another list, which begins at its end.
  const part = useDeviceState(props.device, (it) => deviceOf(it.timeline.filter) ?? it.timeline.filter?.kind ?? 'all')
  const visits = useVisits(props.device)
  return empty ? <NothingHere device={props.device} /> : <MessageList key={part} {...props} visits={visits} />
}
