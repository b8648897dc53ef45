import { DeviceTile } from '../../devices/tile/device-tile.tsx'
import { useDevice } from '../../hooks/use-device.ts'
import { useNow } from '../../hooks/use-now.ts'
import { hashOf } from '../../navigation/view.ts'
import { Button } from '../../ui/button.tsx'
import { formatCount } from '../../words/count.ts'
import { back as english } from '../../words/en/inbox/back.ts'
import { subject } from '../../words/language/catalog.ts'
import { formatAt } from '../../words/time/time.ts'
import { useTimeline } from '../timeline-context.ts'
import { type Back, sumOf } from './visit.ts'
import { useVisits } from './visits-context.ts'

const say = subject('back', english)

interface AwayHeadingProps {
  back: Back
  lastAt: number | null
}

/** Says what came while the person was away, and from which devices. */
export function AwayHeading({ back: { counts, leftAt }, lastAt }: AwayHeadingProps) {
  const { nameOf } = useTimeline()
  const visits = useVisits()
  const device = useDevice()
  const now = useNow(60_000)
  const senders = Object.entries(counts).toSorted(([, a], [, b]) => b - a)
  const since = leftAt === null && lastAt === null ? null : Math.max(leftAt ?? 0, lastAt ?? 0)
  const summary = say.summary(sumOf(counts), senders.length)

  async function readAll(): Promise<void> {
    const { cursor } = device.getState()
    visits.read(cursor)
    await device.markRead(cursor)
    visits.forget()
  }

  return (
    <section aria-label={say.away} className="pt-8">
      <h2 className="text-[1.375rem]/7 font-semibold tracking-[-0.017em]">{say.away}</h2>
      <p className="numeric mt-0.5 text-[0.8125rem]/5 text-faint">
        {since === null ? summary : say.summarySince(summary, formatAt(since, now))}
      </p>
      <div className="mt-3 flex flex-wrap items-center gap-1.5">
        {senders.map(([sender, count]) => (
          <a
            key={sender}
            href={hashOf({ kind: 'device', deviceId: sender })}
            className="flex min-h-(--control) max-w-full items-center gap-[0.4375rem] rounded-[9px] ps-1.5 pe-[0.6875rem] text-[0.8125rem] font-medium inset-ring inset-ring-line transition-colors hover:bg-chosen"
          >
            <DeviceTile id={sender} size={20} />
            <span className="truncate">{nameOf(sender)}</span>
            <span className="numeric font-normal text-faint">{formatCount(count)}</span>
          </a>
        ))}
        <Button size="small" look="quiet" className="ms-auto" onClick={() => void readAll()}>
          {say.markAllRead}
        </Button>
      </div>
    </section>
  )
}
