export interface OneWriter {
  /** Runs alone for this file. It first asks the one before to end, whose sender may have gone, and waits for it. */
  run<T>(fileId: string, end: () => void, work: () => Promise<T>): Promise<T>
  /** Asks all to end. */
  endAll(): void
}

/** A file has one writer: two at once would write over each other. */
export function createOneWriter(): OneWriter {
  const running = new Map<string, { end: () => void; done: Promise<unknown> }>()

  return {
    async run(fileId, end, work) {
      for (let other = running.get(fileId); other; other = running.get(fileId)) {
        other.end()
        await other.done
      }
      const { promise: done, resolve } = Promise.withResolvers<void>()
      running.set(fileId, { end, done })
      try {
        return await work()
      } finally {
        running.delete(fileId)
        resolve()
      }
    },
    endAll() {
      for (const { end } of running.values()) end()
    },
  }
}
