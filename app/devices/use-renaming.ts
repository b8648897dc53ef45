import { useState } from 'react'

/** Whether a name is being changed in its place, and whether it has been, so that the focus can go back to where it was. */
export function useRenaming() {
  const [state, set] = useState<'untouched' | 'renaming' | 'renamed'>('untouched')
  return {
    renaming: state === 'renaming',
    renamed: state === 'renamed',
    start: () => set('renaming'),
    done: () => set('renamed'),
  }
}
