import { search as english } from '../words/en/inbox/search.ts'
import { subject } from '../words/language/catalog.ts'

const say = subject('search', english)

/** Names the keys at the foot, where the composer is otherwise. */
export function Hints() {
  const { keys } = say
  const hints = [
    [['↑', '↓'], keys.choose],
    [['Enter'], keys.open],
    [['Esc'], keys.close],
  ] as const
  return (
    <div className="rail flex gap-4 py-4 text-xs text-faint max-[52rem]:hidden">
      {hints.map(([names, does]) => (
        <span key={does} className="flex items-center gap-1.5">
          {names.map((it) => (
            <kbd key={it} dir="ltr" className="search-key">
              {it}
            </kbd>
          ))}
          {does}
        </span>
      ))}
    </div>
  )
}
