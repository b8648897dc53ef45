import { memo } from 'react'
import type { Hit } from '../../lib/search/hit.ts'
import { DeviceTile } from '../devices/tile/device-tile.tsx'
import { search as english } from '../words/en/inbox/search.ts'
import { subject } from '../words/language/catalog.ts'
import { formatHitTime } from '../words/time/hit-time.ts'
import { Marked } from './marked.tsx'

const say = subject('search', english)

interface HitRowProps {
  hit: Hit
  id: string
  sender: string
  chosen: boolean
  onOpen: (hit: Hit) => void
  onPoint: (hit: Hit) => void
}

/** A found message with a line before and after it. The field keeps the focus, so the row is no stop of its own. */
export const HitRow = memo(function HitRow({ hit, id, sender, chosen, onOpen, onPoint }: HitRowProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field opens the chosen row
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the chosen row
    <div
      id={id}
      role="option"
      aria-selected={chosen}
      data-hit={hit.id}
      onClick={() => onOpen(hit)}
      onPointerMove={() => onPoint(hit)}
      className="hit"
    >
      <DeviceTile id={hit.from} size={28} className="mt-0.5" />
      <div className="min-w-0">
        <div className="flex items-baseline gap-3">
          <span className="min-w-0 truncate text-sm/5 font-semibold">{sender}</span>
          {hit.version === null ? <span className="text-xs text-amber">{say.onlyHere}</span> : null}
          <time dateTime={new Date(hit.at).toISOString()} className="numeric ms-auto shrink-0 text-xs text-faint">
            {formatHitTime(hit.at, Date.now())}
          </time>
        </div>
        {hit.before ? <Near text={hit.before} /> : null}
        <p dir="auto" className="line-clamp-4 max-w-(--text) text-[0.9375rem]/[1.45] wrap-anywhere">
          <Marked {...hit} />
        </p>
        {hit.after ? <Near text={hit.after} /> : null}
      </div>
    </div>
  )
})

const Near = ({ text }: { text: string }) => (
  <p dir="auto" className="truncate text-[0.8125rem]/5 text-faint">
    {text}
  </p>
)
