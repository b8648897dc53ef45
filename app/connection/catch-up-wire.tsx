import type { CSSProperties } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import { timeOf } from '../../lib/core/timeline/entry.ts'
import { Bird } from '../brand/bird.tsx'
import { useDeviceState } from '../hooks/use-device-state.ts'
import { formatCount } from '../words/count.ts'
import { connection as connectionEnglish } from '../words/en/general/connection.ts'
import { subject } from '../words/language/catalog.ts'
import { formatDay } from '../words/time/time.ts'
import { innermost } from './innermost.ts'

const connection = subject('connection', connectionEnglish)

/** While the device catches up: a wire as long as it has come, with the bird at its tip, and the exact numbers. */
export default function CatchUpWire({ device }: { device: TabDevice }) {
  const view = useDeviceState(device, (it) => innermost(it.connection))
  const newest = useDeviceState(device, ({ timeline }) => {
    const last = timeline.hasNewer ? undefined : timeline.entries.at(-1)
    return last ? timeOf(last) : null
  })
  if (view.state !== 'catchingUp') return null
  const has = view.total > 0 ? Math.min(1, view.done / view.total) : 0
  return (
    <div className="catch-up" style={{ '--has': `${has * 100}%` } as CSSProperties}>
      <div className="rail">
        <div
          role="progressbar"
          aria-label={connection.fetching}
          aria-valuemin={0}
          aria-valuemax={view.total}
          aria-valuenow={Math.min(view.done, view.total)}
          className="wire"
        >
          <span className="wire-done" />
          <Bird className="wire-bird" />
        </div>
        <p className="numeric mt-2 flex gap-2 text-[0.8125rem]/5">
          {connection.catchingUpNow}
          <span className="min-w-0 flex-1 text-faint">
            {connection.ofMessages(formatCount(view.done), formatCount(view.total))}
          </span>
          {newest === null ? null : (
            <span className="truncate text-faint">{connection.soFar(formatDay(newest, Date.now()))}</span>
          )}
        </p>
      </div>
    </div>
  )
}
