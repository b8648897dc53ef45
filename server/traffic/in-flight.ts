/** What a device has asked for over one connection, as long as it is not answered. */
export interface InFlight {
  begin(): void
  end(): void
  /** Resolves when there is nothing, now or later. */
  none(): Promise<void>
}

export function createInFlight(): InFlight {
  let count = 0
  let waiting: (() => void)[] = []
  return {
    begin() {
      count += 1
    },
    end() {
      count -= 1
      if (count > 0 || waiting.length === 0) return
      for (const resolve of waiting) resolve()
      waiting = []
    },
    none: () => (count === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  }
}
