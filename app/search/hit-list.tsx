import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import type { Hit } from '../../lib/search/hit.ts'
import { useDeviceState } from '../hooks/use-device-state.ts'
import { namesOf } from '../words/devices/device-names.ts'
import { search as english } from '../words/en/inbox/search.ts'
import { subject } from '../words/language/catalog.ts'
import { HitRow } from './hit-row.tsx'

const say = subject('search', english)

interface HitListProps {
  device: TabDevice
  hits: readonly Hit[]
  /** The index of the row that Enter opens. */
  chosen: number
  /** The rows' ids begin with it. */
  id: string
  onOpen: (hit: Hit) => void
  onChoose: (index: number) => void
}

export function HitList({ device, hits, chosen, id, onOpen, onChoose }: HitListProps) {
  const devices = useDeviceState(device, (it) => it.devices)
  const former = useDeviceState(device, (it) => it.former)
  const nameOf = useMemo(() => namesOf({ devices, former }), [devices, former])
  const latest = useRef({ hits, onOpen, onChoose })
  latest.current = { hits, onOpen, onChoose }
  // The rows get the same functions all the time, so that React draws only those that change.
  const open = useCallback((hit: Hit) => latest.current.onOpen(hit), [])
  const point = useCallback((hit: Hit) => latest.current.onChoose(latest.current.hits.indexOf(hit)), [])

  useEffect(() => {
    document.getElementById(`${id}${chosen}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, chosen])

  return (
    <div id={`${id}list`} role="listbox" aria-label={say.found} hidden={hits.length === 0}>
      {hits.map((hit, index) => (
        <HitRow
          key={hit.id}
          {...{ hit }}
          id={`${id}${index}`}
          sender={nameOf(hit.from)}
          chosen={index === chosen}
          onOpen={open}
          onPoint={point}
        />
      ))}
    </div>
  )
}
