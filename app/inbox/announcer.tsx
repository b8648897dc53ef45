import { useEffect, useRef, useState } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import type { ConnectionView, DeviceState } from '../../lib/core/device-state.ts'
import { innermost } from '../connection/innermost.ts'
import { useDeviceState } from '../hooks/use-device-state.ts'
import { newBelow } from '../timeline/new-below.ts'
import { connectionWords } from '../words/connection-words.ts'
import { namesOf } from '../words/devices/device-names.ts'
import { timeline as english } from '../words/en/inbox/timeline.ts'
import { subject } from '../words/language/catalog.ts'
import { waitWords } from '../words/wait-words.ts'

const say = subject('timeline', english)

const ONE_BY_ONE = 3
const SPOKEN_CHARS = 200

type Spoken = ReturnType<typeof pickSpoken>

const pickSpoken = ({ connection, timeline, devices, former, deviceId, cursor, head }: DeviceState) => ({
  ...{ connection, timeline, devices, former, deviceId, cursor, drawn: cursor >= head },
})

/** Tells a screen reader about new messages from other devices and about the connection. */
export default function Announcer({ device }: { device: TabDevice }) {
  const state = useDeviceState(device, pickSpoken)
  const connection = innermost(state.connection)
  const newest = state.timeline.hasNewer ? 0 : (state.timeline.entries.at(-1)?.version ?? 0)
  const said = useRef(newest)
  const [words, setWords] = useState('')

  useEffect(() => {
    if (newest <= said.current || connection.state === 'catchingUp') return
    const fresh = newBelow(state, said.current) ?? 0
    said.current = newest
    if (fresh > 0) setWords(fresh > ONE_BY_ONE ? say.newMessages(fresh) : spoken(state, fresh))
  }, [newest, connection.state, state])

  return (
    <>
      <div role="log" aria-live="polite" className="sr-only">
        {words}
      </div>
      <div role="status" className="sr-only">
        {steadyWords(connection, state.drawn)}
      </div>
    </>
  )
}

/** Leaves out the numbers, which change all the time and would be read out each time. */
function steadyWords(connection: ConnectionView, drawn: boolean): string {
  if (connection.state === 'waiting') return waitWords(connection.reason)
  if (connection.state === 'catchingUp') return say.catchingUp
  return connectionWords(connection, 0, drawn).headline
}

function spoken({ timeline, devices, former, deviceId }: Spoken, count: number): string {
  const nameOf = namesOf({ devices, former })
  const theirs = timeline.entries.filter((it) => it.from !== deviceId).slice(-count)
  return theirs.map(({ from, content }) => `${nameOf(from)}: ${content.slice(0, SPOKEN_CHARS)}`).join('. ')
}
