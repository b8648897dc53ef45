import { formatCount } from '../words/count.ts'
import { navigation as english } from '../words/en/devices/navigation.ts'
import { subject } from '../words/language/catalog.ts'

const say = subject('navigation', english)

const MOST = 999

/** The number of new messages of a place; nothing when there are none. */
export function Badge({ count }: { count: number }) {
  if (count === 0) return null
  return (
    <span className="nav-badge">
      <span aria-hidden="true">{count > MOST ? `${formatCount(MOST)}+` : formatCount(count)}</span>
      <span className="sr-only">{say.newHere(count)}</span>
    </span>
  )
}
