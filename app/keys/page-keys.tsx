import type { RefObject } from 'react'
import { openSearch } from '../search/search-open.ts'
import { ShortcutHelp } from './shortcut-help.tsx'
import { useShortcut } from './use-shortcut.ts'
import { useTypeAnywhere } from './use-type-anywhere.ts'

/** The keys that work everywhere on the page. Letters go into `field`. */
export default function PageKeys({ field }: { field: RefObject<HTMLElement | null> }) {
  useShortcut('find', openSearch)
  useTypeAnywhere(field)
  return <ShortcutHelp />
}
