/** Someone who types fast causes no more writes than one in this many ms. */
const REST_MS = 300

type Save = (receiver: string, text: string) => Promise<void>
/** Keeps a draft where a page that goes can still write; null forgets it. */
type Stash = (draft: { receiver: string; text: string } | null) => void

/** Writes drafts to the device's storage: the first change at once, the later ones together after a rest. */
export function createDraftSaver(store: Save, stash: Stash) {
  const waiting = new Map<string, string>()
  const writing = new Map<string, string>()
  let stashed = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let paused = 0

  function flush(): void {
    clearTimeout(timer)
    timer = undefined
    for (const [receiver, text] of waiting) void write(receiver, text)
    waiting.clear()
  }

  async function write(receiver: string, text: string): Promise<void> {
    writing.set(receiver, text)
    // The storage of the device says itself when it fails.
    await store(receiver, text).catch(() => {})
    if (writing.get(receiver) === text) writing.delete(receiver)
    if (!stashed || writing.size + waiting.size > 0) return
    stashed = false
    stash(null)
  }

  /** Timers may never fire again, and a write in flight may end with the page. */
  function leave(): void {
    const latest = [...writing, ...waiting].at(-1)
    if (latest) {
      const [receiver, text] = latest
      stashed = true
      stash({ receiver, text })
    }
    flush()
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
    /** Writes at once when the person leaves the page. Returns stop. */
    watch(): () => void {
      const hide = () => document.hidden && leave()
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
