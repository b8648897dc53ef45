import type { RoostOptions } from '../../core/roost-options.ts'

const USUAL = 500_000_000

/** How many bytes of received files a browser keeps for each device, as its person has set it. */
export function keptLimit({ namespace }: RoostOptions) {
  const key = `${namespace}.files`
  return {
    get(): number {
      const stored = Number(read(key) ?? Number.NaN)
      return Number.isFinite(stored) && stored >= 0 ? stored : USUAL
    },
    set(limit: number): void {
      try {
        localStorage.setItem(key, String(limit))
      } catch {
        // Storage is full or forbidden, so the usual limit holds after a reload.
      }
    },
  }
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}
