import { useEffect, useMemo, useRef, useState } from 'react'
import { Virtualizer, type VirtualizerHandle } from 'virtua'
import type { TabDevice } from '../../lib/browser/browser.ts'
import type { DeviceState } from '../../lib/core/device-state.ts'
import { useDeviceState } from '../hooks/use-device-state.ts'
import { useSurroundings } from '../hooks/use-surroundings.ts'
import { EmptyTimeline } from './empty-timeline.tsx'
import { JumpToLatest } from './jump-to-latest.tsx'
import { newBelow } from './new-below.ts'
import { RowView } from './row-view.tsx'
import { newestReceived, rowsOf } from './rows.ts'
import { END_SPACE, useFollow } from './use-follow.ts'
import { useMarkRead } from './use-mark-read.ts'
import { usePaging } from './use-paging.ts'
import { useStagedRows } from './use-staged-rows.ts'

const pickShown = ({ timeline, outbox, cursor, deviceId }: DeviceState) => ({ timeline, outbox, cursor, deviceId })

interface MessageListProps {
  device: TabDevice
  /** Counts the messages that the person has sent from this tab. */
  sends: number
}

export default function MessageList({ device, sends }: MessageListProps) {
  const state = useDeviceState(device, pickShown)
  const { timeline, outbox } = state
  // Another time zone has its midnights elsewhere.
  const place = useSurroundings()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the days of the rows depend on the place
  const target = useMemo(() => rowsOf(timeline, outbox), [timeline, outbox, place])
  const { rows, shift, generation, partial } = useStagedRows(target)

  const list = useRef<VirtualizerHandle>(null)
  const view = useRef<HTMLElement>(null)
  const { following, onScroll, onResize, follow } = useFollow(list, view, rows, !timeline.hasNewer)
  const page = usePaging({ device, timeline, list, following, rows, partial })

  const look = useMarkRead(device, () => {
    if (following && !timeline.hasNewer) return newestReceived(rows, state.deviceId)
    const shown = list.current
    const last = shown ? shown.findItemIndex(shown.scrollOffset + shown.viewportSize) : -1
    return newestReceived(rows.slice(0, last), state.deviceId)
  })

  const newest = timeline.entries.at(-1)?.version ?? 0
  const [seen, setSeen] = useState(newest)
  if (following && seen !== newest) setSeen(newest)

  function jump() {
    if (timeline.hasNewer) void device.showLatest().then(follow, follow)
    else follow()
  }

  const jumpRef = useRef(jump)
  jumpRef.current = jump
  useEffect(() => {
    if (sends > 0) jumpRef.current()
  }, [sends])

  if (target.length === 0) return <EmptyTimeline device={device} />

  return (
    <div className="relative h-full">
      <section
        ref={view}
        data-focus-home
        aria-label="Messages"
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
            <div key={row.key} className="mx-auto max-w-3xl px-4 sm:px-6">
              <RowView row={row} />
            </div>
          )}
        </Virtualizer>
        <div className="shrink-0" style={{ height: END_SPACE }} />
      </section>
      {following ? null : <JumpToLatest count={newBelow(state, seen)} onJump={jump} />}
    </div>
  )
}
