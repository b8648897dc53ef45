/** What the network does to one device at present. Everything may change at any time. */
export interface Weather {
  upCut: boolean
  downCut: boolean
  /** Chances, for each packet. Only `wild` networks lose, repeat and reorder; others only delay. */
  wild: boolean
  loss: number
  repeat: number
  /** Delay of a packet, ms. */
  delay: readonly [number, number]
  /** Bytes a second that the device takes in. */
  bandwidth: number
}

export const fair: Weather = {
  upCut: false,
  downCut: false,
  wild: false,
  loss: 0,
  repeat: 0,
  delay: [1, 40],
  bandwidth: Number.POSITIVE_INFINITY,
}

export interface Link {
  weather(): Weather
  change(to: Partial<Weather>): void
  onChange(run: () => void): () => void
}

export function createLink(): Link {
  let weather = fair
  const listeners = new Set<() => void>()
  return {
    weather: () => weather,
    change(to) {
      weather = { ...weather, ...to }
      for (const run of [...listeners]) run()
    },
    onChange(run) {
      listeners.add(run)
      return () => listeners.delete(run)
    },
  }
}
