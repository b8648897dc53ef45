import { useState } from 'react'

/** Whether a name is being edited, and whether it was edited before, so that the focus can return to the button. */
export function useRenaming() {
  const [state, set] = useState<'untouched' | 'renaming' | 'renamed'>('untouched')
  return {
    renaming: state === 'renaming',
    renamed: state === 'renamed',
    start: () => set('renaming'),
    done: () => set('renamed'),
  }
}
