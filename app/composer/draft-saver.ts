/** Someone who types fast causes no more writes than one in this many ms. */
const REST_MS = 300

type Save = (receiver: string, text: string) => Promise<void>
/** Keeps drafts where a page that goes can still write, the one written last at the end; none forgets them. */
type Stash = (drafts: { receiver: string; text: string }[]) => void

/** Writes drafts to the device's storage: the first change at once, the later ones together after a rest. */
export function createDraftSaver(store: Save, stash: Stash) {
  const waiting = new Map<string, string>()
  const writing = new Map<string, string>()
  /** The storage did not take these. */
  const refused = new Map<string, string>()
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
    refused.delete(receiver)
    // The storage of the device says itself when it fails.
    const failed = await store(receiver, text).then(
      () => false,
      () => true,
    )
    if (writing.get(receiver) === text) writing.delete(receiver)
    if (failed && !writing.has(receiver) && !waiting.has(receiver)) refused.set(receiver, text)
    if (!stashed || unstored().size > 0) return
    stashed = false
    stash([])
  }

  /** The newest text of each receiver. */
  function unstored(): Map<string, string> {
    const texts = new Map<string, string>()
    for (const [receiver, text] of [...refused, ...writing, ...waiting]) {
      texts.delete(receiver)
      texts.set(receiver, text)
    }
    return texts
  }

  /** Timers may never fire again, and a write in flight may end with the page. */
  function leave(): void {
    const drafts = unstored()
    if (drafts.size > 0 || stashed) stash(Array.from(drafts, ([receiver, text]) => ({ receiver, text })))
    stashed = drafts.size > 0
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
