/** A batch of the feed, or a call with its answer. */
export type Loose = 'batch' | 'call'

/** The state of the network of one device. Everything may change at any time. */
export interface NetworkState {
  upCut: boolean
  downCut: boolean
  /** Packets that the network may lose, repeat and reorder. It only delays all others. */
  wild: readonly Loose[]
  /** Chances, for each wild packet. */
  loss: number
  repeat: number
  /** Delay of a packet, ms. */
  delay: readonly [number, number]
  /** Bytes a second that the device takes in. */
  bandwidth: number
}

export const calm: NetworkState = {
  upCut: false,
  downCut: false,
  wild: [],
  loss: 0,
  repeat: 0,
  delay: [1, 40],
  bandwidth: Number.POSITIVE_INFINITY,
}

export interface Link {
  state(): NetworkState
  change(to: Partial<NetworkState>): void
  onChange(run: () => void): () => void
}

export function createLink(): Link {
  let state = calm
  const listeners = new Set<() => void>()
  return {
    state: () => state,
    change(to) {
      state = { ...state, ...to }
      for (const run of [...listeners]) run()
    },
    onChange(run) {
      listeners.add(run)
      return () => listeners.delete(run)
    },
  }
}
