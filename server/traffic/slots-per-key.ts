/** Limits how many of something each key holds at once. */
export interface SlotsPerKey {
  /** Returns a function that releases the slot; undefined when all are taken. */
  take(key: string): (() => void) | undefined
}

export function createSlotsPerKey(max: number): SlotsPerKey {
  const taken = new Map<string, number>()
  return {
    take(key) {
      const before = taken.get(key) ?? 0
      if (before >= max) return undefined
      taken.set(key, before + 1)
      let held = true
      return () => {
        if (!held) return
        held = false
        const left = (taken.get(key) ?? 1) - 1
        if (left > 0) taken.set(key, left)
        else taken.delete(key)
      }
    },
  }
}
