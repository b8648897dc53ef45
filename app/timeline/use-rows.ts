import { useMemo, useRef } from 'react'
import type { DeviceState } from '../../lib/core/device-state.ts'
import { useSurroundings } from '../hooks/use-surroundings.ts'
import type { Back } from './back/visit.ts'
import { type Row, rowsOf } from './rows.ts'
import { sameRows } from './same-rows.ts'

type Shown = Pick<DeviceState, 'timeline' | 'outbox' | 'deviceId'>

/** The rows of the timeline, as far as it is loaded. */
export function useRows({ timeline, outbox, deviceId }: Shown, back: Back | null): readonly Row[] {
  // Another time zone has its midnights elsewhere.
  const place = useSurroundings()
  const last = useRef<readonly Row[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the days of the rows depend on the place
  return useMemo(() => {
    last.current = sameRows(last.current, rowsOf(timeline, outbox, { back, selfId: deviceId }))
    return last.current
  }, [timeline, outbox, deviceId, back, place])
}
