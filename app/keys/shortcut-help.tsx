import { lazy, Suspense, useState } from 'react'
import { useShortcut } from './use-shortcut.ts'

const ShortcutSheet = lazy(() => import('./shortcut-sheet.tsx'))

/** Opens the sheet of shortcuts when it is asked for. */
export function ShortcutHelp() {
  const [open, setOpen] = useState(false)
  useShortcut('sheet', () => setOpen(true))
  return <Suspense>{open ? <ShortcutSheet onClose={() => setOpen(false)} /> : null}</Suspense>
}
