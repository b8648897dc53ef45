import { useEffect, useMemo, useRef, useState } from 'react'
import { Virtualizer, type VirtualizerHandle } from 'virtua'
import type { TabDevice } from '../../lib/browser/browser.ts'
import type { DeviceState } from '../../lib/core/device-state.ts'
import { deviceOf, type TimelineFilter } from '../../lib/core/timeline/filter.ts'
import { useDeviceState } from '../hooks/use-device-state.ts'
import { useStable } from '../hooks/use-stable.ts'
import { message as english } from '../words/en/inbox/message.ts'
import { subject } from '../words/language/catalog.ts'
import { usePin } from './back/use-pin.ts'
import { useVisit, type Visits } from './back/use-visit.ts'
import type { Back } from './back/visit.ts'
import { VisitsProvider } from './back/visits-context.ts'
import { Below } from './below.tsx'
import EmptyTimeline from './empty-timeline.tsx'
import { RowView } from './row-view.tsx'
import { newestReceived } from './rows.ts'
import { useEnds } from './use-ends.ts'
import { END_SPACE, isAtEnd, useFollow } from './use-follow.ts'
import { type Goal, useGoTo } from './use-go-to.ts'
import { useGoal } from './use-goal.ts'
import { useMarkRead } from './use-mark-read.ts'
import { usePaging } from './use-paging.ts'
import { useRows } from './use-rows.ts'
import { useStagedRows } from './use-staged-rows.ts'

const say = subject('message', english)

const pickShown = ({ timeline, outbox, deviceId }: DeviceState) => ({ timeline, outbox, deviceId })

/** Whether all that is unread belongs to what the person looks at. */
const readsAll = (filter: TimelineFilter | null, unread: DeviceState['unread']) =>
  filter === null || Object.keys(unread).every((it) => it === deviceOf(filter))

interface MessageListProps {
  device: TabDevice
  /** Counts the messages that the person has sent from this tab. */
  sends: number
  visits: Visits
}

export default function MessageList({ device, sends, visits }: MessageListProps) {
  const state = useDeviceState(device, pickShown)
  const { timeline } = state
  const { back: absence, returns, level } = useVisit(visits)
  const back = timeline.filter === null ? absence : null
  const target = useRows(state, back)
  const goal = useMemo(() => (back && returns > 0 ? goalOf(back, returns) : null), [back, returns])
  const { rows, shift, generation, partial } = useStagedRows(target, goal === null && !timeline.hasNewer)

  const list = useRef<VirtualizerHandle>(null)
  const view = useRef<HTMLElement>(null)
  // A list that is not at its place yet would be seen to jump.
  const [drawn, setDrawn] = useState(goal === null)
  if (!drawn && rows.some((it) => it.type === 'new')) setDrawn(true)
  // Messages of the absence that still come must not push the line out of sight.
  const canFollow = !timeline.hasNewer && (back === null || level)
  const atEnd = useFollow(list, view, rows, canFollow, drawn)
  const { following, onScroll, onResize, follow, leave } = atEnd
  const isGoing = useGoTo({ device, goal, rows, list, reached: visits.reached, follow: atEnd })
  if (!drawn && !isGoing) setDrawn(true)
  useGoal(list, rows, atEnd)
  const page = usePaging({ device, timeline, list, following, rows, partial })
  usePin(device, visits)

  const lastShown = useStable(() => {
    if ((following || isAtEnd(view.current)) && !timeline.hasNewer) return newestReceived(rows, state.deviceId)
    const shown = list.current
    const last = shown ? shown.findItemIndex(shown.scrollOffset + shown.viewportSize) : -1
    return newestReceived(rows.slice(0, last), state.deviceId)
  })
  // The position is one number. Seen here, it would cover what others have sent meanwhile.
  const reads = () => !isGoing && readsAll(timeline.filter, device.getState().unread)
  const look = useMarkRead(device, () => (reads() ? lastShown() : 0), visits.read)

  function jump() {
    if (timeline.hasNewer) void device.showLatest().then(follow, follow)
    else follow()
  }

  useEnds({
    end: jump,
    home() {
      const arrive = leave()
      const handle = list.current
      const line = rows.findIndex((it) => it.type === 'new')
      if (line >= 0 && handle && handle.getItemOffset(line) < handle.scrollOffset) {
        handle.scrollToIndex(line)
        return arrive()
      }
      const toTop = () =>
        requestAnimationFrame(() => {
          list.current?.scrollTo(0)
          requestAnimationFrame(arrive)
        })
      if (timeline.hasOlder) void device.showAt(1).then(toTop, toTop)
      else toTop()
    },
  })

  // More came than the window holds, and a person at the end wants to see the newest.
  const overtaken = following && timeline.hasNewer && !isGoing
  useEffect(() => {
    if (overtaken) void device.showLatest()
  }, [device, overtaken])

  const jumpRef = useRef(jump)
  jumpRef.current = jump
  useEffect(() => {
    if (sends > 0) jumpRef.current()
  }, [sends])

  if (!drawn) return <p className="sr-only">{say.fetching}</p>
  if (target.length === 0) return <EmptyTimeline device={device} />

  return (
    <VisitsProvider value={visits}>
      <div className="relative h-full">
        <section
          ref={view}
          data-focus-home
          aria-label={say.messages}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must reach everything that scrolls
          tabIndex={0}
          className="scroll-quiet flex h-full flex-col overflow-x-clip overflow-y-auto overscroll-contain outline-offset-[-2px]"
        >
          <div className="grow" />
          <Virtualizer
            key={generation}
            ref={list}
            as="ol"
            item="li"
            data={rows}
            shift={shift}
            bufferSize={600}
            // The list draws all of its first rows at once, or it would draw the beginning just to find the end.
            ssrCount={rows.length}
            onScroll={(offset) => {
              onScroll(offset)
              page()
              look()
            }}
            onResize={onResize}
          >
            {(row) => (
              <div key={row.key} className="rail">
                <RowView row={row} />
              </div>
            )}
          </Virtualizer>
          <div className="shrink-0" style={{ height: END_SPACE }} />
        </section>
        {following ? null : <Below view={view} lastShown={lastShown} onJump={jump} />}
      </div>
    </VisitsProvider>
  )
}

const goalOf = ({ line }: Back, returns: number): Goal => ({
  key: `return ${returns}`,
  version: line,
  isThere: (row) => row.type === 'new',
  align: 'start',
})
