import { useCallback, useEffect, useMemo, useState } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import type { OutboxEntry } from '../../lib/core/ports.ts'

const UNDO_MS = 10_000

export interface Dropped {
  /** The failed message that the person has just deleted, while it can be taken back. */
  dropped: OutboxEntry | null
  drop: (messageId: string) => Promise<void>
  undo: () => Promise<void>
}

/** Deletes failed messages at once, and remembers the last one for ten seconds. */
export function useDropped({ unsent, discard, restore }: TabDevice): Dropped {
  const [dropped, set] = useState<OutboxEntry | null>(null)

  useEffect(() => {
    if (dropped === null) return
    const timer = setTimeout(() => set(null), UNDO_MS)
    return () => clearTimeout(timer)
  }, [dropped])

  const drop = useCallback(
    async (messageId: string) => {
      const entry = (await unsent()).find((it) => it.request.messageId === messageId)
      await discard(messageId)
      set(entry ?? null)
    },
    [unsent, discard],
  )

  return useMemo(() => {
    const undo = async () => {
      if (dropped) await restore(dropped)
      set(null)
    }
    return { dropped, drop, undo }
  }, [dropped, drop, restore])
}
