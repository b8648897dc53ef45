import { History } from 'lucide-react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import { useDeviceState } from '../hooks/use-device-state.ts'
import { useNow } from '../hooks/use-now.ts'
import { Button } from '../ui/button.tsx'
import { activityWords } from '../words/devices/activity-words.ts'
import { status as english } from '../words/en/general/status.ts'
import { subject } from '../words/language/catalog.ts'
import { formatPast } from '../words/time/time.ts'
import { Strip } from './strip.tsx'

const say = subject('status', english)

/** More lines would cover the messages on a phone. */
const LINES = 3

/** Says what was removed, or deleted in bulk, and by whom, until the person has seen it here. */
export default function NewsStrip({ device }: { device: TabDevice }) {
  const news = useDeviceState(device, (it) => it.news)
  const now = useNow(30_000)
  const lines = news.slice(0, LINES).map((it) => ({ ...it, words: activityWords(it) }))
  const more = news.length - lines.length
  return (
    <Strip
      tone="amber"
      icon={History}
      action={
        <Button size="small" onClick={() => void device.dismissNews()}>
          {say.gotIt}
        </Button>
      }
    >
      {lines.map(({ id, at, words }) => (
        <span key={id} className="block wrap-anywhere">
          {say.news(words ?? '', formatPast(at, now))}
        </span>
      ))}
      {more > 0 ? <span className="block">{say.moreNews(more)}</span> : null}
      {news.some((it) => it.what === 'deleted') ? <span className="block">{say.deletedWaits}</span> : null}
    </Strip>
  )
}
