/** Someone who types fast causes no more writes than one in this many ms. */
const REST_MS = 300

type Save = (receiver: string, text: string) => Promise<void>

/** Writes drafts to the device's storage: the first change at once, the later ones together after a rest. */
export function createDraftSaver(store: Save) {
  const waiting = new Map<string, string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let paused = 0

  function flush(): void {
    clearTimeout(timer)
    timer = undefined
    // The storage of the device says itself when it fails.
    for (const [receiver, text] of waiting) void store(receiver, text).catch(() => {})
    waiting.clear()
  }

  function next(): void {
    if (paused > 0 || timer !== undefined || waiting.size === 0) return
    flush()
    timer = setTimeout(() => {
      timer = undefined
      next()
    }, REST_MS)
  }

  return {
    save(receiver: string, text: string): void {
      // The last one written aims the composer at the next start.
      waiting.delete(receiver)
      waiting.set(receiver, text)
      next()
    },
    /** Writes at once, in place of what waits for the same receiver. Resolves when it is stored. */
    async saveNow(receiver: string, text: string): Promise<void> {
      waiting.delete(receiver)
      await store(receiver, text)
    },
    pending: () => waiting.size > 0,
    /** While `run` delivers a draft, the stored one stays. */
    async pause(run: () => Promise<void>): Promise<void> {
      paused++
      try {
        await run()
      } finally {
        paused--
        next()
      }
    },
    /** Writes at once when the person leaves the page, as timers may never fire again. Returns stop. */
    watch(): () => void {
      const leave = () => flush()
      const hide = () => document.hidden && flush()
      addEventListener('pagehide', leave)
      document.addEventListener('visibilitychange', hide)
      return () => {
        removeEventListener('pagehide', leave)
        document.removeEventListener('visibilitychange', hide)
        flush()
      }
    },
  }
}
