import { Search } from 'lucide-react'
import { SearchScreen } from '../search/search-layer.tsx'
import { openSearch } from '../search/search-open.ts'
import { navigation as english } from '../words/en/devices/navigation.ts'
import { subject } from '../words/language/catalog.ts'

const say = subject('navigation', english)

/** Opens the search: what looks like its field in the header of a large screen, an icon on a phone. */
export function SearchSlot() {
  return (
    <button
      type="button"
      {...SearchScreen.onIntent}
      onClick={openSearch}
      className="flex size-11 shrink-0 items-center justify-center gap-2 rounded-[0.5625rem] text-faint min-[52rem]:h-[2.125rem] min-[52rem]:w-60 min-[52rem]:justify-start min-[52rem]:border min-[52rem]:border-line min-[52rem]:px-2.5 min-[52rem]:hover:border-edge"
    >
      <Search className="size-[18px] shrink-0 min-[52rem]:size-4" aria-hidden="true" />
      <span className="flex-1 text-start text-sm max-[52rem]:sr-only">{say.search}</span>
      <span aria-hidden="true" className="search-key max-[52rem]:hidden">
        /
      </span>
    </button>
  )
}
