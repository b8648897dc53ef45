import { useEffect, useState } from 'react'

interface Room {
  /** Bytes of everything that this origin stores, and of what it may. */
  usage: number
  quota: number
  /** Bytes of its databases, where the browser tells them apart. */
  messages?: number
}

type Estimate = StorageEstimate & { usageDetails?: { indexedDB?: number } }

/** How much this origin stores, as the browser estimates it; null when it does not say. */
export function useEstimate(): Room | null {
  const [room, set] = useState<Room | null>(null)
  useEffect(() => {
    let gone = false
    navigator.storage?.estimate().then(
      ({ usage, quota, usageDetails }: Estimate) => {
        if (gone || usage === undefined || quota === undefined) return
        const messages = usageDetails?.indexedDB
        set({ usage, quota, ...(messages === undefined ? {} : { messages }) })
      },
      () => {},
    )
    return () => {
      gone = true
    }
  }, [])
  return room
}
